import { useT } from '~/i18n/use-t'
import { TextField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'

/** Before accounts leave the house: to whom and what for. */
export function PaymentExport({ action, requestKey }: { action: string; requestKey: string }) {
  const t = useT('prizes')
  return (
    <section aria-labelledby="export">
      <h2 id="export">{t('payments.export.title')}</h2>
      <p>{t('payments.export.lead')}</p>
      <form method="post" action={action} className="form">
        <RequestKey value={requestKey} />
        <TextField name="receiver" label={t('payments.export.receiver')} required maxLength={120} />
        <TextField name="purpose" label={t('payments.export.purpose')} required maxLength={300} />
        <button className="button" name="intent" value="export">
          {t('payments.export.button')}
        </button>
      </form>
    </section>
  )
}
