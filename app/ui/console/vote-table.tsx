import { Fragment } from 'react'
import type { Choice } from '~/domain/judging/votes/choice'
import { useLocalPath, useT } from '~/i18n/use-t'
import { VoteSign } from '~/ui/vote-sign'

export interface VoteRow {
  entry: string
  code: string
  title: string
  rank: number | null
  counts: { in: number; hold: number; out: number }
  standing: 'place' | 'alternate' | 'none' | 'tied-at-cut' | 'withdrawn' | 'disqualified'
  moved: 'in' | 'out' | null
  decidedBy: 'chair' | null
  /** one per seat, in their order */
  cells: (Choice | 'recused' | null)[]
  thumb: string | null
}

interface VoteTableProps {
  slug: string
  seats: { id: string; label: string; name: string; voted: number; of: number }[]
  rows: VoteRow[]
  quota: { places: number; alternates: number } | null
}

/** Who voted how on every work, the counts that rank it, and the cut-line as a selvedge. */
export function VoteTable({ slug, seats, rows, quota }: VoteTableProps) {
  const t = useT('console')
  const jury = useT('jury')
  const to = useLocalPath()
  const cutAfter = quota ? rows.findLastIndex(({ standing }) => standing === 'place' || standing === 'tied-at-cut') : -1
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="ranks votes">
        <thead>
          <tr>
            <th scope="col">{t('ranking.rank')}</th>
            <th scope="col">{t('col.title')}</th>
            {seats.map((seat) => (
              <th key={seat.id} scope="col" className="j" title={seat.name}>
                {seat.label}
                <progress
                  value={seat.voted}
                  max={seat.of || 1}
                  className={seat.voted >= seat.of ? 'full' : undefined}
                  aria-label={t('progress.of', { label: seat.label, complete: seat.voted, expected: seat.of })}
                />
                <small>{seat.voted}</small>
              </th>
            ))}
            <th scope="col" className="off">
              {jury('choice.in')}
            </th>
            <th scope="col" className="j">
              {jury('choice.hold')}
            </th>
            <th scope="col" className="j">
              {jury('choice.out')}
            </th>
            <th scope="col">{t('ranking.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.entry}>
              <tr className={row.standing === 'tied-at-cut' ? 'near' : undefined}>
                <th scope="row">{row.rank ?? '—'}</th>
                <td className="work">
                  {row.thumb ? <img src={row.thumb} alt="" width="44" height="31" loading="lazy" /> : <span className="thumb" />}
                  <a href={to(`/console/${slug}/entries/${row.entry}`)}>{row.code}</a> {row.title}
                </td>
                {row.cells.map((cell, n) => (
                  <td key={seats[n]?.id} className="j">
                    {cell === null ? (
                      <span className="quiet">—</span>
                    ) : cell === 'recused' ? (
                      <span className="quiet">{t('mark.recused')}</span>
                    ) : (
                      <span title={jury(`choice.${cell}`)}>
                        <VoteSign choice={cell} />
                        <span className="visually-hidden">{jury(`choice.${cell}`)}</span>
                      </span>
                    )}
                  </td>
                ))}
                <td className="off">{row.counts.in}</td>
                <td className="j">{row.counts.hold}</td>
                <td className="j">{row.counts.out}</td>
                <td className="standing">
                  {t(`standing.${row.standing}`)}
                  {row.moved && <small>{jury(`votes.moved.${row.moved}`)}</small>}
                  {row.decidedBy && <small>{jury('votes.decided')}</small>}
                </td>
              </tr>
              {quota && index === cutAfter && (
                <tr className="cut">
                  <td colSpan={seats.length + 6}>
                    <span>{t('ranking.cut', { places: quota.places })}</span>
                    {quota.alternates > 0 && (
                      <span>
                        {t('ranking.alternates', { count: quota.alternates, from: quota.places + 1, to: quota.places + quota.alternates })}
                      </span>
                    )}
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
