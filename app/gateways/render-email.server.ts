import { createElement, type ComponentType } from 'react'
import type { Letter } from '~/domain/notices/letter'

type Template = ComponentType<{ letter: Letter }>

/** Each template with react-email behind it is loaded when the first mail is written: it takes a third of a second. */
const TEMPLATES: Record<Letter['template'], () => Promise<Template>> = {
  code: async () => (await import('#emails/code')).Code,
  invitation: async () => (await import('#emails/invitation')).Invitation,
  receipt: async () => (await import('#emails/receipt')).Receipt,
  decision: async () => (await import('#emails/decision')).Decision,
  dates: async () => (await import('#emails/dates')).Dates,
  letter: async () => (await import('#emails/plain-letter')).PlainLetter,
}

/** Sets a letter as an HTML document. */
export async function renderEmail(letter: Letter): Promise<string> {
  const template = await TEMPLATES[letter.template]()
  const { render } = await import('react-email')
  return render(createElement(template, { letter }))
}
