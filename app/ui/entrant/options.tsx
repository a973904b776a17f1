import { FieldErrors } from '~/ui/field'

interface Option {
  id: string
  label: string
  text?: string
  note?: string
}

/** One choice among few, each with the words that help to choose. */
export function Options({
  name,
  legend,
  help,
  options,
  chosen,
  errors,
}: {
  name: string
  legend: string
  help?: string
  options: Option[]
  chosen?: string | null
  errors?: string[]
}) {
  const only = options.length === 1 ? options[0]?.id : undefined
  return (
    <fieldset className="options" id={name} aria-describedby={errors ? `${name}-wrong` : undefined}>
      <legend>{legend}</legend>
      {help && <p className="help">{help}</p>}
      <FieldErrors id={name} errors={errors} />
      <div className="options-list">
        {options.map(({ id, label, text, note }) => (
          <label key={id} className="option">
            <input type="radio" name={name} value={id} required defaultChecked={id === (chosen || only)} />
            <span>
              <b>{label}</b>
              {text && <span>{text}</span>}
              {note && <small>{note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
