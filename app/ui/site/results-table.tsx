import { Fragment } from 'react'
import { pictureAddress } from '~/domain/judging/published-picture-name'
import { say } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import type { Named, ResultRow } from './results-row'
import { WorkPeople } from './work-people'
import { useContestT } from './use-contest-t'

type Category = {
  slug: string
  title: string
  /** by rank */
  rows: readonly ResultRow[]
  /** shown in each row; empty when the category says it already */
  tracks: readonly Named[]
  /** shown in each row, as awards are given group by group; empty when the category says it already */
  groups: readonly Named[]
  /** the stage cut by a quota */
  quota: boolean
  /** ranked by votes instead of marks */
  byVote: boolean
  /** no other stage is judged after this one: a place leads nowhere further */
  final: boolean
}

/** The ranking of one category, with the line below which works stand by. */
export function ResultsTable({ slug, title, rows, tracks, groups, quota, byVote, final }: Category) {
  const t = useContestT()
  const jury = useT('jury')
  const places = rows.filter(({ standing }) => standing === 'place').length
  const alternates = rows.filter(({ standing }) => standing === 'alternate').length
  return (
    <table className="ranking">
      <caption>
        {title} <small>{quota && !final ? t('results.counts', { places, alternates }) : t('results.ranked', { works: rows.length })}</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('results.rank')}</th>
          <th scope="col" className="picture">
            <span className="visually-hidden">{t('results.picture')}</span>
          </th>
          <th scope="col">{t('results.work')}</th>
          <th scope="col">{t('results.authors')}</th>
          <th scope="col" className="num">
            {byVote ? jury('votes.ins') : t('results.score')}
          </th>
          <th scope="col">{t('results.standing')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Fragment key={row.entryId}>
            {quota && row.standing !== 'place' && rows[at - 1]?.standing === 'place' && (
              <tr className="cut">
                <td colSpan={6}>{t(row.standing === 'alternate' ? 'results.cut' : 'results.cutPlain', { places })}</td>
              </tr>
            )}
            <Row slug={slug} row={row} tracks={tracks} groups={groups} byVote={byVote} final={final} />
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Row({
  slug,
  row,
  tracks,
  groups,
  byVote,
  final,
}: {
  slug: string
  row: ResultRow
  tracks: readonly Named[]
  groups: readonly Named[]
  byVote: boolean
  final: boolean
}) {
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  const { code, rank, total, ins, standing, work, award } = row
  const [picture] = work.pictures
  const track = say(tracks.find(({ id }) => id === work.track)?.name, lang)
  const group = say(groups.find(({ id }) => id === work.group)?.name, lang)
  const address = to(`/e/${slug}/works/${encodeURIComponent(code)}`)
  return (
    <tr className={standing === 'alternate' ? 'alternate' : undefined}>
      <td className="rank num">{rank ?? '—'}</td>
      <td className="picture">
        {picture && (
          // the title beside it is the link a reader hears
          <a href={address} tabIndex={-1} aria-hidden="true">
            <img src={pictureAddress(slug, code, picture.name, 'thumb')} alt="" loading="lazy" width={96} height={72} />
          </a>
        )}
      </td>
      <th scope="row">
        <a href={address}>{work.title || code}</a>
        <span className="num">{[code, group, track].filter(Boolean).join(' · ')}</span>
      </th>
      <td className="people">
        <WorkPeople work={work} />
      </td>
      <td className="score num">{total ?? (byVote ? ins : null) ?? '—'}</td>
      <td className="standing">{award ? say(award, lang) : standing === 'none' || final ? '' : t(`results.standings.${standing}`)}</td>
    </tr>
  )
}
