import { useT } from '~/i18n/use-t'
import type { PieceKind, PieceState } from '~/generated/prisma/enums'

interface MakingWork {
  entry: string
  code: string
  title: string
  group: string
  rank: number | null
  answer: 'confirmed' | 'withdrawn' | null
  open: boolean
  files: string[]
  pieces: { kind: PieceKind; state: PieceState }[]
  tied: { entry: string; code: string; title: string; rank: number | null }[]
}

/** Every finalist under its code: from the drawing to the garment, what the makers answered, and what the office may do for them. */
export function MakingTable({
  path,
  slots,
  works,
  settled,
}: {
  path: string
  slots: { id: string; label: string }[]
  works: MakingWork[]
  settled: boolean
}) {
  const t = useT('production')
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="dense">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('making.rank')}
            </th>
            <th scope="col">{t('making.work')}</th>
            <th scope="col">{t('making.group')}</th>
            <th scope="col">{t('making.chain')}</th>
            <th scope="col">{t('making.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {works.map((work) => (
            <tr key={work.entry}>
              <td className="num">{work.rank ?? '—'}</td>
              <th scope="row">
                <b className="num">{work.code}</b> <bdi>{work.title}</bdi>
              </th>
              <td>{work.group}</td>
              <td className="wrap">
                <Chain slots={slots} work={work} />
              </td>
              <td>
                <span
                  className={`state ${work.answer === 'confirmed' ? 'state--done' : work.answer === 'withdrawn' ? 'state--withdrawn' : 'state--now'}`}
                >
                  {work.open ? t('making.open') : t(`making.${work.answer ?? 'waits'}`)}
                </span>
                {!settled && work.answer !== 'withdrawn' && <Acts path={path} work={work} />}
                {!settled && work.open && <Fill path={path} work={work} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** 效果图 → 工艺图 → 小样 → 成衣: what was handed in, then how much of what was announced has come. */
function Chain({ slots, work }: { slots: { id: string; label: string }[]; work: MakingWork }) {
  const t = useT('production')
  return (
    <span className="chain">
      {slots.map(({ id, label }) => (
        <span key={id} className={`state ${work.files.includes(id) ? 'state--done' : 'state--draft'}`}>
          {label}
        </span>
      ))}
      {(['swatch', 'garment'] as const).map((kind) => {
        const own = work.pieces.filter((piece) => piece.kind === kind)
        const here = own.filter(({ state }) => state !== 'expected').length
        if (own.length === 0) return null
        return (
          <span key={kind} className={`state ${here === own.length ? 'state--done' : here > 0 ? 'state--returned' : 'state--draft'}`}>
            {t(`kind.${kind}`)}{' '}
            <span className="num">
              {here} / {own.length}
            </span>
          </span>
        )
      })}
    </span>
  )
}

function Acts({ path, work }: { path: string; work: MakingWork }) {
  const t = useT('production')
  const count = (kind: PieceKind) => work.pieces.filter((piece) => piece.kind === kind).length
  return (
    <div className="making-act">
      <details>
        <summary>{t('making.confirmFor')}</summary>
        <form method="post" action={path}>
          <input type="hidden" name="entry" value={work.entry} />
          {(
            [
              ['garments', 'garment'],
              ['swatches', 'swatch'],
            ] as const
          ).map(([name, kind]) => (
            <div className="field" key={kind}>
              <label htmlFor={`${kind}-${work.entry}`}>{t(`making.${name}`)}</label>
              <input
                id={`${kind}-${work.entry}`}
                name={name}
                type="number"
                min={0}
                max={20}
                required
                defaultValue={work.answer ? count(kind) : kind === 'garment' ? 1 : 0}
                className="num"
              />
            </div>
          ))}
          <button className="button button--small" name="intent" value="confirm">
            {t('making.save')}
          </button>
        </form>
      </details>
      <details>
        <summary>{t('making.withdrawFor')}</summary>
        <form method="post" action={path}>
          <input type="hidden" name="entry" value={work.entry} />
          <input type="hidden" name="sure" value="yes" />
          <p>{t('making.withdrawWhat')}</p>
          <button className="button button--small" name="intent" value="withdraw">
            {t('making.withdrawFor')}
          </button>
        </form>
      </details>
    </div>
  )
}

function Fill({ path, work }: { path: string; work: MakingWork }) {
  const t = useT('production')
  return (
    <form method="post" action={path} className="late-decide">
      <input type="hidden" name="entry" value={work.entry} />
      <label htmlFor={`fill-${work.entry}`}>{t('making.fill')}</label>
      <select id={`fill-${work.entry}`} name="chosen">
        {work.tied.map(({ entry, code, title, rank }) => (
          <option key={entry} value={entry}>
            {rank} · {code} {title}
          </option>
        ))}
      </select>
      <button className="button button--small" name="intent" value="fill">
        {t('making.fillDo')}
      </button>
      <small className="quiet">{t('making.fillWhat')}</small>
    </form>
  )
}
