import type { Terms } from './terms'
import { titleField } from './terms'

/** One person who made the work, as the form has it. Texts are clean; a missing answer is ''. */
export interface AuthorContent {
  /** row of this author, or '' for one who was just added */
  id: string
  name: string
  nameLatin: string
  organisation: string
  independent: boolean
  country: string
  bornOn: string
  mobile: string
  email: string
}

export interface InstructorContent {
  id: string
  name: string
  organisation: string
}

/** What an entrant types. Answers are kept as typed, several choices as a list; they are judged when handing in. */
export interface EntryContent {
  groupId: string
  trackId: string | null
  fields: Record<string, string | string[]>
  authors: AuthorContent[]
  instructors: InstructorContent[]
}

export const newAuthor = (given: Partial<AuthorContent> = {}): AuthorContent => ({
  id: '',
  name: '',
  nameLatin: '',
  organisation: '',
  independent: false,
  country: 'CN',
  bornOn: '',
  mobile: '',
  email: '',
  ...given,
})

/** The title of a work from its answers. */
export function titleOf(terms: Terms, content: Pick<EntryContent, 'fields'>): string {
  const id = titleField(terms.contest.entry.fields)?.id
  const title = id ? content.fields[id] : ''
  return typeof title === 'string' ? title.slice(0, 500) : ''
}
