import { useT } from '~/i18n/use-t'
import { TextField } from '~/ui/field'

/** For whoever is signed in without the invited contact: prove it here by code, or sign in with it. */
export function OtherContact({
  sentTo,
  name,
  codeSent,
  errors,
}: {
  sentTo: string
  name: string
  codeSent: boolean
  errors: Record<string, string[]>
}) {
  const t = useT('account')
  return (
    <>
      <p className="small">{t('invitation.otherContact', { contact: sentTo, name })}</p>
      {codeSent ? (
        <form method="post" className="code-field">
          <TextField
            name="code"
            label={t('contacts.code', { contact: sentTo })}
            errors={errors.code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={13}
          />
          <div className="row">
            <button className="button button--act" name="intent" value="confirm">
              {t('contacts.confirm')}
            </button>
            <button className="plain" name="intent" value="send">
              {t('code.again')}
            </button>
          </div>
        </form>
      ) : (
        <form method="post">
          {errors.contact && (
            <p className="wrong" role="alert">
              <span>{errors.contact.join(' ')}</span>
            </p>
          )}
          <button className="button button--act" name="intent" value="send">
            {t('invitation.sendCode', { contact: sentTo })}
          </button>
        </form>
      )}
    </>
  )
}
