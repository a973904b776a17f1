import type { PaymentAct } from '~/domain/prizes/payment-state'
import { useT } from '~/i18n/use-t'
import { TextField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'

/** What was done to a payment, and what may be done next. */
export function PaymentActs({
  path,
  payment: { done, acts, version },
  requestKey,
}: {
  path: string
  payment: { done: string[]; acts: PaymentAct[]; version: number }
  requestKey: string
}) {
  const t = useT('prizes')
  if (done.length === 0 && acts.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('payment.history')}</h2>
      <ul>
        {done.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {acts.map((act) => (
        <form key={act} method="post" action={path} className="form">
          <RequestKey value={`${requestKey}${act}`} />
          <input type="hidden" name="version" value={version} />
          {act === 'pay' && (
            <>
              <TextField name="paidOn" type="date" label={t('payment.paidOn')} required />
              <TextField name="reference" label={t('payment.reference')} required maxLength={80} />
            </>
          )}
          {act === 'return' && (
            <>
              <p className="quiet">{t('payment.returnLead')}</p>
              <TextField name="reason" label={t('payment.reason')} required maxLength={300} />
            </>
          )}
          <button className={act === 'return' ? 'button' : 'button button--act'} name="intent" value={act}>
            {t(`payment.act.${act}`)}
          </button>
        </form>
      ))}
    </section>
  )
}
