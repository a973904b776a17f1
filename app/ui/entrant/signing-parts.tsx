import { useT } from '~/i18n/use-t'
import { Choice } from '~/ui/field'

/** What was sent, when the page answers a form that was refused. */
export interface SignedAnswers {
  originality: boolean
  rights: boolean
  signature: string
  declarations: string[]
  talent_pool: boolean
  direct_contact: boolean
}

interface SigningTextsProps {
  texts: { originality: string; rights: string; statementHash: string; rightsHash: string }
  declarations: { id: string; text: string }[]
  errors: Record<string, string[] | undefined>
  given: SignedAnswers | null | undefined
}

/** The statement and the rights, each with its own tick, and what the group has to declare. */
export function SigningTexts({ texts, declarations, errors, given }: SigningTextsProps) {
  const t = useT('entrant')
  return (
    <>
      <input type="hidden" name="statementHash" value={texts.statementHash} />
      <input type="hidden" name="rightsHash" value={texts.rightsHash} />
      <section className="part">
        <h2>{t('submit.statement')}</h2>
        <div className="document" tabIndex={0} role="region" aria-label={t('submit.statement')}>
          {texts.originality}
        </div>
        <Choice
          name="originality"
          value="yes"
          label={t('submit.agreeStatement')}
          defaultChecked={given?.originality}
          errors={errors.originality}
        />
      </section>
      <section className="part">
        <h2>{t('submit.rights')}</h2>
        <div className="document" tabIndex={0} role="region" aria-label={t('submit.rights')}>
          {texts.rights}
        </div>
        <Choice name="rights" value="yes" label={t('submit.agreeRights')} defaultChecked={given?.rights} errors={errors.rights} />
      </section>
      {declarations.length > 0 && (
        <section className="part">
          <h2>{t('submit.declarations')}</h2>
          {declarations.map(({ id, text }) => (
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
    </>
  )
}

/** What a person agreed to before, and the words of each consent. */
export interface ConsentsAsked {
  given: { talent_pool: boolean; direct_contact: boolean }
  talentPool: string
  directContact: string
}

/** The two consents of the talent pool: apart from the rest, each on its own, ticked only where the person ticked it before. */
export function ConsentParts({ consents, given }: { consents: ConsentsAsked; given: SignedAnswers | null | undefined }) {
  const t = useT('entrant')
  return (
    <section className="part">
      <h2>{t('submit.consents')}</h2>
      <p className="help">{t('submit.consentsLead')}</p>
      <Choice
        name="talent_pool"
        value="yes"
        label={consents.talentPool}
        defaultChecked={given?.talent_pool ?? consents.given.talent_pool}
      />
      <Choice
        name="direct_contact"
        value="yes"
        label={consents.directContact}
        defaultChecked={given?.direct_contact ?? consents.given.direct_contact}
      />
    </section>
  )
}
