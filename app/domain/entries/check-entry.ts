import type { AuthorContent, EntryContent } from './entry-content'
import { checkField } from './check-field'
import { checkEligibility } from './eligibility'
import { fileFault } from './file-fault'
import type { Fault } from './fault'
import type { Group } from './section'
import { fieldsOf, groupOf, slotsOf } from './terms'
import type { Terms } from './terms'

/** What is known of a file in a slot when the entry is checked. */
export interface FileToCheck {
  id: string
  slot: string
  state: 'processing' | 'ready' | 'refused'
  mime: string
  bytes: bigint | number
  width: number | null
  height: number | null
}

/** Everything that keeps an entry from being handed in, in the order of the form. An empty list: it may be. */
export function checkEntry(terms: Terms, content: EntryContent, files: readonly FileToCheck[]): Fault[] {
  const group = groupOf(terms, content.groupId)
  if (!group) return [{ at: 'group', reason: 'required' }]
  return [
    ...checkTrack(terms, content),
    ...fieldsOf(terms, group.id).flatMap((field) => checkField(field, content.fields[field.id])),
    ...checkAuthors(group, content.authors),
    ...checkInstructors(group, content),
    ...checkFiles(terms, group.id, files),
    ...checkEligibility(terms, content),
  ]
}

function checkTrack(terms: Terms, { trackId }: EntryContent): Fault[] {
  const { tracks } = terms.contest
  if (tracks.length === 0 || tracks.some(({ id }) => id === trackId)) return []
  return [{ at: 'track', reason: 'required' }]
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const MOBILE = /^\+?[\d\s()-]{6,24}$/
const LONGEST_NAME = 80

function checkAuthors(group: Group, authors: readonly AuthorContent[]): Fault[] {
  if (authors.length === 0) return [{ at: 'author.0.name', reason: 'required' }]
  const faults: Fault[] = []
  if (authors.length > group.authors) {
    faults.push({ at: `author.${group.authors}.name`, reason: 'too-many-authors', detail: { max: group.authors } })
  }
  for (const [n, author] of authors.entries()) {
    const at = (part: keyof AuthorContent) => `author.${n}.${part}`
    if (!author.name) faults.push({ at: at('name'), reason: 'required' })
    else if ([...author.name].length > LONGEST_NAME) faults.push({ at: at('name'), reason: 'too-long', detail: { max: LONGEST_NAME } })
    if (author.country !== 'CN' && !/\p{Script=Latin}/u.test(author.name + author.nameLatin)) {
      faults.push({ at: at('nameLatin'), reason: 'latin-name-required' })
    }
    if (!author.organisation && group.who === 'student') faults.push({ at: at('organisation'), reason: 'school-required' })
    if (!author.organisation && group.who === 'organisation') faults.push({ at: at('organisation'), reason: 'employer-required' })
    if (!author.organisation && group.who === 'professional' && !author.independent) {
      faults.push({ at: at('organisation'), reason: 'employer-required' })
    }
    if (n === 0 && !author.mobile && !author.email) faults.push({ at: at('email'), reason: 'contact-required' })
    if (author.email && !EMAIL.test(author.email)) faults.push({ at: at('email'), reason: 'not-an-email' })
    if (author.mobile && !MOBILE.test(author.mobile)) faults.push({ at: at('mobile'), reason: 'not-a-mobile' })
  }
  return faults
}

function checkInstructors(group: Group, { instructors }: EntryContent): Fault[] {
  const faults: Fault[] = []
  if (instructors.length > group.instructors) {
    faults.push({ at: `instructor.${group.instructors}.name`, reason: 'too-many-instructors', detail: { max: group.instructors } })
  }
  for (const [n, { name }] of instructors.entries()) {
    if (!name) faults.push({ at: `instructor.${n}.name`, reason: 'required' })
  }
  return faults
}

function checkFiles(terms: Terms, groupId: string, files: readonly FileToCheck[]): Fault[] {
  return slotsOf(terms, groupId).flatMap((rule): Fault[] => {
    const at = `file.${rule.id}`
    const here = files.filter(({ slot }) => slot === rule.id)
    const good = here.filter(({ state }) => state !== 'refused')
    if (here.length > good.length) return [{ at, reason: 'file-refused' }]
    if (good.length > rule.count.max) return [{ at, reason: 'files-too-many', detail: { max: rule.count.max } }]
    const needed = rule.optional && good.length === 0 ? 0 : rule.count.min
    if (good.length < needed) return [{ at, reason: 'files-missing', detail: { missing: needed - good.length } }]
    const fault = good.flatMap((file) => fileFault(rule, file))[0]
    return fault ? [{ at, reason: `file-${fault}` }] : []
  })
}
