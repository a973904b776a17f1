import type { Lang } from '~/i18n/language'

/** A message ready to be set, in one language: the templates in emails/ and the plain text are made from it. */
export interface Letter {
  lang: Lang
  template: 'code' | 'invitation' | 'receipt' | 'decision' | 'dates' | 'letter'
  subject: string
  /** who writes: the event, or the house */
  from: string
  title: string
  greeting: string | null
  opening: string[]
  /** the one thing to read off: a code, a PIN, an entry number */
  figure: { label: string; value: string } | null
  facts: { label: string; value: string }[]
  /** why, one line each */
  reasons: string[]
  /** dates that moved */
  changes: { name: string; before: string; after: string }[]
  /** labels of the two columns of changes */
  changeLabels: { before: string; after: string } | null
  files: { name: string; sha256: string }[]
  action: { label: string; url: string } | null
  closing: string[]
  /** why the receiver gets this, at the foot */
  because: string
  /** the house's name and address, at the foot */
  house: { name: string; tagline: string; url: string }
}
