import { useT } from '~/i18n/use-t'
import { Field, SelectField, TextArea } from '~/ui/field'

interface MotionFormProps {
  /** made once for the form: sent twice it is one motion */
  motionId: string
  path: string
  kinds: ('tie' | 'in' | 'out' | 'award')[]
  awards: { id: string; name: string }[]
  seats: { id: string; label: string; name: string }[]
  typed: Record<string, string>
}

/** Puts a motion to the panel. */
export function MotionForm({ motionId, path, kinds, awards, seats, typed }: MotionFormProps) {
  const t = useT('jury')
  return (
    <section>
      <h2 id="put">{t('motion.put')}</h2>
      <form method="post" action={path} className="stacked">
        <input type="hidden" name="motion" value={motionId} />
        <SelectField
          name="kind"
          label={t('motion.kind')}
          defaultValue={typed.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`motion.kinds.${kind}`) }))}
        />
        {awards.length > 0 && (
          <SelectField
            name="award"
            label={t('motion.award')}
            optional
            defaultValue={typed.award}
            options={[{ value: '', label: '—' }, ...awards.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <Field id="codes" label={t('motion.codes')} help={t('motion.codesHelp')}>
          <input id="codes" name="codes" type="text" required maxLength={4000} defaultValue={typed.codes} aria-describedby="codes-help" />
        </Field>
        <TextArea name="text" label={t('motion.text')} rows={3} required maxLength={2000} defaultValue={typed.text} />
        <SelectField
          name="seat"
          label={t('motion.mover')}
          defaultValue={typed.seat}
          options={seats.map(({ id, label, name }) => ({ value: id, label: `${label} ${name}` }))}
        />
        <button className="button" name="intent" value="put">
          {t('motion.put')}
        </button>
      </form>
    </section>
  )
}
