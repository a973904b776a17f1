import { data, redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/domain/new-id.server'
import { may } from '~/domain/people/permissions'
import { movePayment } from '~/domain/prizes/move-payment.server'
import { openPaymentDetails } from '~/domain/prizes/open-details.server'
import { isPayeeOf, namesOf, paymentOf, sharingOf } from '~/domain/prizes/payment-queries.server'
import { PAYMENT_ACTS, actsFor } from '~/domain/prizes/payment-state'
import { sharePrize } from '~/domain/prizes/share-prize.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { formatDateTime } from '~/i18n/format'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { notFound, requireStaff } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { moneyText } from '~/ui/prizes/money-text'
import { PaymentActs } from '~/ui/prizes/payment-acts'
import { PaymentDetails } from '~/ui/prizes/payment-details'
import { PrizeShares } from '~/ui/prizes/prize-shares'
import { readWeights } from '~/ui/prizes/read-weights'
import entrantCss from '~/ui/styles/entrant.css?url'

export const meta = pageMeta
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: entrantCss }]

export async function loader({ request, params: { slug = '', paymentId = '' } }: LoaderFunctionArgs) {
  const { personId, roles } = await requireStaff(request, slug, 'payments.view')
  const lang = langOf(request)
  const t = translator(lang, 'prizes')
  const [frame, payment] = await Promise.all([eventFrame(slug), paymentOf(slug, paymentId)])
  if (!payment) throw notFound()
  const [isPayee, sharing, nameOf] = await Promise.all([
    isPayeeOf(slug, paymentId, personId),
    payment.entryId ? sharingOf(slug, payment.entryId, personId) : null,
    namesOf([payment.checkedById, payment.approvedById]),
  ])
  const at = (date: Date | null) => (date ? formatDateTime(date, lang, frame.timezone) : null)
  const seesDetails = may(roles, 'payments.details')
  const checked = at(payment.checkedAt)
  const approved = at(payment.approvedAt)
  return {
    page: { title: `${payment.payee} · ${t('payments.title')}` },
    slug,
    id: paymentId,
    version: payment.version,
    payee: payment.payee,
    for: say(payment.for, lang),
    amounts: [
      { label: t('payments.gross'), value: moneyText(payment.gross, lang) },
      { label: `${t('payments.tax')} · ${say(payment.taxName, lang)}`, value: moneyText(payment.tax, lang) },
      { label: t('payments.net'), value: moneyText(payment.net, lang) },
    ],
    state: payment.state,
    tail: payment.accountTail,
    detailsAt: at(payment.detailsAt),
    done: [
      ...(checked ? [t('payment.checked', { at: checked, who: nameOf(payment.checkedById) })] : []),
      ...(approved ? [t('payment.approved', { at: approved, who: nameOf(payment.approvedById) })] : []),
      ...(payment.paidOn ? [t('payment.paid', { day: payment.paidOn, reference: payment.reference ?? '' })] : []),
      ...(payment.returnReason ? [t('payment.returned', { reason: payment.returnReason })] : []),
    ],
    seesDetails,
    acts: actsFor(payment, { personId, isPayee, seesDetails }),
    sharing: sharing && sharing.authors.length > 1 ? sharing : null,
    shareable: payment.state === 'due' || payment.state === 'details',
    requestKey: newId(),
  }
}

export async function action({ request, params: { slug = '', paymentId = '' } }: ActionFunctionArgs) {
  const form = await readForm(request)
  const intent = String(form.get('intent') ?? '')
  const { personId, roles } = await requireStaff(request, slug, intent === 'open' ? 'payments.details' : 'payments.view')
  const lang = langOf(request)
  const t = translator(lang, 'prizes')
  const text = (name: string, most: number) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, most)
  const refused = (refusal: string, status = 409) => data({ refusal, details: null }, status)
  if (intent === 'open') {
    const opened = await openPaymentDetails(slug, paymentId, personId)
    if (!opened.ok) return refused(t('payment.none'))
    return data({ refusal: null, details: opened.value }, { headers: { 'Cache-Control': 'private, no-store' } })
  }
  const base = { eventId: slug, personId, reason: text('reason', 300), requestKey: text('requestKey', 60) || newId(), now: new Date() }
  if (intent === 'share') {
    const payment = await paymentOf(slug, paymentId)
    if (!payment?.entryId) throw notFound()
    const outcome = await sharePrize({ ...base, entryId: payment.entryId, byOrganiser: true, weights: readWeights(form) })
    return outcome.ok
      ? redirect(localPath(lang, `/console/${slug}/payments`))
      : refused(t(`shares.refused.${outcome.reason}`), outcome.reason === 'not-found' ? 404 : 409)
  }
  const act = PAYMENT_ACTS.find((one) => one === intent)
  if (!act) return refused(t('payment.refused.not-now'), 400)
  const outcome = await movePayment({
    ...base,
    id: paymentId,
    act,
    version: Number(text('version', 10)),
    paidOn: text('paidOn', 10),
    reference: text('reference', 80),
    seesDetails: may(roles, 'payments.details'),
  })
  if (outcome.ok) return redirect(localPath(lang, `/console/${slug}/payments/${paymentId}`))
  return refused(t(`payment.refused.${outcome.reason}`), outcome.reason === 'not-found' ? 404 : 409)
}

/** One payment: its sums, where it goes, and who did what. */
export default function Payment() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('prizes')
  const to = useLocalPath()
  const { slug, id, payee, amounts, state, sharing, shareable, requestKey } = shown
  const path = to(`/console/${slug}/payments/${id}`)
  return (
    <>
      <header className="workbench-head">
        <div>
          <p>
            <a href={to(`/console/${slug}/payments`)}>← {t('payment.back')}</a>
          </p>
          <h1>
            <bdi>{payee}</bdi>
          </h1>
          <p>
            {shown.for} <span className="state">{t(`payments.stateName.${state}`)}</span>
          </p>
        </div>
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      <dl className="facts">
        {amounts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd className="num start">{value}</dd>
          </div>
        ))}
      </dl>
      <PaymentDetails path={path} payment={shown} details={answer?.details ?? null} requestKey={requestKey} />
      <PaymentActs path={path} payment={shown} requestKey={requestKey} />
      {sharing && <PrizeShares path={path} sharing={sharing} mode={shareable ? 'decide' : 'read'} requestKey={`${requestKey}s`} />}
    </>
  )
}
