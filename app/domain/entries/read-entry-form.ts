import { readNumber } from './check-field'
import { cleanText } from './clean-text'
import { newAuthor } from './entry-content'
import type { AuthorContent, EntryContent, InstructorContent } from './entry-content'
import type { Field } from './section'
import { fieldsOf, groupOf } from './terms'
import type { Terms } from './terms'

/** What a form of this entry may hold: `get` of a FormData, and all values of one name. */
export interface FormValues {
  get(name: string): unknown
  getAll(name: string): unknown[]
}

const text = (value: unknown, lines = false) => (typeof value === 'string' ? cleanText(value, { lines }) : '')

/**
 * Reads the editor’s form: `group`, `track`, `field.<id>`, `author.<n>.<part>`, `instructor.<n>.<part>`. Names the
 * event does not know are ignored; parts a form leaves out keep what `before` says, so that half a form, sent by
 * an old page, erases nothing.
 */
export function readEntryForm(form: FormValues, terms: Terms, before: EntryContent): EntryContent {
  const wanted = text(form.get('group'))
  const groupId = groupOf(terms, wanted) ? wanted : before.groupId
  const track = text(form.get('track'))
  const trackId = terms.contest.tracks.some(({ id }) => id === track) ? track : before.trackId
  const fields = { ...before.fields }
  for (const field of fieldsOf(terms, groupId)) {
    const name = `field.${field.id}`
    // an unticked list sends nothing but its marker
    if (form.get(name) === null && form.get(`${name}.asked`) === null) continue
    fields[field.id] = readAnswer(form, name, field)
  }
  return {
    groupId,
    trackId,
    fields,
    authors: form.get('authors.asked') === null ? before.authors : readAuthors(form),
    instructors: form.get('instructors.asked') === null ? before.instructors : readInstructors(form),
  }
}

function readAnswer(form: FormValues, name: string, { type }: Field): string | string[] {
  if (type === 'choices')
    return [
      ...new Set(
        form
          .getAll(name)
          .map((value) => text(value))
          .filter(Boolean),
      ),
    ].slice(0, 50)
  const answer = text(form.get(name), type === 'longtext')
  // ８５％ and 85,0 become the number they mean; what is no number stays as it was typed
  if (type === 'number' || type === 'percent') return readNumber(answer)?.toString() ?? answer
  return answer
}

/** More rows than any event allows: the rest is not read. */
const MOST_ROWS = 12

function rows<Row>(form: FormValues, prefix: string, read: (at: (part: string) => string) => Row | null): Row[] {
  const found: Row[] = []
  for (let n = 0; n < MOST_ROWS; n += 1) {
    if (form.get(`${prefix}.${n}.name`) === null) continue
    const row = read((part) => text(form.get(`${prefix}.${n}.${part}`)).slice(0, 200))
    if (row) found.push(row)
  }
  return found
}

const readAuthors = (form: FormValues): AuthorContent[] =>
  rows(form, 'author', (at) => {
    const author = newAuthor({
      id: at('id'),
      name: at('name'),
      nameLatin: at('nameLatin'),
      independent: at('independent') === 'yes',
      organisation: at('independent') === 'yes' ? '' : at('organisation'),
      country: /^[A-Z]{2}$/.test(at('country')) ? at('country') : 'CN',
      bornOn: at('bornOn'),
      mobile: at('mobile'),
      email: at('email').toLowerCase(),
    })
    const typed = author.name + author.nameLatin + author.organisation + author.mobile + author.email + author.bornOn
    return typed || author.id ? author : null
  })

const readInstructors = (form: FormValues): InstructorContent[] =>
  rows(form, 'instructor', (at) =>
    at('name') || at('organisation') ? { id: at('id'), name: at('name'), organisation: at('organisation') } : null,
  )
