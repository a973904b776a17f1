import { useLocalPath, useT } from '~/i18n/use-t'
import { ConsentParts, SigningTexts } from '~/ui/entrant/signing-parts'
import type { ConsentsAsked, SignedAnswers } from '~/ui/entrant/signing-parts'
import { TextField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'

interface SigningFormProps {
  sign: {
    originality: string
    rights: string
    work: string
    statementHash: string
    rightsHash: string
    declarations: { id: string; text: string }[]
    /** asked of whoever has an account; others may sign in first */
    consents: ConsentsAsked | null
    /** where to sign in with the contact the link went to; null where the link does not tell who reads it */
    signInPath: string | null
  }
  /** something is missing: nobody signs for half a work */
  disabled: boolean
  errors: Record<string, string[] | undefined>
  given: SignedAnswers | null
  requestKey: string
}

/** The two texts, the talent pool apart from them, and the name under them. */
export function SigningForm({ sign, disabled, errors, given, requestKey }: SigningFormProps) {
  const t = useT('collective')
  const entrant = useT('entrant')
  const to = useLocalPath()
  return (
    <form method="post" className="signing">
      <RequestKey value={requestKey} />
      <input type="hidden" name="work" value={sign.work} />
      <SigningTexts texts={sign} declarations={sign.declarations} errors={errors} given={given} />
      {sign.consents && <ConsentParts consents={sign.consents} given={given} />}
      {sign.signInPath && (
        <section className="part">
          <h2>{entrant('submit.consents')}</h2>
          <p className="help">
            {t('sign.consentsAfterSignIn')} <a href={to(sign.signInPath)}>{t('sign.signIn')}</a>
          </p>
        </section>
      )}
      <section className="part part--sign">
        <TextField
          name="signature"
          label={entrant('submit.signature')}
          help={t('sign.signatureHelp')}
          defaultValue={given?.signature}
          errors={errors.signature}
          autoComplete="off"
          dir="auto"
        />
        <button className="button button--act" disabled={disabled}>
          {t('sign.act')}
        </button>
        <p className="help">{t('sign.note')}</p>
      </section>
    </form>
  )
}
