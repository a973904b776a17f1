import { useT } from '~/i18n/use-t'
import type { DeskDetails, DeskField, DeskWork } from './desk-setup'
import { useDesk } from './use-desk'

/** What the entrant wrote, as far as judges see it: long texts to read, the rest as a table. */
export function WorkText({ work, details }: { work: DeskWork; details: DeskDetails }) {
  const t = useT('judge')
  const { store } = useDesk()
  const told = store.setup.fields.flatMap((field) => {
    const answer = details.answers[field.id]
    return answer === undefined ? [] : [{ field, text: printed(field, answer, t) }]
  })
  const long = told.filter(({ field }) => field.type === 'longtext')
  const short = told.filter(({ field }) => field.type !== 'longtext')
  return (
    <article className="desk-text">
      <h2>{work.title}</h2>
      {long.map(({ field, text }) => (
        <section key={field.id}>
          <h3>{field.label}</h3>
          <p>{text}</p>
        </section>
      ))}
      {short.length > 0 && (
        <dl>
          {short.map(({ field, text }) => (
            <div key={field.id}>
              <dt>{field.label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {told.length === 0 && <p>{t('desk.noText')}</p>}
    </article>
  )
}

function printed(field: DeskField, answer: string | string[], t: ReturnType<typeof useT<'judge'>>): string {
  const named = (id: string) => field.options.find((option) => option.id === id)?.name ?? id
  if (Array.isArray(answer)) return answer.map(named).join(t('desk.listSeparator'))
  if (field.type === 'choice') return named(answer)
  if (field.type === 'yes-no') return answer === 'true' ? t('desk.yes') : t('desk.no')
  if (field.type === 'percent') return `${answer}%`
  return field.unit ? `${answer} ${field.unit}` : answer
}
