import type { FinalistCounts } from '~/domain/talent/count-finalists'
import { useT } from '~/i18n/use-t'
import { Choice, TextArea, TextField } from '~/ui/field'
import { RequestKey } from '~/ui/request-key'

interface TalentPanelProps {
  stageId: string
  counts: FinalistCounts
  days: number
  requestKey: string
  /** what was typed before a refusal, and what is wrong with it */
  answer: { values: Record<string, string>; wrong: Partial<Record<'receiver' | 'purpose' | 'format', string>> } | null
}

/** What leaves the house with this export, before it does: fields and how many people each concerns. */
export function TalentPanel({ stageId, counts, days, requestKey, answer }: TalentPanelProps) {
  const t = useT('console')
  const values = answer?.values ?? null
  const errors = (name: 'receiver' | 'purpose' | 'format') => (answer?.wrong[name] ? [answer.wrong[name]] : undefined)
  return (
    <section className="talent-panel" aria-labelledby="talent-panel">
      <h2 id="talent-panel">{t('talent.title')}</h2>
      <p className="talent-sum">
        <strong>{counts.people}</strong>
        <span>{t('talent.inList', { count: counts.people, others: counts.others })}</span>
      </p>
      <dl>
        <div>
          <dt>{t('talent.names')}</dt>
          <dd>{t('talent.people', { count: counts.people })}</dd>
        </div>
        <div>
          <dt>{t('talent.works')}</dt>
          <dd>{t('talent.pieces', { count: counts.works })}</dd>
        </div>
        <div>
          <dt>{t('talent.contacts')}</dt>
          <dd>{t('talent.contactsOf', { count: counts.contacts })}</dd>
        </div>
        <div>
          <dt>
            <s>{t('talent.never')}</s>
          </dt>
          <dd>{t('talent.neverWord')}</dd>
        </div>
      </dl>
      {counts.people === 0 ? (
        <p className="talent-small">{t('talent.nobody')}</p>
      ) : (
        <form method="post" noValidate>
          <RequestKey value={requestKey} />
          <input type="hidden" name="stage" value={stageId} />
          <TextField
            name="receiver"
            label={t('talent.receiver')}
            help={t('talent.receiverHelp')}
            required
            maxLength={120}
            defaultValue={values?.receiver}
            errors={errors('receiver')}
          />
          <TextArea
            name="purpose"
            label={t('talent.purpose')}
            help={t('talent.purposeHelp')}
            required
            maxLength={300}
            rows={3}
            defaultValue={values?.purpose}
            errors={errors('purpose')}
          />
          {counts.contacts > 0 && (
            <Choice
              name="contacts"
              value="yes"
              label={t('talent.takeContacts', { count: counts.contacts })}
              defaultChecked={values?.contacts === 'yes'}
            />
          )}
          <fieldset className="talent-format">
            <legend className="visually-hidden">{t('talent.format')}</legend>
            {(['xlsx', 'csv'] as const).map((format) => (
              <Choice
                key={format}
                id={`format-${format}`}
                type="radio"
                name="format"
                value={format}
                label={t(`talent.${format}`)}
                defaultChecked={(values?.format ?? 'xlsx') === format}
              />
            ))}
          </fieldset>
          {errors('format') && (
            <p className="wrong" role="alert">
              {errors('format')}
            </p>
          )}
          <button className="button button--act">{t('talent.do', { count: counts.people })}</button>
          <p className="talent-small">{t('talent.what', { days, count: counts.people })}</p>
        </form>
      )}
    </section>
  )
}
