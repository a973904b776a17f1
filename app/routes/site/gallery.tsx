import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { latestStandings } from '~/domain/judging/latest-standings'
import { publishedStandings } from '~/domain/judging/published-standings.server'
import { publishedWorks } from '~/domain/judging/published-works.server'
import { contestTranslator } from '~/i18n/i18n.server'
import { say } from '~/i18n/language'
import { useLang, useLocalPath } from '~/i18n/use-t'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { Pager } from '~/ui/pager'
import { GalleryFilters } from '~/ui/site/gallery-filters'
import { GalleryWork } from '~/ui/site/gallery-work'
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

const WORKS_PER_PAGE = 24

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, config, lang } = await requireEvent(request, params.slug)
  const { contest } = config
  if (!contest) throw notFound()
  const t = contestTranslator(lang, config.kind)
  const search = new URL(request.url).searchParams
  const chosen = (list: readonly { id: string }[], key: string) => list.find(({ id }) => id === search.get(key))?.id ?? null
  const [group, track] = [chosen(contest.groups, 'group'), chosen(contest.tracks, 'track')]
  const rows = await publishedStandings(event.id)
  const finalists = latestStandings(rows).filter(({ standing }) => standing !== 'alternate')
  const inGroup = finalists.filter((work) => group === null || work.group === group)
  const inTrack = finalists.filter((work) => track === null || work.track === track)
  const shown = inGroup.filter((work) => track === null || work.track === track)
  const pages = Math.max(1, Math.ceil(shown.length / WORKS_PER_PAGE))
  const asked = Number.parseInt(search.get('page') ?? '', 10)
  const page = Math.min(pages, Math.max(1, Number.isNaN(asked) ? 1 : asked))
  const onPage = shown.slice((page - 1) * WORKS_PER_PAGE, page * WORKS_PER_PAGE)
  const { works } = await publishedWorks(
    event.id,
    onPage.map(({ entryId }) => entryId),
    event.config,
  )
  const name = say(config.name, lang)
  const count = (list: typeof finalists, key: 'group' | 'track', id: string) => list.filter((work) => work[key] === id).length
  return {
    contestKind: config.kind,
    page: {
      title: t('titled', { title: t('gallery.titleOf', { name }) }),
      description: t('gallery.description', { name }),
      ...pageAddress(request),
    },
    slug: event.id,
    name: config.name,
    published: rows.length > 0,
    chosen: { group, track },
    groups: contest.groups.map(({ id, name }) => ({ id, name, works: count(inTrack, 'group', id) })),
    tracks: contest.tracks.map(({ id, name }) => ({ id, name, works: count(inGroup, 'track', id) })),
    total: shown.length,
    at: page,
    pages,
    works: onPage.flatMap((row) => {
      const work = works.get(row.entryId)
      return work ? [work] : []
    }),
  }
}

export default function Gallery() {
  const { slug, name, published, chosen, groups, tracks, total, at, pages, works } = useLoaderData<typeof loader>()
  const t = useContestT()
  const lang = useLang()
  const to = useLocalPath()
  return (
    <main id="content" tabIndex={-1} className="page gallery">
      <p className="crumb">
        <a href={to(`/e/${slug}`)}>{say(name, lang)}</a>
      </p>
      <header className="results-head">
        <h1>{t('gallery.title')}</h1>
        {published && (
          <a className="button" href={to(`/e/${slug}/results`)}>
            {t('gallery.results')}
          </a>
        )}
      </header>
      {published ? (
        <>
          <GalleryFilters slug={slug} groups={groups} tracks={tracks} chosen={chosen} />
          <p className="quiet small" role="status">
            {t('gallery.count', { total })}
          </p>
          {works.length === 0 && (
            <div className="empty">
              <p>{t('gallery.none')}</p>
              <p>
                <a href={to(`/e/${slug}/gallery`)}>{t('gallery.all')}</a>
              </p>
            </div>
          )}
          <ul className="works">
            {works.map((work) => (
              <GalleryWork key={work.id} slug={slug} work={work} groups={groups} tracks={tracks} />
            ))}
          </ul>
          <Pager page={at} pages={pages} />
          <p className="results-note">{t('gallery.note')}</p>
        </>
      ) : (
        <div className="pending">
          <p className="pending-when">{t('gallery.notYet')}</p>
          <p>{t('gallery.calm')}</p>
          <p>
            <a href={to(`/e/${slug}/results`)}>{t('gallery.when')}</a>
          </p>
        </div>
      )}
    </main>
  )
}
