import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { confirmClaim } from '~/domain/booths/confirm-claim.server'
import { readFloor } from '~/domain/booths/floor'
import { liveClaims } from '~/domain/booths/floor-status.server'
import { releaseClaim } from '~/domain/booths/release-claim.server'
import { salesByZone, sumOfSales } from '~/domain/booths/sales'
import type { ZoneSales } from '~/domain/booths/sales'
import type { Currency } from '~/domain/money'
import { may } from '~/domain/people/permissions'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { ClaimTable } from '~/ui/floor-plan/claim-table'
import { FloorPlan } from '~/ui/floor-plan/floor-plan'
import { Legend } from '~/ui/floor-plan/legend'
import { SalesTable } from '~/ui/floor-plan/sales-table'
import { useNonce } from '~/ui/nonce'
import { pageMeta } from '~/ui/page-meta'
import floorCss from '~/ui/styles/floor.css?url'
import { floorView } from '../site/floor-view.server'
import { shownMoney } from '../site/quote-text.server'
import { requireEvent } from '../site/require-event.server'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: floorCss }]

const LISTED = 500

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request, slug, 'event.view')
  const { config, lang, now } = await requireEvent(request, slug)
  const { expo } = config
  if (!expo) throw notFound()
  const t = translator(lang, 'booths')
  const claims = await liveClaims(slug)
  const { floor } = readFloor(expo)
  const search = new URL(request.url).searchParams
  const money = (minor: bigint, currency: string) => shownMoney({ minor, currency: currency as Currency }, lang)
  const rows = salesByZone(
    floor,
    expo.zones.map(({ id }) => id),
    claims,
  )
  const shown = ({ amounts, zone, area, ...counts }: ZoneSales, name?: string) => ({
    ...counts,
    name: name ?? (say(expo.zones.find(({ id }) => id === zone)?.name, lang) || t('board.noZone')),
    area: t('area', { area: area / 100 }),
    amount:
      Object.entries(amounts)
        .map(([currency, minor]) => money(minor, currency))
        .join(' + ') || '—',
  })
  return {
    page: { title: `${t('board.title')} · ${say(config.name, lang)}` },
    slug,
    mayAct: may(roles, 'booths.manage'),
    floor: floorView({ slug, config, expo, claims, own: null, search, lang, now, path: `/console/${slug}/booths`, office: true }),
    sales: [...rows.map((row) => shown(row)), shown(sumOfSales(rows), t('board.sum'))],
    claims: claims.slice(0, LISTED).map(({ id, status, numbers, nameZh, nameEn, expiresAt, totalMinor, currency }) => ({
      id,
      status,
      numbers: numbers.join(' + '),
      name: say({ zh: nameZh, en: nameEn }, lang),
      until: expiresAt && formatDateTime(expiresAt, lang, config.timezone),
      total: totalMinor !== null && currency !== null ? money(totalMinor, currency) : '',
    })),
    more: claims.length > LISTED ? t('board.more', { count: LISTED }) : null,
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, slug, 'booths.manage')
  const { lang } = await requireEvent(request, slug)
  const form = await readForm(request)
  const claimId = String(form.get('claim') ?? '').slice(0, 40)
  const t = translator(lang, 'booths')
  const outcome =
    form.get('intent') === 'confirm'
      ? await confirmClaim({ eventId: slug, claimId, byId: personId })
      : await releaseClaim({ eventId: slug, claimId, personId: null })
  if (outcome.ok) return redirect(localPath(lang, `/console/${slug}/booths`))
  const reason = outcome.reason === 'confirmed' ? 'confirmed-already' : outcome.reason
  return data({ text: t(`board.${reason}`) }, 409)
}

export default function Booths() {
  const { slug, mayAct, floor, sales, claims, more } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT('booths')
  const to = useLocalPath()
  const nonce = useNonce()
  return (
    <>
      <h1>{t('board.title')}</h1>
      {refused && (
        <div className="notice" role="alert">
          <p>{refused.text}</p>
        </div>
      )}
      <SalesTable rows={sales} />
      {floor && (
        <section aria-labelledby="map">
          <h2 id="map">{t('board.map')}</h2>
          {floor.halls.length > 1 && (
            <nav className="plan-halls" aria-label={t('floor.halls')}>
              {floor.halls.map(({ id, name, href }) => (
                <a key={id} href={href} aria-current={id === floor.hall.id ? 'page' : undefined}>
                  {name}
                </a>
              ))}
            </nav>
          )}
          <Legend counts={floor.counts} />
          <FloorPlan hall={floor.hall} units={floor.units} />
        </section>
      )}
      <ClaimTable claims={claims} mayAct={mayAct} action={to(`/console/${slug}/booths`)} />
      {more && <p className="quiet small">{more}</p>}
      <script src="/floor-plan.js" defer nonce={nonce} />
    </>
  )
}
