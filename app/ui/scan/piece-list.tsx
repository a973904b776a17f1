import { PIECE_STATES } from '~/domain/judging/production/piece-state'
import { useT } from '~/i18n/use-t'
import type { PieceKind, PieceState } from '~/generated/prisma/enums'

interface PieceRow {
  token: string
  code: string
  kind: PieceKind
  number: number
  state: PieceState
  title: string
  short: string
  movedAt: string | null
  last: { condition: string; photo: string | null; by: string } | null
}

interface PieceListProps {
  path: string
  base: string
  pieces: PieceRow[]
  filter: PieceState | null
  counts: Record<PieceState, number>
  total: number
}

/** Every piece and where it is; the filter shows what is missing at each place. */
export function PieceList({ path, base, pieces, filter, counts, total }: PieceListProps) {
  const t = useT('production')
  return (
    <section>
      <h2>{t('scan.list')}</h2>
      <nav className="filters">
        <a href={path} aria-current={filter === null ? 'page' : undefined}>
          {t('scan.all')} <small>{total}</small>
        </a>
        {PIECE_STATES.map((state) => (
          <a key={state} href={`${path}?state=${state}`} aria-current={filter === state ? 'page' : undefined}>
            {t(`state.${state}`)} <small>{counts[state]}</small>
          </a>
        ))}
      </nav>
      <div className="table-scroll" tabIndex={0}>
        <table className="dense">
          <thead>
            <tr>
              <th scope="col">{t('scan.label')}</th>
              <th scope="col">{t('making.work')}</th>
              <th scope="col">{t('scan.piece')}</th>
              <th scope="col">{t('scan.state')}</th>
              <th scope="col">{t('scan.movedAt')}</th>
              <th scope="col">{t('scan.note')}</th>
            </tr>
          </thead>
          <tbody>
            {pieces.map((piece) => (
              <tr key={piece.token}>
                <th scope="row">
                  <a href={`${path}?label=${piece.token}`} className="num">
                    {piece.short}
                  </a>
                </th>
                <td>
                  <bdi>{piece.title}</bdi>
                </td>
                <td>
                  {t(`kind.${piece.kind}`)} <span className="num">{piece.number}</span>
                </td>
                <td>
                  <span className={`state ${piece.state === 'expected' ? '' : piece.state === 'returned' ? 'state--done' : 'state--now'}`}>
                    {t(`state.${piece.state}`)}
                  </span>
                </td>
                <td className="num start">{piece.movedAt}</td>
                <td className="wrap">
                  {piece.last?.condition} {piece.last?.photo && <a href={`${base}/photos/${piece.last.photo}`}>{t('scan.seePhoto')}</a>}
                  {piece.last && <small>{piece.last.by}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
