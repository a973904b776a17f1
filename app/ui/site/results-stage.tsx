import { describeRulebook } from '~/domain/judging/describe-rulebook'
import type { PublishedStage } from '~/domain/judging/published-stages.server'
import { describeBallot } from '~/domain/judging/votes/describe-ballot'
import { formatDateTime } from '~/i18n/format'
import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import type { Named, ResultRow } from './results-row'
import { ResultsTable } from './results-table'
import { ResultsTeams, type ShownTeam } from './results-teams'
import { sentenceIn } from './rule-sentence'
import { useContestT } from './use-contest-t'

type StageResult = {
  slug: string
  /** `final`: no other stage is judged after it */
  stage: PublishedStage & { rows: ResultRow[]; teams: ShownTeam[]; final: boolean; notice: { from: Date; to: Date } | null }
  groups: readonly Named[]
  tracks: readonly Named[]
  timezone: string
}

/** One stage’s official result: how it was computed, by which rulebook, and the ranking of each category. */
export function ResultsStage({ slug, stage, groups, tracks, timezone }: StageResult) {
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  const { id, name, publishedAt, judged, rulebook, ballot, rulebookHash, rows, final, notice, correction, earlier } = stage
  const per = (rulebook ? rulebook.quota?.per : ballot?.per) ?? 'all'
  const titleOf = ({ work }: ResultRow) => {
    const named = (list: readonly Named[], of: string | null) => say(list.find(({ id }) => id === of)?.name, lang)
    const [group, track] = [named(groups, work.group), named(tracks, work.track)]
    if (per === 'group') return group
    if (per === 'track') return track
    return per === 'group-track' ? [group, track].filter(Boolean).join(' · ') : t('results.everyWork')
  }
  const categories = [...new Set(rows.map(({ category }) => category))].map((category) => {
    const of = rows.filter((row) => row.category === category)
    return { category, rows: of, title: of[0] ? titleOf(of[0]) : '' }
  })
  const sentences = rulebook
    ? describeRulebook(rulebook)
        .filter(({ topic }) => ['score', 'drop', 'ranking'].includes(topic))
        .map((sentence) => sentenceIn(sentence, lang))
    : ballot
      ? describeBallot(ballot, { first: false }).map((sentence) => say(sentence, lang))
      : []
  return (
    <section className="result" aria-labelledby={`stage-${id}`}>
      <header className="result-head">
        <h2 id={`stage-${id}`}>{say(name, lang)}</h2>
        <p>
          <time dateTime={publishedAt.toISOString()}>{t('results.published', { at: formatDateTime(publishedAt, lang, timezone) })}</time>
          {t(final ? 'results.judgedFinal' : 'results.judged', { judged, selected: rows.length })}
        </p>
      </header>
      {notice && (
        <p className="result-notice">
          {t('object.notice', { from: formatDateTime(notice.from, lang, timezone), to: formatDateTime(notice.to, lang, timezone) })}
        </p>
      )}
      {correction && (
        <div className="result-correction">
          <p>{t('results.correctedWhy', { at: formatDateTime(correction.at, lang, timezone), reason: say(correction.reason, lang) })}</p>
          <p className="small">
            {t('results.older')}
            {t('colon')}
            {earlier.map(({ version, publishedAt }) => (
              <a key={version} href={to(`/e/${slug}/results/${id}/${version}`)}>
                {t('results.olderItem', { version, at: formatDateTime(publishedAt, lang, timezone) })}
              </a>
            ))}
          </p>
        </div>
      )}
      {sentences.length > 0 && (
        <div className="result-how">
          <p>{sentences.join(lang === 'en' ? ' ' : '')}</p>
          <p>
            {rulebook && <a href={to(`/e/${slug}/rulebook/${id}`)}>{t('results.rulebook')}</a>}{' '}
            <span className="small quiet">
              {t('results.hash')}
              {t('colon')}
              <code>{rulebookHash}</code>
            </span>
          </p>
        </div>
      )}
      {categories.map(({ category, title, rows }) => (
        <ResultsTable
          key={category}
          slug={slug}
          title={title}
          rows={rows}
          tracks={per === 'track' || per === 'group-track' ? [] : tracks}
          groups={groups.length < 2 || per === 'group' || per === 'group-track' ? [] : groups}
          quota={rulebook ? rulebook.quota !== undefined : ballot !== null}
          byVote={rulebook === null && ballot !== null}
          final={final}
        />
      ))}
      <ResultsTeams teams={stage.teams} />
    </section>
  )
}
