import { type AccountDetails, DETAIL_FIELDS } from '~/domain/prizes/account-details'
import { useT } from '~/i18n/use-t'
import { RequestKey } from '~/ui/request-key'

/** Where the money goes: masked, and in full for finance after a recorded look. */
export function PaymentDetails({
  path,
  payment,
  details,
  requestKey,
}: {
  path: string
  payment: { tail: string | null; detailsAt: string | null; seesDetails: boolean }
  details: AccountDetails | null
  requestKey: string
}) {
  const t = useT('prizes')
  const { tail, detailsAt, seesDetails } = payment
  return (
    <section aria-labelledby="account">
      <h2 id="account">{t('payment.details')}</h2>
      {tail === null || detailsAt === null ? (
        <p className="empty">{t('payment.none')}</p>
      ) : (
        <p>
          {t('payments.masked', { tail })} <span className="quiet">{t('payment.detailsAt', { at: detailsAt })}</span>
        </p>
      )}
      {details ? (
        <div className="notice notice--done" role="status">
          <p>{t('payment.opened')}</p>
          <dl className="facts">
            {DETAIL_FIELDS.map((field) => (
              <div key={field} className="contents">
                <dt>{t(`payment.field.${field}`)}</dt>
                <dd className="num start">
                  {details[field]} {field === 'idNumber' && <span className="quiet">{t(`payment.idKind.${details.idKind}`)}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ) : seesDetails && tail !== null ? (
        <form method="post" action={path}>
          <RequestKey value={`${requestKey}o`} />
          <button className="button" name="intent" value="open">
            {t('payment.open')}
          </button>
        </form>
      ) : (
        !seesDetails && <p className="quiet">{t('payment.onlyFinance')}</p>
      )}
    </section>
  )
}
