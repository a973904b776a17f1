import type { EntryState } from '~/generated/prisma/enums'

export const entryStates = ['submitted', 'returned', 'accepted', 'rejected', 'withdrawn', 'draft'] as const satisfies readonly EntryState[]
export const entrySorts = ['submitted', 'number', 'title', 'group', 'state', 'code'] as const
export type EntrySort = (typeof entrySorts)[number]

/** What an organiser may ask of the list of entries. Empty text asks for everything. */
export interface EntryFilter {
  /** null: everything that was handed in, drafts not */
  state: EntryState | null
  group: string
  track: string
  school: string
  country: string
  /** part of a title, number, code, author's name or organisation */
  q: string
  /** only with a duplicate flag that nobody dismissed */
  flagged: boolean
  /** only those that came by courier and were typed in */
  onBehalf: boolean
  /** only those of one 集体报送, by its id */
  batch: string
  sort: EntrySort
  descending: boolean
}

export const noFilter: EntryFilter = {
  state: null,
  group: '',
  track: '',
  school: '',
  country: '',
  q: '',
  flagged: false,
  onBehalf: false,
  batch: '',
  sort: 'submitted',
  descending: true,
}

const MAX_TEXT = 100

/** Rows of one page of the list. */
export const PAGE_ROWS = 50

/** Reads the filter of an address. What it does not know it leaves out: a stale link shows more, never an error. */
export function readEntryFilter(query: URLSearchParams): EntryFilter {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, MAX_TEXT)
  const [, minus, sort] = /^(-?)([a-z]+)$/.exec(text('sort')) ?? []
  const known = entrySorts.find((name) => name === sort)
  return {
    state: entryStates.find((state) => state === text('state')) ?? null,
    group: text('group'),
    track: text('track'),
    school: text('school'),
    country: /^[A-Z]{2}$/.test(text('country')) ? text('country') : '',
    q: text('q'),
    flagged: query.has('flagged'),
    onBehalf: query.has('onBehalf'),
    batch: text('batch'),
    ...(known ? { sort: known, descending: minus === '-' } : { sort: noFilter.sort, descending: noFilter.descending }),
  }
}

/** The query of an address that shows a filter; starts with ? or is empty. */
export function writeEntryFilter(filter: EntryFilter, change: Partial<EntryFilter> = {}): string {
  const { sort, descending, flagged, onBehalf, ...texts } = { ...filter, ...change }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(texts)) if (value) query.set(name, value)
  if (flagged) query.set('flagged', '1')
  if (onBehalf) query.set('onBehalf', '1')
  if (sort !== noFilter.sort || descending !== noFilter.descending) query.set('sort', `${descending ? '-' : ''}${sort}`)
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** How many questions a filter asks, sorting not counted. */
export const asked = (filter: EntryFilter): number =>
  [filter.state, filter.group, filter.track, filter.school, filter.country, filter.q, filter.flagged, filter.onBehalf, filter.batch].filter(
    Boolean,
  ).length
