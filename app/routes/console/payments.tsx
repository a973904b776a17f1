import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '~/domain/new-id.server'
import { may } from '~/domain/people/permissions'
import { drawUpPayments } from '~/domain/prizes/draw-up-payments.server'
import { exportPayments, ExportPaymentsForm } from '~/domain/prizes/export-payments.server'
import { paymentList } from '~/domain/prizes/payment-queries.server'
import { paymentTotals } from '~/domain/prizes/payment-totals'
import { isSample } from '~/domain/setup/config-path'
import { contestPayments } from '~/domain/reporting/contest-payments.server'
import { eventFrame } from '~/domain/reporting/event-frame.server'
import { translator } from '~/i18n/i18n.server'
import { langOf, localPath, say } from '~/i18n/language'
import { useLocalPath, useT } from '~/i18n/use-t'
import { readForm } from '~/request-body.server'
import { requireStaff } from '~/session.server'
import { pageMeta } from '~/ui/page-meta'
import { moneyText } from '~/ui/prizes/money-text'
import { PaymentExport } from '~/ui/prizes/payment-export'
import { PaymentTable } from '~/ui/prizes/payment-table'
import { RequestKey } from '~/ui/request-key'

export const meta = pageMeta

export async function loader({ request, params: { slug = '' } }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request, slug, 'payments.view')
  const lang = langOf(request)
  const t = translator(lang, 'prizes')
  const [frame, rows, rules] = await Promise.all([eventFrame(slug), paymentList(slug), contestPayments(slug)])
  return {
    page: { title: `${t('payments.title')} · ${say(frame.name, lang)}` },
    slug,
    rules: rules !== null,
    sample: rules !== null && isSample(rules, 'contest.payments'),
    seesDetails: may(roles, 'payments.details'),
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      for: say(row.for, lang),
      payee: row.payee,
      gross: moneyText(row.gross, lang),
      tax: moneyText(row.tax, lang),
      taxName: say(row.taxName, lang),
      net: moneyText(row.net, lang),
      tail: row.accountTail,
      state: row.state,
      lapsed: row.lapsed,
    })),
    totals: paymentTotals(rows).map(({ currency, gross, tax, net }) => ({
      currency,
      gross: moneyText(gross, lang),
      tax: moneyText(tax, lang),
      net: moneyText(net, lang),
    })),
    requestKey: newId(),
  }
}

export async function action({ request, params: { slug = '' } }: ActionFunctionArgs) {
  const form = await readForm(request)
  const exporting = form.get('intent') === 'export'
  const { personId } = await requireStaff(request, slug, exporting ? 'payments.details' : 'payments.view')
  const lang = langOf(request)
  const t = translator(lang, 'prizes')
  const now = new Date()
  if (!exporting) {
    const outcome = await drawUpPayments({ eventId: slug, byId: personId, now })
    return outcome.ok
      ? data({ done: t('payments.drawn', { ...outcome.value }), refusal: null })
      : data({ done: null, refusal: t('payments.noRules') }, 409)
  }
  const given = ExportPaymentsForm.safeParse(Object.fromEntries(form))
  if (!given.success) return data({ done: null, refusal: t('payments.export.wrong') }, 400)
  const requestKey = String(form.get('requestKey') ?? '').slice(0, 60) || newId()
  const outcome = await exportPayments({ ...given.data, eventId: slug, personId, requestKey, now })
  if (!outcome.ok) return data({ done: null, refusal: t('payments.export.nobody') }, 409)
  return redirect(localPath(lang, `/console/${slug}/payments.xlsx?export=${outcome.value}&lang=${lang}`))
}

/** 付款清单: who is paid what, how far each payment is, accounts by their last four characters. */
export default function Payments() {
  const { slug, rules, sample, seesDetails, rows, totals, requestKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT('prizes')
  const to = useLocalPath()
  const here = to(`/console/${slug}/payments`)
  return (
    <>
      <header className="workbench-head">
        <div>
          <h1>{t('payments.title')}</h1>
          <p>{t('payments.lead')}</p>
        </div>
        {rules && (
          <form method="post" action={here}>
            <RequestKey value={requestKey} />
            <button className="button" name="intent" value="draw-up">
              {t('payments.drawUp')}
            </button>
          </form>
        )}
      </header>
      {answer?.refusal && (
        <p className="notice" role="alert">
          {answer.refusal}
        </p>
      )}
      {answer?.done && (
        <p className="notice notice--done" role="status">
          {answer.done}
        </p>
      )}
      {!rules && <p className="empty">{t('payments.noRules')}</p>}
      {sample && <p className="quiet">{t('payments.sample')}</p>}
      {rules && rows.length === 0 && <p className="empty">{t('payments.empty')}</p>}
      {rows.length > 0 && <PaymentTable slug={slug} rows={rows} totals={totals} />}
      {seesDetails && rows.length > 0 && <PaymentExport action={here} requestKey={`${requestKey}x`} />}
    </>
  )
}
