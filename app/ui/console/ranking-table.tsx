import { Fragment } from 'react'
import type { CalibratedView } from '~/routes/console/calibrated-view.server'
import type { MarkCell, RankingRow } from '~/routes/console/ranking-row.server'
import { useLocalPath, useT } from '~/i18n/use-t'

interface RankingTableProps {
  slug: string
  /** a vote came first: its counts stand beside the marks */
  firstPass: boolean
  seats: { id: string; label: string; name: string; locked: boolean; marked: number; of: number }[]
  rows: RankingRow[]
  quota: { places: number; alternates: number } | null
  /** by entry; columns of their own beside the official ones, whose order they never change */
  calibrated: CalibratedView['cells'] | null
}

/** The official ranking: each judge’s total, dropped ones struck, the score that counts, and the cut-line as a selvedge. */
export function RankingTable({ slug, firstPass, seats, rows, quota, calibrated }: RankingTableProps) {
  const t = useT('console')
  const jury = useT('jury')
  const to = useLocalPath()
  const columns = seats.length + (calibrated ? 8 : 4) + (firstPass ? 1 : 0)
  const cutAfter = quota ? lastIndex(rows, (row) => row.standing === 'place' || row.standing === 'tied-at-cut') : -1
  const endAfter = quota && quota.alternates > 0 ? lastIndex(rows, (row) => row.standing === 'alternate') : -1
  return (
    <div className="table-scroll" tabIndex={0}>
      <table className="ranks">
        <thead>
          <tr>
            <th scope="col">{t('ranking.rank')}</th>
            <th scope="col">{t('col.title')}</th>
            {seats.map((seat) => (
              <th key={seat.id} scope="col" className="j" title={seat.name}>
                {seat.label}
                <progress
                  value={seat.marked}
                  max={seat.of || 1}
                  className={seat.marked >= seat.of ? 'full' : undefined}
                  aria-label={t('progress.of', { label: seat.label, complete: seat.marked, expected: seat.of })}
                />
                <small>{seat.marked}</small>
              </th>
            ))}
            <th scope="col" className="off">
              {t('ranking.score')}
            </th>
            {firstPass && <th scope="col">{jury('votes.col')}</th>}
            <th scope="col">{t('ranking.standing')}</th>
            {calibrated && (
              <>
                <th scope="col" className="cal cal--first">
                  {t('calibrated.score')}
                </th>
                <th scope="col" className="cal">
                  {t('calibrated.rank')}
                </th>
                <th scope="col" className="cal">
                  {t('calibrated.interval')}
                </th>
                <th scope="col" className="cal">
                  {t('calibrated.inQuota')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.entry}>
              <tr className={row.standing === 'tied-at-cut' || row.awaitsChair ? 'near' : undefined}>
                <th scope="row">{row.rank ?? '—'}</th>
                <td className="work">
                  {row.thumb ? <img src={row.thumb} alt="" width="44" height="31" loading="lazy" /> : <span className="thumb" />}
                  <a href={to(`/console/${slug}/entries/${row.entry}`)}>{row.code}</a> {row.title}
                </td>
                {row.cells.map((cell, n) => (
                  <td key={seats[n]?.id} className="j">
                    <Mark cell={cell} />
                  </td>
                ))}
                <td className="off">{row.total ?? '—'}</td>
                {firstPass && <td className="quiet">{row.votes ? jury('votes.counts', { ...row.votes }) : '—'}</td>}
                <td className="standing">
                  {row.award || t(`standing.${row.standing}`)}
                  {row.awaitsChair && row.standing !== 'tied-at-cut' && <small>{t('ranking.tied')}</small>}
                  {row.decidedBy && <small>{row.decidedBy === 'chair' ? t('ranking.byChair') : t('ranking.byTieRule')}</small>}
                </td>
                {calibrated && <Calibrated cell={calibrated[row.entry]} />}
              </tr>
              {quota && index === cutAfter && (
                <tr className="cut">
                  <td colSpan={columns}>
                    <span>{t('ranking.cut', { places: quota.places })}</span>
                    {quota.alternates > 0 && (
                      <span>
                        {t('ranking.alternates', { count: quota.alternates, from: quota.places + 1, to: quota.places + quota.alternates })}
                      </span>
                    )}
                  </td>
                </tr>
              )}
              {index === endAfter && index !== rows.length - 1 && (
                <tr className="cut cut--end">
                  <td colSpan={columns}>
                    <span>{t('ranking.end')}</span>
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

function Calibrated({ cell }: { cell: CalibratedView['cells'][string] | undefined }) {
  return (
    <>
      <td className="cal cal--first">{cell?.score ?? '—'}</td>
      <td className="cal">{cell?.rank ?? '—'}</td>
      <td className="cal">{cell?.interval ?? '—'}</td>
      <td className="cal">{cell?.inQuota ?? '—'}</td>
    </>
  )
}

function Mark({ cell }: { cell: MarkCell }) {
  const t = useT('console')
  if (cell.kind === 'total') return cell.dropped ? <s>{cell.text}</s> : <>{cell.text}</>
  return <span className="quiet">{t(`mark.${cell.kind}`)}</span>
}

function lastIndex<Row>(rows: Row[], is: (row: Row) => boolean): number {
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at]
    if (row && is(row)) return at
  }
  return -1
}
