import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import type { Prisma } from '~/generated/prisma/client'
import type { EntryOrigin, EntryState } from '~/generated/prisma/enums'
import { canonicalNames } from '../names/canonical-names.server'
import { PAGE_ROWS, type EntryFilter } from './entry-filter'
import { entryWhere } from './entry-where.server'

const BATCH = 500

export interface ListedEntry {
  id: string
  /** the version that was handed in last */
  submittedVersion: number | null
  number: string | null
  code: string | null
  title: string
  group: Localized
  track: Localized | null
  state: EntryState
  origin: EntryOrigin
  submittedAt: Date | null
  authors: { name: string; organisation: string; country: string }[]
  /** the first ready file that has a small picture */
  thumb: { id: string } | null
  flags: number
}

export interface EntryPage {
  rows: ListedEntry[]
  /** rows of the whole filter */
  total: number
  /** counts by state as if no state were asked, with the group that is asked */
  byState: { state: EntryState; count: number }[]
  /** counts by group as if no group were asked, with the state that is asked */
  byGroup: { groupId: string; count: number }[]
}

/** Entries as staff list them, in the filter’s state or in one of `states`: one page, and sums for all pages. Never more than a handful of queries. */
export async function entryPage(
  eventId: string,
  filter: EntryFilter,
  page: number,
  states: readonly EntryState[] | null = filter.state && [filter.state],
): Promise<EntryPage> {
  const [rows, sums] = await Promise.all([
    db.entry.findMany({
      where: await entryWhere(eventId, filter, { states }),
      orderBy: orderOf(filter),
      select: listed,
      skip: (Math.max(1, page) - 1) * PAGE_ROWS,
      take: PAGE_ROWS,
    }),
    db.entry.groupBy({
      by: ['state', 'groupId'],
      where: await entryWhere(eventId, { ...filter, state: null, group: '' }, { withDrafts: true }),
      _count: true,
    }),
  ])
  const inState = (state: EntryState) => (states ? states.includes(state) : state !== 'draft')
  const inGroup = (groupId: string) => !filter.group || groupId === filter.group
  const byState = new Map<EntryState, number>()
  const byGroup = new Map<string, number>()
  let total = 0
  for (const { state, groupId, _count } of sums) {
    if (inGroup(groupId)) byState.set(state, (byState.get(state) ?? 0) + _count)
    if (inState(state)) byGroup.set(groupId, (byGroup.get(groupId) ?? 0) + _count)
    if (inGroup(groupId) && inState(state)) total += _count
  }
  return {
    rows: rows.map(listedEntry),
    total,
    byState: [...byState].map(([state, count]) => ({ state, count })),
    byGroup: [...byGroup].map(([groupId, count]) => ({ groupId, count })),
  }
}

/** Schools, employers and countries that entries of an event name, the most frequent first; for the filter's choices. */
export async function entryPlaces(eventId: string): Promise<{ schools: string[]; countries: string[] }> {
  const [rows, nameOf] = await Promise.all([
    db.entryAuthor.groupBy({
      by: ['organisation', 'country'],
      where: { eventId, role: 'author', entry: { state: { not: 'draft' } } },
      _count: true,
      orderBy: { _count: { entryId: 'desc' } },
    }),
    canonicalNames(eventId),
  ])
  const schools = [...new Set(rows.map(({ organisation }) => nameOf(organisation)).filter(Boolean))]
  return { schools: schools.slice(0, 300), countries: [...new Set(rows.map(({ country }) => country))].sort() }
}

export type ExportedEntry = Prisma.EntryGetPayload<{ select: typeof exported }>

/** Ids of every entry of a filter, in its order; in one of `states` instead of the filter’s. */
export async function entryIds(eventId: string, filter: EntryFilter, states?: readonly EntryState[]): Promise<string[]> {
  const rows = await db.entry.findMany({
    where: await entryWhere(eventId, filter, { states }),
    orderBy: orderOf(filter),
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** The entries of a list of ids, in its order, read in batches while the download goes out. */
export async function* exportedEntries(eventId: string, ids: readonly string[]): AsyncGenerator<ExportedEntry> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH)
    const rows = new Map((await db.entry.findMany({ where: { eventId, id: { in: batch } }, select: exported })).map((row) => [row.id, row]))
    for (const id of batch) {
      const row = rows.get(id)
      if (row) yield row
    }
  }
}

const author = { name: true, organisation: true, country: true } as const
const listed = {
  id: true,
  number: true,
  code: true,
  title: true,
  state: true,
  origin: true,
  submittedAt: true,
  submittedVersion: true,
  group: { select: { nameZh: true, nameEn: true } },
  track: { select: { nameZh: true, nameEn: true } },
  authors: { where: { role: 'author' }, orderBy: { position: 'asc' }, select: author },
  files: {
    where: { state: 'ready', thumbKey: { not: null } },
    orderBy: [{ position: 'asc' }, { slot: 'asc' }],
    take: 1,
    select: { id: true },
  },
  _count: { select: { flagsA: { where: { dismissedAt: null } }, flagsB: { where: { dismissedAt: null } } } },
} satisfies Prisma.EntrySelect

const exported = {
  ...listed,
  fields: true,
  files: false,
  authors: {
    orderBy: [{ role: 'asc' }, { position: 'asc' }],
    select: { ...author, role: true, nameLatin: true, mobile: true, email: true },
  },
} satisfies Prisma.EntrySelect

function listedEntry({ group, track, files, _count, ...entry }: Prisma.EntryGetPayload<{ select: typeof listed }>): ListedEntry {
  const [file] = files
  return {
    ...entry,
    group: { zh: group.nameZh, en: group.nameEn },
    track: track && { zh: track.nameZh, en: track.nameEn },
    thumb: file ?? null,
    flags: _count.flagsA + _count.flagsB,
  }
}

function orderOf({ sort, descending }: EntryFilter): Prisma.EntryOrderByWithRelationInput[] {
  const direction = descending ? 'desc' : 'asc'
  const last = { sort: direction, nulls: 'last' } as const
  const first: Record<EntryFilter['sort'], Prisma.EntryOrderByWithRelationInput> = {
    submitted: { submittedAt: last },
    number: { number: last },
    code: { code: last },
    title: { title: direction },
    group: { group: { position: direction } },
    state: { state: direction },
  }
  return [first[sort], { id: 'asc' }]
}
