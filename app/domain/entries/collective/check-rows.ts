import { checkEntry } from '../check-entry'
import type { FileToCheck } from '../check-entry'
import type { EntryContent } from '../entry-content'
import type { Fault } from '../fault'
import type { Terms } from '../terms'
import { endingOf } from './match-files'

/** What is wrong with a line beside what is wrong with its entry. */
export type RowFault = Fault | { at: string; reason: SheetFaultReason; detail?: Record<string, string | number> }

const sheetFaults = ['same-work', 'same-student', 'over-limit', 'no-way-to-sign'] as const
type SheetFaultReason = (typeof sheetFaults)[number]

/** Whether a fault is one of the sheet’s own, not of an entry. */
export const isSheetFault = (fault: RowFault): fault is Exclude<RowFault, Fault> => sheetFaults.some((reason) => reason === fault.reason)

export interface RowToCheck {
  line: number
  content: EntryContent
  title: string
  files: { slot: string; path: string; bytes: number }[]
}

export interface CheckedRow {
  line: number
  faults: RowFault[]
  /** it cannot become a draft before these are put right */
  blocked: boolean
}

/** A draft may lack anything but these: nobody could find it, sign it, or tell it from the next. */
const BLOCKING = new Set(['group', 'track', 'author.0.name'])
const BLOCKING_REASONS = new Set(['over-limit', 'same-work', 'too-many-authors'])

const mimes: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  zip: 'application/zip',
}

/** Every fault of every line of a sheet. `limit`: how many works one person may hand in, where the event says. */
export function checkRows(terms: Terms, rows: readonly RowToCheck[], limit: number | undefined): CheckedRow[] {
  const together = repeated(rows, limit)
  return rows.map((row) => {
    const { line, content, files } = row
    const faults: RowFault[] = [...checkEntry(terms, content, filesOf(files)), ...(together.get(line) ?? []), ...withoutContact(content)]
    return { line, faults, blocked: faults.some(({ at, reason }) => BLOCKING.has(at) || BLOCKING_REASONS.has(reason)) }
  })
}

/** Files as far as they are known before they are opened: their kind by their ending, and their size. */
const filesOf = (files: RowToCheck['files']): FileToCheck[] =>
  files.map(({ slot, path, bytes }) => ({
    id: path,
    slot,
    state: 'ready',
    mime: mimes[endingOf(path)] ?? '',
    bytes,
    width: null,
    height: null,
  }))

/** Every author signs by a link; who has neither number nor address gets it from the owner by hand. */
const withoutContact = ({ authors }: EntryContent): RowFault[] =>
  authors.flatMap(({ email, mobile }, n): RowFault[] =>
    n > 0 && !email && !mobile ? [{ at: `author.${n}.email`, reason: 'no-way-to-sign' }] : [],
  )

/** A person is the same by number or address; without either by name and school. */
export const personKey = ({ name, organisation, email, mobile }: EntryContent['authors'][number]): string =>
  mobile.replace(/\D/g, '').slice(-11) || email.toLowerCase() || `${plain(name)} ${plain(organisation)}`

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

function repeated(rows: readonly RowToCheck[], limit: number | undefined): Map<number, RowFault[]> {
  const found = new Map<number, RowFault[]>()
  const say = (line: number, fault: RowFault) => found.set(line, [...(found.get(line) ?? []), fault])
  const people = new Map<string, Set<number>>()
  const works = new Map<string, number[]>()
  for (const { line, title, content } of rows) {
    for (const author of content.authors)
      if (author.name) people.set(personKey(author), (people.get(personKey(author)) ?? new Set()).add(line))
    const [first] = content.authors
    if (title && first?.name) {
      const key = `${plain(title)} ${personKey(first)}`
      works.set(key, [...(works.get(key) ?? []), line])
    }
  }
  for (const lines of works.values()) {
    if (lines.length > 1)
      for (const line of lines.slice(1)) say(line, { at: 'row', reason: 'same-work', detail: { lines: lines.join(', ') } })
  }
  for (const set of people.values()) {
    const lines = [...set]
    if (lines.length < 2) continue
    const over = limit !== undefined && lines.length > limit
    for (const line of lines)
      say(line, { at: 'row', reason: over ? 'over-limit' : 'same-student', detail: { lines: lines.join(', '), ...(over && { limit }) } })
  }
  return found
}
