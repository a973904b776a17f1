import { useEffect, useState } from 'react'
import { countCharacters } from '~/domain/entries/clean-text'
import { useT } from '~/i18n/use-t'
import { Field, FieldErrors, described } from '~/ui/field'
import type { FieldView } from './editor-view'

/** The questions of one event, each as the control its type asks for. */
export function WorkField({ field, errors }: { field: FieldView; errors?: string[] }) {
  const t = useT('entrant')
  const id = `field-${field.id}`
  const name = `field.${field.id}`
  const help = [field.help, field.bounds].filter(Boolean).join(' ')
  const value = typeof field.value === 'string' ? field.value : ''
  const control = { ...described(id, errors, help), name, defaultValue: value, dir: 'auto' } as const

  switch (field.type) {
    case 'text':
    case 'longtext':
      return <TextQuestion field={field} help={help} errors={errors} />
    case 'number':
    case 'percent':
      return (
        <Field id={id} label={field.label} help={help} errors={errors} optional={field.optional}>
          <span className="with-unit">
            <input {...control} inputMode="decimal" autoComplete="off" />
            {field.unit && <span>{field.unit}</span>}
          </span>
        </Field>
      )
    case 'date':
    case 'url':
      return (
        <Field id={id} label={field.label} help={help} errors={errors} optional={field.optional}>
          <input {...control} type={field.type} />
        </Field>
      )
    case 'choice':
      return (
        <Field id={id} label={field.label} help={help} errors={errors} optional={field.optional}>
          <select {...control}>
            <option value="">{t('editor.choose')}</option>
            {field.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </Field>
      )
    case 'choices':
    case 'yes-no':
      return <Ticks field={field} help={help} errors={errors} />
  }
}

function TextQuestion({ field, help, errors }: { field: FieldView; help: string; errors?: string[] }) {
  const t = useT('entrant')
  const value = typeof field.value === 'string' ? field.value : ''
  const [length, setLength] = useState(() => countCharacters(value))
  const id = `field-${field.id}`
  // what was typed before the page came alive counts too
  useEffect(() => {
    const input = document.getElementById(id)
    if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) setLength(countCharacters(input.value.trim()))
  }, [id])
  const control = {
    ...described(id, errors, help),
    name: `field.${field.id}`,
    defaultValue: value,
    dir: 'auto' as const,
    onInput: (event: React.FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setLength(countCharacters(event.currentTarget.value.trim())),
  }
  const over = field.max !== null && length > field.max
  return (
    <Field id={id} label={field.label} help={help} errors={errors} optional={field.optional}>
      {field.type === 'longtext' ? <textarea {...control} rows={6} /> : <input {...control} autoComplete="off" />}
      {field.max !== null && (
        <p className={`count num${over ? ' count--over' : ''}`}>
          {field.min ? t('editor.countMin', { length, min: field.min, max: field.max }) : t('editor.count', { length, max: field.max })}
        </p>
      )}
    </Field>
  )
}

function Ticks({ field, help, errors }: { field: FieldView; help: string; errors?: string[] }) {
  const t = useT('ui')
  const id = `field-${field.id}`
  const chosen = Array.isArray(field.value) ? field.value : [field.value]
  return (
    <fieldset className="field ticks" id={id} aria-describedby={errors?.length ? `${id}-wrong` : undefined}>
      <legend>
        {field.label} {field.optional && <span className="quiet small">{t('optional')}</span>}
      </legend>
      {help && <p className="help">{help}</p>}
      <input type="hidden" name={`field.${field.id}.asked`} value="1" />
      <div className="ticks-list">
        {field.options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type={field.type === 'choices' ? 'checkbox' : 'radio'}
              name={`field.${field.id}`}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  )
}
