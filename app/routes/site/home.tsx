import { data } from '@remix-run/node'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { latestAnnouncements } from '~/domain/events/announcements.server'
import { isOpenAt } from '~/domain/events/event-card'
import { cardsOfSeason } from '~/domain/events/event-cards.server'
import { groupOf, kindGroupNames } from '~/domain/events/event-list'
import { houseZone } from '~/domain/events/house-zone'
import { seasonOf, seasonWindow } from '~/domain/events/season'
import { translator } from '~/i18n/i18n.server'
import { langOf } from '~/i18n/language'
import { useLang, useLocalPath, useT } from '~/i18n/use-t'
import { pageMeta } from '~/ui/page-meta'
import { Posted } from '~/ui/site/posted'
import { Rail } from '~/ui/site/rail'
import { SeasonLoom } from '~/ui/site/season-loom'
import siteCss from '~/ui/styles/site.css?url'
import { pageAddress } from './page-address.server'
import { cacheFor, publicHeaders } from './public-cache'

export const meta = pageMeta
export const headers = publicHeaders
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: siteCss }]

const MONTHS = 8
const RAIL_LENGTH = 18

export async function loader({ request }: LoaderFunctionArgs) {
  const now = new Date()
  const t = translator(langOf(request), 'site')
  const [cards, announcements] = await Promise.all([
    cardsOfSeason({ now, ...seasonWindow(now, houseZone, MONTHS) }),
    latestAnnouncements(8, now),
  ])
  const open = cards.filter((card) => isOpenAt(card, now))
  const wanted = new URL(request.url).searchParams.get('kind')
  const kind = kindGroupNames.find((name) => name === wanted) ?? null
  const seasonEvents = cards.map(({ dates, ...card }) => ({ ...card, spans: dates }))
  return data(
    {
      page: { title: t('siteTitle'), description: t('siteDescription'), ...pageAddress(request) },
      now,
      kind,
      counts: kindGroupNames.map((name) => ({
        name,
        count: open.filter((card) => groupOf(card.kind) === name).length,
      })),
      open: open.filter((card) => !kind || groupOf(card.kind) === kind).slice(0, RAIL_LENGTH),
      total: open.length,
      cards,
      season: seasonOf(seasonEvents, now, houseZone, MONTHS),
      announcements,
    },
    cacheFor(request),
  )
}

export default function Home() {
  const { now, kind, counts, open, total, cards, season, announcements } = useLoaderData<typeof loader>()
  const t = useT('site')
  const lang = useLang()
  const to = useLocalPath()
  const today = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    timeZone: houseZone,
    dateStyle: 'full',
  }).format(now)
  const kinds = [{ name: null, count: total }, ...counts.filter(({ count }) => count > 0)]
  const allSample = (list: typeof cards) => list.length > 0 && list.every(({ sample }) => sample.includes('dates'))
  return (
    <main id="content" tabIndex={-1}>
      <section aria-labelledby="open">
        <div className="opening">
          <div>
            <time dateTime={now.toISOString().slice(0, 10)}>{today}</time>
            <h1 id="open">
              {t('home.title')} {allSample(open) && <span className="tag">{t('tag.dates')}</span>}
            </h1>
          </div>
          {total > 0 && (
            <nav className="kinds" aria-label={t('home.byKind')}>
              {kinds.map(({ name, count }) => (
                <a key={name ?? 'all'} href={to(name ? `/?kind=${name}` : '/')} aria-current={name === kind ? 'true' : undefined}>
                  {t(`group.${name ?? 'all'}`)} <span className="num">{count}</span>
                </a>
              ))}
            </nav>
          )}
        </div>
        {open.length > 0 ? <Rail cards={open} now={now} /> : <NothingOpen filtered={kind !== null && total > 0} />}
      </section>

      <section className="season" aria-labelledby="season">
        <header>
          <h2 id="season">{t('home.season')}</h2>
          <p className="quiet">{t('home.seasonNote')}</p>
          {allSample(cards) && <span className="tag">{t('tag.dates')}</span>}
          {season.wefts.length > 0 && <Legend />}
        </header>
        {season.wefts.length > 0 ? (
          <SeasonLoom season={season} cards={cards} now={now} />
        ) : (
          <p className="empty">{t('home.seasonEmpty')}</p>
        )}
        <p className="more">
          <a href={to('/events')}>{t('home.allEvents')}</a>
        </p>
      </section>

      <Posted announcements={announcements} now={now} />
    </main>
  )
}

function NothingOpen({ filtered }: { filtered: boolean }) {
  const t = useT('site')
  const to = useLocalPath()
  return (
    <div className="empty rail-empty">
      <p>{filtered ? t('home.nothingOfKind') : t('home.nothing')}</p>
      {filtered && (
        <p>
          <a href={to('/')}>{t('home.showAll')}</a>
        </p>
      )}
    </div>
  )
}

function Legend() {
  const t = useT('site')
  return (
    <p className="legend" aria-hidden="true">
      <span>
        <i className="open" />
        {t('home.legendOpen')}
      </span>
      <span>
        <i />
        {t('home.legendQuiet')}
      </span>
      <span>
        <i className="live" />
        {t('home.legendLive')}
      </span>
    </p>
  )
}
