import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { useT } from '~/i18n/use-t'

interface FieldProps {
  id: string
  label: ReactNode
  help?: ReactNode
  errors?: string[]
  optional?: boolean
  children: ReactNode
}

/** Label above, help under the label, errors under the control in ink with a mark. */
export function Field({ id, label, help, errors, optional, children }: FieldProps) {
  const t = useT('ui')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="quiet small">{t('optional')}</span>}
      </label>
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}

export function FieldErrors({ id, errors }: { id: string; errors?: string[] }) {
  if (!errors || errors.length === 0) return null
  return (
    <p className="wrong" id={`${id}-wrong`} role="alert">
      <span>{errors.join(' ')}</span>
    </p>
  )
}

/** The attributes that tie a control to its help and errors. */
export function described(id: string, errors?: string[], help?: unknown) {
  const ids = [help ? `${id}-help` : '', errors?.length ? `${id}-wrong` : ''].filter(Boolean).join(' ')
  return { id, 'aria-invalid': errors?.length ? true : undefined, 'aria-describedby': ids || undefined } as const
}

type Common = { label: ReactNode; help?: ReactNode; errors?: string[]; id?: string; name: string; optional?: boolean }

export function TextField({ label, help, errors, id, optional, ...input }: Common & InputHTMLAttributes<HTMLInputElement>) {
  const fieldId = id ?? input.name
  return (
    <Field id={fieldId} label={label} help={help} errors={errors} optional={optional}>
      <input {...input} {...described(fieldId, errors, help)} />
    </Field>
  )
}

export function TextArea({ label, help, errors, id, optional, ...input }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const fieldId = id ?? input.name
  return (
    <Field id={fieldId} label={label} help={help} errors={errors} optional={optional}>
      <textarea {...input} {...described(fieldId, errors, help)} />
    </Field>
  )
}

export function SelectField({
  label,
  help,
  errors,
  id,
  optional,
  options,
  ...input
}: Common & SelectHTMLAttributes<HTMLSelectElement> & { options: { value: string; label: string }[] }) {
  const fieldId = id ?? input.name
  return (
    <Field id={fieldId} label={label} help={help} errors={errors} optional={optional}>
      <select {...input} {...described(fieldId, errors, help)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function Choice({
  label,
  id,
  errors,
  ...input
}: { label: ReactNode; errors?: string[]; name: string; id?: string } & InputHTMLAttributes<HTMLInputElement>) {
  const fieldId = id ?? input.name
  return (
    <>
      <label className="choice" htmlFor={fieldId}>
        <input type="checkbox" {...input} {...described(fieldId, errors)} />
        <span>{label}</span>
      </label>
      <FieldErrors id={fieldId} errors={errors} />
    </>
  )
}
