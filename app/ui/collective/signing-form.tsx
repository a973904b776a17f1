import { useT } from '~/i18n/use-t'
import { Choice, TextField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'

interface SigningFormProps {
  sign: {
    originality: string
    rights: string
    work: string
    statementHash: string
    rightsHash: string
    declarations: { id: string; text: string }[]
  }
  /** something is missing: nobody signs for half a work */
  disabled: boolean
  errors: Record<string, string[] | undefined>
  given: { originality: boolean; rights: boolean; signature: string; declarations: string[] } | null
  requestKey: string
}

/** The two texts, and the name under them. */
export function SigningForm({ sign, disabled, errors, given, requestKey }: SigningFormProps) {
  const t = useT('collective')
  const entrant = useT('entrant')
  return (
    <form method="post" className="signing">
      <RequestKey value={requestKey} />
      <input type="hidden" name="work" value={sign.work} />
      <input type="hidden" name="statementHash" value={sign.statementHash} />
      <input type="hidden" name="rightsHash" value={sign.rightsHash} />
      <section className="part">
        <h2>{entrant('submit.statement')}</h2>
        <div className="document" tabIndex={0} role="region" aria-label={entrant('submit.statement')}>
          {sign.originality}
        </div>
        <Choice
          name="originality"
          value="yes"
          label={entrant('submit.agreeStatement')}
          defaultChecked={given?.originality}
          errors={errors.originality}
        />
      </section>
      <section className="part">
        <h2>{entrant('submit.rights')}</h2>
        <div className="document" tabIndex={0} role="region" aria-label={entrant('submit.rights')}>
          {sign.rights}
        </div>
        <Choice name="rights" value="yes" label={entrant('submit.agreeRights')} defaultChecked={given?.rights} errors={errors.rights} />
      </section>
      {sign.declarations.length > 0 && (
        <section className="part">
          <h2>{entrant('submit.declarations')}</h2>
          {sign.declarations.map(({ id, text }) => (
            <Choice
              key={id}
              id={`declaration-${id}`}
              name="declaration"
              value={id}
              label={text}
              defaultChecked={given?.declarations.includes(id)}
              errors={errors[`declaration.${id}`]}
            />
          ))}
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
