import type { Field } from '../section'
import { say, type Lang } from '~/i18n/language'

/** An answer to a field of the entry form as text for people; empty where nothing was answered. */
export function fieldText(field: Field, answer: unknown, lang: Lang): string {
  if (answer === undefined || answer === null || answer === '') return ''
  const option = (id: unknown) => {
    const found = 'options' in field ? field.options.find((one) => one.id === id) : undefined
    return found ? say(found.name, lang) : String(id)
  }
  switch (field.type) {
    case 'choice':
      return option(answer)
    case 'choices':
      return (Array.isArray(answer) ? answer : [answer]).map(option).join(lang === 'en' ? ', ' : '、')
    case 'percent':
      return `${String(answer)}%`
    case 'number':
      return field.unit ? `${String(answer)} ${say(field.unit, lang)}` : String(answer)
    case 'yes-no':
      return answer === true || answer === 'yes' ? (lang === 'en' ? 'Yes' : '是') : lang === 'en' ? 'No' : '否'
    default:
      return String(answer)
  }
}
