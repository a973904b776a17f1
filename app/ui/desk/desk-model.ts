import { type Choice, CHOICES, choiceOf } from '~/domain/judging/votes/choice'
import type { DeskNote, DeskSheet, DeskWork } from './desk-setup'

export type Standing = 'done' | 'partial' | 'empty'
export type Filter = 'all' | 'unmarked' | 'later' | 'partial' | Choice
const MARK_FILTERS: readonly Filter[] = ['all', 'unmarked', 'later', 'partial']
const VOTE_FILTERS: readonly Filter[] = ['all', 'unmarked', ...CHOICES]

/** The filters of a desk for marks, or of one for votes. */
export const filtersOf = ({ voting }: { voting: boolean }): readonly Filter[] => (voting ? VOTE_FILTERS : MARK_FILTERS)

/** The vote on a sheet that holds one. */
export const voteOn = (sheet: DeskSheet | undefined): Choice | null => choiceOf(sheet?.[0] ?? null)

export type Sheets = ReadonlyMap<string, DeskSheet>
export type Notes = ReadonlyMap<string, DeskNote>

export function standingOf(sheet: DeskSheet | undefined): Standing {
  const given = sheet?.filter((value) => value !== null).length ?? 0
  if (given === 0) return 'empty'
  return given === sheet?.length ? 'done' : 'partial'
}

export function matches(filter: Filter, { code }: DeskWork, sheets: Sheets, notes: Notes): boolean {
  if (filter === 'all') return true
  if (filter === 'later') return notes.get(code)?.later ?? false
  if (isChoice(filter)) return voteOn(sheets.get(code)) === filter
  return standingOf(sheets.get(code)) === (filter === 'unmarked' ? 'empty' : 'partial')
}

const isChoice = (filter: Filter): filter is Choice => CHOICES.some((choice) => choice === filter)

/** How many works each filter shows, and how many are done. */
export function countWorks(works: readonly DeskWork[], sheets: Sheets, notes: Notes): Record<Filter | 'done', number> {
  const counts = { all: works.length, unmarked: 0, later: 0, partial: 0, done: 0, in: 0, hold: 0, out: 0 }
  for (const { code } of works) {
    const standing = standingOf(sheets.get(code))
    if (standing === 'done') counts.done += 1
    else counts[standing === 'empty' ? 'unmarked' : 'partial'] += 1
    const vote = voteOn(sheets.get(code))
    if (vote) counts[vote] += 1
    if (notes.get(code)?.later) counts.later += 1
  }
  return counts
}

/** The nearest work before or after a place that the filter shows; null at the end of the list. */
export function neighbour(works: readonly DeskWork[], at: number, by: 1 | -1, shown: (work: DeskWork) => boolean): number | null {
  for (let next = at + by; next >= 0 && next < works.length; next += by) {
    const work = works[next]
    if (work && shown(work)) return next
  }
  return null
}

/** Where to begin: the first work that is not done, or the first of all. */
export function firstUndone(works: readonly DeskWork[], sheets: Sheets): number {
  return Math.max(
    0,
    works.findIndex(({ code }) => standingOf(sheets.get(code)) !== 'done'),
  )
}

/** The criterion to go to after one was marked: the next empty one, round the end; null when the sheet is full. */
export function nextEmpty(sheet: DeskSheet, after: number): number | null {
  const order = sheet.map((_, n) => (after + 1 + n) % sheet.length)
  return order.find((criterion) => sheet[criterion] === null) ?? null
}

export const withMark = (sheet: DeskSheet | undefined, size: number, criterion: number, value: string | null): DeskSheet =>
  Array.from({ length: size }, (_, n) => (n === criterion ? value : (sheet?.[n] ?? null)))

/** Days, hours and minutes until a stage closes; null when it has no end or that is past. */
export function timeLeft(closesAt: string | null, now: number): { days: number; hours: number; minutes: number } | null {
  const minutes = closesAt === null ? 0 : Math.floor((Date.parse(closesAt) - now) / 60_000)
  if (minutes <= 0) return null
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 }
}
