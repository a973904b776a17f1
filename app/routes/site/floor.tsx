import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { exhibitorOf, liveClaims } from '~/domain/booths/floor-status.server'
import { USUAL_HOLD, lengthInSeconds } from '~/domain/booths/hold-length'
import { formatDate } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { getActor, notFound } from '~/session.server'
import { FloorPlan } from '~/ui/floor-plan/floor-plan'
import { Legend } from '~/ui/floor-plan/legend'
import { PlanFilters } from '~/ui/floor-plan/plan-filters'
import { StandList } from '~/ui/floor-plan/stand-list'
import { StandPanel } from '~/ui/floor-plan/stand-panel'
import type { Step } from '~/ui/floor-plan/stand-panel'
import { useNonce } from '~/ui/nonce'
import { pageMeta } from '~/ui/page-meta'
import { SampleTag, SampleValues } from '~/ui/site/sample-tag'
import floorCss from '~/ui/styles/floor.css?url'
import siteCss from '~/ui/styles/site.css?url'
import { floorView } from './floor-view.server'
import { pageAddress } from './page-address.server'
import { requireEvent } from './require-event.server'

export const meta = pageMeta
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: siteCss },
  { rel: 'stylesheet', href: floorCss },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, config, lang, now } = await requireEvent(request, params.slug)
  const { expo } = config
  if (!expo) throw notFound()
  const actor = await getActor(request)
  const own = actor && (await exhibitorOf(event.id, actor.personId))
  const claims = await liveClaims(event.id)
  const url = new URL(request.url)
  const search = url.searchParams
  const path = `/e/${event.id}/floor`
  const t = translator(lang, 'booths')
  const name = say(config.name, lang)
  const open =
    event.status === 'open' && (event.opensAt === null || event.opensAt <= now) && (event.closesAt === null || event.closesAt >= now)
  const date = (at: Date | null) => (at ? formatDate(at, lang, config.timezone, true) : '')
  const step: Step = !open ? 'closed' : !actor ? 'sign-in' : own ? 'take' : 'join'
  const here = localPath(lang, path) + url.search
  return {
    page: { title: t('floor.titleOf', { name }), description: t('floor.description', { name }), ...pageAddress(request) },
    slug: event.id,
    name,
    sample: config.sample,
    view: search.get('view') === 'list' ? ('list' as const) : ('plan' as const),
    floor: floorView({ slug: event.id, config, expo, claims, own, search, lang, now, path }),
    zones: expo.zones.map((zone) => ({ id: zone.id, name: say(zone.name, lang) })),
    values: {
      zone: search.get('zone') ?? '',
      area: search.get('area') ?? '',
      openings: search.get('openings') ?? '',
      price: search.get('price') ?? '',
      free: search.get('free') === '1',
      q: search.get('q')?.slice(0, 40) ?? '',
    },
    step,
    closed: t('panel.closed', { from: date(event.opensAt), to: date(event.closesAt) }),
    minutes: Math.round((lengthInSeconds(expo.holds?.click) ?? USUAL_HOLD) / 60),
    addresses: {
      stands: localPath(lang, `/e/${event.id}/stands`),
      exhibit: localPath(lang, `/e/${event.id}/exhibit`),
      signIn: `${localPath(lang, '/sign-in')}?next=${encodeURIComponent(here)}`,
    },
  }
}

export default function FloorPage() {
  const { slug, name, sample, view, floor, zones, values, ...next } = useLoaderData<typeof loader>()
  const t = useT('booths')
  const to = useLocalPath()
  const nonce = useNonce()
  const here = to(`/e/${slug}/floor`)
  const crumb = (
    <p className="floor-crumb">
      <a href={to(`/e/${slug}`)}>{name}</a>
    </p>
  )
  if (!floor) {
    return (
      <main id="content" tabIndex={-1} className="page">
        {crumb}
        <h1>{t('floor.title')}</h1>
        <div className="empty">
          <h2>{t('floor.noFloor')}</h2>
          <p>{t('floor.noFloorText')}</p>
        </div>
      </main>
    )
  }
  const { hall, halls, size, units, counts, filtered, areas, chosen, missing } = floor
  const shown = units.filter(({ fits }) => fits)
  const booths = (list: typeof units) => list.reduce((sum, { numbers }) => sum + numbers.length, 0)
  const inView = (wanted: 'plan' | 'list') => {
    const search = new URLSearchParams(
      Object.entries({ ...values, free: values.free ? '1' : '', hall: hall.id, view: wanted === 'list' ? 'list' : '' }).filter(
        ([, value]) => value,
      ),
    )
    for (const number of chosen?.numbers ?? []) search.append('booth', number)
    return `${here}?${search.toString()}`
  }
  return (
    <SampleValues sample={sample}>
      <main id="content" tabIndex={-1} className="floor-page">
        <div className="plan-part">
          {crumb}
          <header className="floor-head">
            <h1>
              {hall.name} <SampleTag path="expo.halls" />
              <small>{size}</small>
            </h1>
            <nav className="plan-views" aria-label={t('floor.views')}>
              {(['plan', 'list'] as const).map((one) => (
                <a key={one} href={inView(one)} aria-current={one === view ? 'page' : undefined}>
                  {t(`floor.${one}`)}
                </a>
              ))}
            </nav>
          </header>
          {halls.length > 1 && (
            <nav className="plan-halls" aria-label={t('floor.halls')}>
              {halls.map(({ id, name: hallName, href }) => (
                <a key={id} href={href} aria-current={id === hall.id ? 'page' : undefined}>
                  {hallName}
                </a>
              ))}
            </nav>
          )}
          <PlanFilters
            action={here}
            hall={hall.id}
            view={view}
            zones={zones}
            areas={areas}
            values={values}
            active={filtered}
            clear={`${here}?hall=${hall.id}`}
          />
          {filtered && (
            <p className="plan-count quiet small" role="status">
              {t('floor.shown', { shown: booths(shown), total: booths(units) })}
            </p>
          )}
          <Legend counts={counts} />
          {view === 'list' ? <StandList units={shown} /> : <FloorPlan hall={hall} units={units} />}
        </div>
        <StandPanel chosen={chosen} missing={missing} {...next} />
      </main>
      <script src="/floor-plan.js" defer nonce={nonce} />
    </SampleValues>
  )
}
