import { useState } from 'react'
import { useT } from '~/i18n/use-t'
import type { DeskCriterion } from './desk-setup'
import { isMark } from './mark-values'
import { useDesk } from './use-desk'

/** A mark that is typed: out of a hundred, or a quantity that was measured. Enter gives it and goes on. */
export function TypedMark({ criterion, value }: { criterion: DeskCriterion; value: string | null }) {
  const t = useT('judge')
  const { store } = useDesk()
  const [text, setText] = useState(value ?? '')
  const [wrong, setWrong] = useState(false)
  const { id, min, max, step, unit } = criterion
  const range = unit === null ? t('desk.range', { min, max, step }) : t('desk.measured', { unit })
  const give = () => {
    const typed = text.trim().replace(',', '.')
    if (typed === (value ?? '')) return
    if (!isMark(criterion, typed)) return setWrong(true)
    store.mark(typed)
  }
  return (
    <form
      className="desk-typed"
      onSubmit={(event) => {
        event.preventDefault()
        give()
      }}
    >
      <label htmlFor={`mark-${id}`}>{range}</label>
      <input
        id={`mark-${id}`}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `wrong-${id}` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setWrong(false)
        }}
        onBlur={() => text.trim() !== '' && give()}
      />
      <button type="submit">
        {t('desk.give')} <kbd aria-hidden="true">⏎</kbd>
      </button>
      {wrong && (
        <p id={`wrong-${id}`} role="alert">
          {t('desk.notAMark', { range })}
        </p>
      )}
    </form>
  )
}
