import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readFloor } from '~/domain/booths/floor'
import { exhibitorOf, liveClaims } from '~/domain/booths/floor-status.server'
import { lengthInSeconds } from '~/domain/booths/hold-length'
import { quoteForBooths } from '~/domain/booths/plan-view'
import type { Currency } from '~/domain/money'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { localPath, say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireActor } from '~/session.server'
import { QuoteTable } from '~/ui/floor-plan/quote-table'
import { useNonce } from '~/ui/nonce'
import { pageMeta } from '~/ui/page-meta'
import { SampleValues } from '~/ui/site/sample-tag'
import floorCss from '~/ui/styles/floor.css?url'
import siteCss from '~/ui/styles/site.css?url'
import { quoteText, shownMoney } from '../site/quote-text.server'
import { requireEvent } from '../site/require-event.server'
import { RESERVATION, hold, release, reserve } from './stands-act.server'
import type { Refused } from './stands-act.server'

export const meta = pageMeta
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: siteCss },
  { rel: 'stylesheet', href: floorCss },
]

async function frame({ request, params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const { personId } = await requireActor(request)
  const { event, config, lang, now } = await requireEvent(request, params.slug)
  if (!config.expo) throw notFound()
  const own = await exhibitorOf(event.id, personId)
  if (!own) throw redirect(localPath(lang, `/e/${event.id}/exhibit`))
  return { eventId: event.id, expo: config.expo, timezone: config.timezone, config, own, personId, lang, now }
}

export async function loader(args: LoaderFunctionArgs) {
  const { eventId, expo, config, own, lang, now } = await frame(args)
  const { floor } = readFloor(expo)
  const claims = (await liveClaims(eventId)).filter(({ exhibitorId }) => exhibitorId === own.id)
  const name = say(config.name, lang)
  return {
    page: { title: translator(lang, 'exhibitor')('stands.titleOf', { name }) },
    slug: eventId,
    name,
    sample: config.sample,
    company: say({ zh: own.nameZh, en: own.nameEn }, lang),
    days: Math.round((lengthInSeconds(expo.holds?.reservation) ?? RESERVATION) / 86_400),
    claims: claims.map(({ id, status, numbers, expiresAt, totalMinor, currency }) => {
      // once submitted, what was agreed stands, whatever the rules say today
      const agreed =
        totalMinor !== null && currency !== null ? shownMoney({ minor: totalMinor, currency: currency as Currency }, lang) : null
      const quote = agreed === null && quoteForBooths({ floor, prices: expo.prices, timezone: config.timezone }, numbers, own, now)
      return {
        id,
        status,
        numbers,
        ends: expiresAt?.toISOString() ?? null,
        until: expiresAt && formatDateTime(expiresAt, lang, config.timezone),
        quote: agreed !== null ? { lines: [], total: agreed, until: null } : quote ? quoteText(quote, { expo, config, lang }) : null,
      }
    }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const asked = await frame(args)
  const form = await readForm(args.request)
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 40)
  const booths = form
    .getAll('booth')
    .slice(0, 13)
    .map((number) => String(number).slice(0, 16))
  const intent = text('intent')
  const refused =
    intent === 'hold'
      ? await hold(asked, booths)
      : intent === 'reserve'
        ? await reserve(asked, text('claim'))
        : await release(asked, text('claim'))
  if (!refused) return redirect(localPath(asked.lang, `/e/${asked.eventId}/stands`))
  return data({ ...refused, text: refusalText(refused, asked.lang) }, refused.reason === 'busy' ? 503 : 409)
}

function refusalText({ reason, taken = [] }: Refused, lang: Lang): string {
  const t = translator(lang, 'exhibitor')
  if (reason === 'no-quote') return t('stands.quoteGone')
  if (reason === 'taken') return t('refused.taken', { booths: taken.join(lang === 'en' ? ', ' : '、') })
  return t(`refused.${reason}`)
}

export default function Stands() {
  const { slug, name, sample, company, claims, days } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useT('exhibitor')
  const to = useLocalPath()
  const nonce = useNonce()
  const floor = to(`/e/${slug}/floor`)
  const asked = (numbers: readonly string[]) => `${floor}?${numbers.map((number) => `booth=${encodeURIComponent(number)}`).join('&')}#stand`
  return (
    <SampleValues sample={sample}>
      <main id="content" tabIndex={-1} className="page">
        <p>
          <a href={to(`/e/${slug}`)}>{name}</a>
        </p>
        <h1>{t('stands.title')}</h1>
        <p className="quiet">{company}</p>
        {refused && (
          <div className="notice" role="alert">
            <p>{refused.text}</p>
            {refused.instead && refused.instead.length > 0 && (
              <p>
                {t('refused.instead')}{' '}
                {refused.instead.map((numbers) => (
                  <a key={numbers[0]} href={asked(numbers)} className="button button--small">
                    {numbers.join(' + ')}
                  </a>
                ))}
              </p>
            )}
          </div>
        )}
        {claims.length === 0 && <p className="empty">{t('stands.none')}</p>}
        {claims.map((claim) => (
          <section key={claim.id} className="claim" aria-labelledby={`claim-${claim.id}`}>
            <h2 id={`claim-${claim.id}`}>
              {claim.numbers.join(' + ')}
              {claim.status === 'HELD' && claim.ends && (
                <span className="clock" data-ends={claim.ends} aria-hidden="true">
                  {''}
                </span>
              )}
            </h2>
            <p>
              {claim.status === 'HELD' ? t('stands.hold') : claim.status === 'RESERVED' ? t('stands.reserved') : t('stands.confirmed')}
              {claim.until && (
                <>
                  {' · '}
                  <time dateTime={claim.ends ?? undefined}>{t('stands.until', { time: claim.until })}</time>
                </>
              )}
            </p>
            {claim.quote && <QuoteTable quote={claim.quote} />}
            {claim.status !== 'CONFIRMED' && (
              <div className="row">
                {claim.status === 'HELD' && (
                  <form method="post">
                    <input type="hidden" name="claim" value={claim.id} />
                    <button className="button button--act" name="intent" value="reserve">
                      {t('stands.submit')}
                    </button>
                  </form>
                )}
                <form method="post">
                  <input type="hidden" name="claim" value={claim.id} />
                  <button className="button button--quiet" name="intent" value="release">
                    {claim.status === 'HELD' ? t('stands.release') : t('stands.giveUp')}
                  </button>
                </form>
              </div>
            )}
            {claim.status === 'HELD' && <p className="small quiet">{t('stands.submitHelp', { days })}</p>}
          </section>
        ))}
        <p>
          <a className="button" href={floor}>
            {t('stands.toFloor')}
          </a>
        </p>
      </main>
      <script src="/floor-plan.js" defer nonce={nonce} />
    </SampleValues>
  )
}
