import { useT } from '~/i18n/use-t'
import { SelectField, TextField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'

interface Given {
  action: string
  /** what was typed, without the numbers */
  values: { accountName: string; bank: string; idKind: string } | null
  wrong: Record<string, string>
  requestKey: string
  /** an account was given before */
  again: boolean
}

/** The payee’s own form. Numbers are never shown again once sent. */
export function AccountForm({ action, values, wrong, requestKey, again }: Given) {
  const t = useT('prizes')
  const errors = (name: string) => (wrong[name] ? [wrong[name]] : undefined)
  return (
    <form method="post" action={action} className="part" autoComplete="off">
      <h2>{t(again ? 'mine.again' : 'mine.give')}</h2>
      <p className="quiet">{t('mine.why')}</p>
      <RequestKey value={requestKey} />
      <TextField
        name="accountName"
        label={t('payment.field.accountName')}
        defaultValue={values?.accountName}
        errors={errors('accountName')}
        required
        maxLength={60}
      />
      <TextField name="bank" label={t('payment.field.bank')} defaultValue={values?.bank} errors={errors('bank')} required maxLength={100} />
      <TextField
        name="accountNumber"
        label={t('payment.field.accountNumber')}
        errors={errors('accountNumber')}
        required
        maxLength={60}
        inputMode="numeric"
        autoComplete="off"
      />
      <SelectField
        name="idKind"
        label={t('mine.idKind')}
        defaultValue={values?.idKind ?? 'resident'}
        options={(['resident', 'passport'] as const).map((value) => ({ value, label: t(`payment.idKind.${value}`) }))}
      />
      <TextField
        name="idNumber"
        label={t('payment.field.idNumber')}
        errors={errors('idNumber')}
        required
        maxLength={30}
        autoComplete="off"
      />
      <button className="button button--act" name="intent" value="details">
        {t('mine.send')}
      </button>
    </form>
  )
}
