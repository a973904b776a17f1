import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/domain/new-id.server'
import { AccountDetails, DETAIL_FIELDS } from '~/domain/prizes/account-details'
import { agreeToShares } from '~/domain/prizes/agree-to-shares.server'
import { giveDetails } from '~/domain/prizes/give-details.server'
import { isPayeeOf, paymentOf, sharingOf } from '~/domain/prizes/payment-queries.server'
import { takesDetails } from '~/domain/prizes/payment-state'
import { sharePrize } from '~/domain/prizes/share-prize.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireActor } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { AccountForm } from '~/ui/prizes/account-form'
import { moneyText } from '~/ui/prizes/money-text'
import { PrizeShares } from '~/ui/prizes/prize-shares'
import { readWeights } from '~/ui/prizes/read-weights'
import entrantCss from '~/ui/styles/entrant.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: entrantCss }]

/** A payment to the person who asks; anybody else’s is not found. */
async function requirePayment(request: Request, slug = '', id = '') {
  const { personId } = await requireActor(request)
  const payment = (await isPayeeOf(slug, id, personId)) ? await paymentOf(slug, id) : null
  if (!payment || payment.state === 'cancelled') throw notFound()
  return { personId, payment, lang: langOf(request) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId, payment, lang } = await requirePayment(request, params.slug, params.paymentId)
  const t = translator(lang, 'prizes')
  const { name, timezone } = await eventFrame(payment.eventId)
  const sharing = payment.entryId ? await sharingOf(payment.eventId, payment.entryId, personId) : null
  const open = takesDetails(payment.state)
  const tail = payment.accountTail
  return {
    page: { title: `${t('mine.title1')} · ${t('mine.title')}` },
    path: `/my/payments/${payment.eventId}/${payment.id}`,
    event: say(name, lang),
    for: say(payment.for, lang),
    net: moneyText(payment.net, lang),
    sums: `${t('payments.gross')} ${moneyText(payment.gross, lang)} · ${t('payments.tax')} ${moneyText(payment.tax, lang)} (${say(payment.taxName, lang)})`,
    open,
    given: tail && payment.detailsAt ? t('mine.given', { tail, at: formatDateTime(payment.detailsAt, lang, timezone) }) : null,
    settled: payment.paidOn ? t('mine.paid', { day: payment.paidOn, reference: payment.reference ?? '' }) : open ? null : t('mine.settled'),
    returned: payment.returnReason ? t('mine.returned', { reason: payment.returnReason }) : null,
    sharing: sharing && sharing.authors.length > 1 ? sharing : null,
    maker: sharing?.authors.some(({ you }) => you) ?? false,
    requestKey: newId(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { personId, payment, lang } = await requirePayment(request, params.slug, params.paymentId)
  const t = translator(lang, 'prizes')
  const form = await readForm(request)
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 120)
  const values = { accountName: text('accountName'), bank: text('bank'), idKind: text('idKind') }
  const refused = (refusal: string | null, status = 409, wrong: Record<string, string> = {}) => data({ refusal, wrong, values }, status)
  const base = { eventId: payment.eventId, personId, requestKey: text('requestKey') || newId(), now: new Date() }
  const here = localPath(lang, `/my/payments/${payment.eventId}/${payment.id}`)
  const { entryId } = payment
  const intent = text('intent')
  if (intent === 'share' || intent === 'agree') {
    if (!entryId) throw notFound()
    const outcome =
      intent === 'agree'
        ? await agreeToShares({ ...base, entryId, id: text('sharing') })
        : await sharePrize({ ...base, entryId, byOrganiser: false, weights: readWeights(form), reason: '' })
    if (!outcome.ok) return refused(t(`shares.refused.${outcome.reason}`))
    // with other shares this payment may be gone
    return redirect(localPath(lang, '/my/payments'))
  }
  const given = AccountDetails.safeParse(Object.fromEntries(form))
  if (!given.success) {
    const fields = new Set(given.error.issues.map(({ path }) => path[0]))
    const wrong = Object.fromEntries(DETAIL_FIELDS.filter((name) => fields.has(name)).map((name) => [name, t(`mine.wrong.${name}`)]))
    return refused(null, 400, wrong)
  }
  const outcome = await giveDetails({ ...base, id: payment.id, details: given.data })
  return outcome.ok ? redirect(here) : refused(t(`mine.refused.${outcome.reason}`))
}

/** Where a prize or a fee goes: asked of the payee alone, and only once it is due. */
export default function Payment() {
  const { path, event, net, sums, open, given, settled, returned, sharing, maker, requestKey, ...shown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('prizes')
  const to = useLocalPath()
  return (
    <main className="page page--narrow" id="content" tabIndex={-1}>
      <p className="entry-event">
        <a href={to('/my/payments')}>← {t('mine.title')}</a>
      </p>
      <h1>{shown.for}</h1>
      <p className="quiet">{event}</p>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {returned && <p className="notice">{returned}</p>}
      <p>
        {t('payments.net')} <b className="num">{net}</b> <span className="quiet">{sums}</span>
      </p>
      {given && <p role="status">{given}</p>}
      {settled && <p>{settled}</p>}
      {open && (
        <AccountForm
          action={to(path)}
          values={answer?.values ?? null}
          wrong={answer?.wrong ?? {}}
          requestKey={requestKey}
          again={given !== null}
        />
      )}
      {sharing && <PrizeShares path={to(path)} sharing={sharing} mode={open && maker ? 'propose' : 'read'} requestKey={`${requestKey}s`} />}
    </main>
  )
}
