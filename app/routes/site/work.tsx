import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { latestStandings } from '~/domain/judging/latest-standings'
import { pictureAddress } from '~/domain/judging/published-picture-name'
import { runningNotices } from '~/domain/judging/objections/running-notices.server'
import { publishedAwards } from '~/domain/judging/publication/published-awards.server'
import { publishedStages } from '~/domain/judging/published-stages.server'
import { publishedStandings } from '~/domain/judging/published-standings.server'
import { publishedWorks } from '~/domain/judging/published-works.server'
import { publicUrl } from '~/env.server'
import { contestTranslator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { WorkFacts } from '~/ui/site/work-facts'
import { WorkNeighbours } from '~/ui/site/work-neighbours'
import { WorkPictures } from '~/ui/site/work-pictures'
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
  if (!config.contest) throw notFound()
  const rows = await publishedStandings(event.id)
  const hung = latestStandings(rows)
  const at = hung.findIndex(({ code }) => code === params.code)
  const own = hung[at]
  if (!own) throw notFound()
  const beside = [hung[at - 1], hung[at + 1]]
  const [{ works, labels }, stages, awards] = await Promise.all([
    publishedWorks(
      event.id,
      [own, ...beside].flatMap((row) => (row ? [row.entryId] : [])),
      event.config,
    ),
    publishedStages(event.id),
    publishedAwards(event.id),
  ])
  const notices = await runningNotices(event.id, [own.stageId], now)
  const work = works.get(own.entryId)
  if (!work) throw notFound()
  const neighbour = (row: typeof own | undefined) => {
    const found = row && works.get(row.entryId)
    return found ? { code: found.code, title: found.title, picture: found.pictures[0]?.name ?? null } : null
  }
  const t = contestTranslator(lang, config.kind)
  const names = (work.cleared ? work.authors : []).map(({ name, nameLatin }) => (lang === 'en' && nameLatin ? nameLatin : name))
  const first = work.pictures[0]
  return {
    contestKind: config.kind,
    page: {
      title: t('titled', {
        title: t('work.titleOf', { title: work.title || work.code, name: say(config.name, lang) }),
      }),
      description: t('work.description', {
        title: work.title || work.code,
        authors: names.join(lang === 'en' ? ', ' : '、'),
        name: say(config.name, lang),
      }),
      ...(first ? { image: publicUrl() + pictureAddress(event.id, work.code, first.name, 'sheet') } : {}),
      ...pageAddress(request),
    },
    slug: event.id,
    name: config.name,
    objectable: notices.has(own.stageId),
    work,
    labels,
    group: config.contest.groups.find(({ id }) => id === work.group)?.name,
    track: config.contest.tracks.find(({ id }) => id === work.track)?.name,
    standings: rows
      .filter(({ entryId }) => entryId === own.entryId)
      .map(({ stageId, rank, total, standing }) => ({
        stageId,
        stage: stages.find(({ id }) => id === stageId)?.name,
        rank,
        total,
        standing,
        award: awards.get(`${stageId} ${own.entryId}`) ?? null,
      })),
    previous: neighbour(beside[0]),
    next: neighbour(beside[1]),
  }
}

export default function Work() {
  const { slug, name, objectable, work, labels, group, track, standings, previous, next } = useLoaderData<typeof loader>()
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  return (
    <main id="content" tabIndex={-1} className="page work">
      <p className="crumb">
        <a href={to(`/e/${slug}`)}>{say(name, lang)}</a>
        <a href={to(`/e/${slug}/gallery`)}>{t('gallery.title')}</a>
      </p>
      <div className="work-body">
        <WorkPictures slug={slug} work={work} slots={labels.slots} />
        <WorkFacts slug={slug} work={work} fields={labels.fields} group={group} track={track} standings={standings} />
      </div>
      {objectable && (
        <p>
          <a className="button" href={to(`/e/${slug}/works/${encodeURIComponent(work.code)}/object`)}>
            {t('object.link')}
          </a>
        </p>
      )}
      <WorkNeighbours slug={slug} previous={previous} next={next} />
    </main>
  )
}
