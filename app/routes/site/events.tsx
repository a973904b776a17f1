import { data } from '@remix-run/node'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EVENTS_PER_PAGE, listEvents } from '~/domain/events/event-cards.server'
import { kindGroupNames, listTimes, readEventListQuery } from '~/domain/events/event-list'
import type { EventListQuery, ListTime } from '~/domain/events/event-list'
import { translator } from '~/i18n/i18n.server'
import { langOf } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { notFound } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { Pager } from '~/ui/pager'
import { EventRows } from '~/ui/site/event-rows'
import siteCss from '~/ui/styles/site.css?url'
import { pageAddress } from './page-address.server'
import { cacheFor, publicHeaders } from './public-cache'

export const meta = pageMeta
export const headers = publicHeaders
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: siteCss }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = readEventListQuery(params.kind, new URL(request.url).searchParams)
  if (!query) throw notFound()
  const now = new Date()
  const t = translator(langOf(request), 'site')
  const title = t(`list.title.${query.kind ?? 'all'}`)
  const { cards, total } = await listEvents(query, now)
  return data(
    {
      page: { title: t('titled', { title }), description: t('siteDescription'), ...pageAddress(request) },
      title,
      query,
      cards,
      total,
      pages: Math.ceil(total / EVENTS_PER_PAGE),
      now,
    },
    cacheFor(request),
  )
}

export default function Events() {
  const { title, query, cards, total, pages, now } = useLoaderData<typeof loader>()
  const t = useT('site')
  return (
    <main id="content" tabIndex={-1} className="page list-page">
      <h1>{title}</h1>
      <Filters query={query} />
      <p className="quiet small" role="status">
        {t('list.found', { total })}
      </p>
      {cards.length > 0 ? <EventRows cards={cards} now={now} /> : <Nothing query={query} />}
      <Pager page={query.page} pages={pages} />
    </main>
  )
}

const addressOf = ({ kind, time, text }: EventListQuery, change: { kind?: EventListQuery['kind']; time?: ListTime }) => {
  const group = change.kind === undefined ? kind : change.kind
  const when = change.time ?? time
  const search = new URLSearchParams({
    ...(when === 'all' ? {} : { time: when }),
    ...(text ? { q: text } : {}),
  }).toString()
  return `/events${group ? `/${group}` : ''}${search ? `?${search}` : ''}`
}

function Filters({ query }: { query: EventListQuery }) {
  const t = useT('site')
  const to = useLocalPath()
  return (
    <div className="filters">
      <nav className="kinds" aria-label={t('list.kinds')}>
        {[null, ...kindGroupNames].map((kind) => (
          <a key={kind ?? 'all'} href={to(addressOf(query, { kind }))} aria-current={kind === query.kind ? 'page' : undefined}>
            {t(`group.${kind ?? 'all'}`)}
          </a>
        ))}
      </nav>
      <nav className="kinds" aria-label={t('list.times')}>
        {listTimes.map((time) => (
          <a key={time} href={to(addressOf(query, { time }))} aria-current={time === query.time ? 'true' : undefined}>
            {t(`list.time.${time}`)}
          </a>
        ))}
      </nav>
      <form className="search" role="search" method="get" action={to(`/events${query.kind ? `/${query.kind}` : ''}`)}>
        {query.time !== 'all' && <input type="hidden" name="time" value={query.time} />}
        <label className="visually-hidden" htmlFor="q">
          {t('list.search')}
        </label>
        <input id="q" type="search" name="q" defaultValue={query.text} placeholder={t('list.searchHint')} maxLength={60} />
        <button className="button button--quiet" type="submit">
          {t('list.go')}
        </button>
      </form>
    </div>
  )
}

function Nothing({ query }: { query: EventListQuery }) {
  const t = useT('site')
  const to = useLocalPath()
  return (
    <div className="empty">
      <p>{query.text ? t('list.emptySearch', { text: query.text }) : t('list.empty')}</p>
      <p>
        <a href={to('/events')}>{t('list.clear')}</a>
      </p>
    </div>
  )
}
