import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Localized } from '~/domain/events/localized'
import { fieldText } from '~/domain/entries/precheck/field-text'
import { standardNames } from '~/domain/events/standard-names'
import { expectedResult } from '~/domain/judging/results-date'
import { runningNotices } from '~/domain/judging/objections/running-notices.server'
import { publishedTeams } from '~/domain/judging/measured/published-teams.server'
import { publishedAwards } from '~/domain/judging/publication/published-awards.server'
import { publishedStages } from '~/domain/judging/published-stages.server'
import { publishedStandings } from '~/domain/judging/published-standings.server'
import { publishedWorks } from '~/domain/judging/published-works.server'
import { awardedOrganisations } from '~/domain/prizes/organisation-queries.server'
import { contestTranslator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { AwardedOrganisations } from '~/ui/prizes/awarded-organisations'
import { ResultsPending } from '~/ui/site/results-pending'
import { ResultsStage } from '~/ui/site/results-stage'
import type { ShownTeam } from '~/ui/site/results-teams'
import { SampleValues } from '~/ui/site/sample-tag'
import resultsCss from '~/ui/styles/results.css?url'
import siteCss from '~/ui/styles/site.css?url'
import { pageAddress } from './page-address.server'
import { publicHeaders } from './public-cache'
import { requireEvent } from './require-event.server'
import { useContestT } from '~/ui/site/use-contest-t'

export const meta = pageMeta
export const headers = publicHeaders
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: siteCss },
  { rel: 'stylesheet', href: resultsCss },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, config, lang, now } = await requireEvent(request, params.slug)
  const { contest } = config
  if (!contest) throw notFound()
  const t = contestTranslator(lang, config.kind)
  const [stages, standings, awards, organisations] = await Promise.all([
    publishedStages(event.id),
    publishedStandings(event.id),
    publishedAwards(event.id),
    awardedOrganisations(event.id),
  ])
  const notices = await runningNotices(
    event.id,
    stages.map(({ id }) => id),
    now,
  )
  const { works } = await publishedWorks(event.id, [...new Set(standings.map(({ entryId }) => entryId))], event.config)
  const published = stages.map(({ id }) => id)
  const next = event.status === 'cancelled' ? null : expectedResult(contest.stages, published)
  const name = say(config.name, lang)
  const fieldOf = new Map(contest.entry.fields.map((field) => [field.id, field]))
  const teams = await Promise.all(
    stages.map(async ({ id, rulebook }): Promise<ShownTeam[]> => {
      const rows = standings.filter(({ stageId }) => stageId === id)
      const codeOf = new Map(rows.map(({ entryId, code }) => [entryId, code]))
      const field = fieldOf.get(rulebook?.teams?.field ?? '')
      const found = rulebook ? await publishedTeams(event.id, rulebook, rows) : []
      return found.flatMap(({ team, total, rank, entries }) =>
        rank === null || total === null
          ? []
          : [{ name: field ? fieldText(field, team, lang) : team, total, rank, codes: entries.map((entry) => codeOf.get(entry) ?? '') }],
      )
    }),
  )
  return {
    contestKind: config.kind,
    page: {
      title: t('titled', { title: t('results.titleOf', { name }) }),
      description: t(stages.length > 0 ? 'results.description' : 'results.pendingDescription', { name }),
      ...pageAddress(request),
    },
    slug: event.id,
    name: config.name,
    cancelled: event.status === 'cancelled',
    timezone: config.timezone,
    groups: contest.groups.map(({ id, name }) => ({ id, name })),
    tracks: contest.tracks.map(({ id, name }) => ({ id, name })),
    sample: config.sample,
    next: next && { name: nameOfStage(next.stage), ...spanOf(event.dates, next.dates), at: next.at },
    now,
    organisations: organisations.map(({ number, award, awardId, name, figures }) => ({ number, award, awardId, name, figures })),
    stages: stages.map((stage, at) => ({
      ...stage,
      teams: teams[at] ?? [],
      final: next === null && at === 0,
      notice: notices.get(stage.id) ?? null,
      rows: standings.flatMap((row) => {
        const work = works.get(row.entryId)
        return row.stageId === stage.id && work ? [{ ...row, work, award: awards.get(`${stage.id} ${row.entryId}`) ?? null }] : []
      }),
    })),
  }
}

const nameOfStage = ({ id, name }: { id: string; name?: Localized }) => name ?? standardNames[id]

function spanOf(dates: readonly { key: string; start: Date; end: Date }[], key: string) {
  const found = dates.find((date) => date.key === key)
  return { start: found?.start ?? null, end: found?.end ?? null }
}

export default function Results() {
  const { slug, name, cancelled, timezone, groups, tracks, sample, next, now, organisations, stages } = useLoaderData<typeof loader>()
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  return (
    <SampleValues sample={sample}>
      <main id="content" tabIndex={-1} className="page results">
        <p className="crumb">
          <a href={to(`/e/${slug}`)}>{say(name, lang)}</a>
        </p>
        <header className="results-head">
          <h1>{t('results.title')}</h1>
          {stages.length > 0 && (
            <a className="button" href={to(`/e/${slug}/gallery`)}>
              {t('results.gallery')}
            </a>
          )}
        </header>
        {stages.length === 0 && <ResultsPending slug={slug} cancelled={cancelled} next={next} timezone={timezone} now={now} />}
        {stages.map((stage) => (
          <ResultsStage key={stage.id} slug={slug} stage={stage} groups={groups} tracks={tracks} timezone={timezone} />
        ))}
        <AwardedOrganisations rows={organisations} />
        {stages.length > 0 && <p className="results-note">{t('results.unselected')}</p>}
        {stages.length > 0 && next && <ResultsPending slug={slug} cancelled={false} next={next} timezone={timezone} now={now} further />}
      </main>
    </SampleValues>
  )
}
