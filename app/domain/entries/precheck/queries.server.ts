import { db } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import type { EntryState } from '~/generated/prisma/enums'
import type { EntryFilter } from './entry-filter'
import { entryIds } from './entry-list.server'
import { unsubmittedChanges } from './unsubmitted-changes.server'

/** A work on the precheck desk: which one of those that wait, and its neighbours. */
export interface QueuePlace {
  /** works that wait under the filter, oldest first */
  waiting: string[]
  current: string | null
  /** place among those that wait, from 0; -1 for a work that no longer waits */
  at: number
  previous: string | null
  next: string | null
}

/** Where a work stands among those that wait, being in one of `states`; without `entryId` the first. */
export async function precheckQueue(
  eventId: string,
  filter: EntryFilter,
  states: readonly EntryState[],
  entryId: string | null,
): Promise<QueuePlace> {
  const waiting = await entryIds(eventId, { ...filter, sort: 'submitted', descending: false }, states)
  const current = entryId ?? waiting[0] ?? null
  const at = current ? waiting.indexOf(current) : -1
  return {
    waiting,
    current,
    at,
    previous: at > 0 ? (waiting[at - 1] ?? null) : null,
    next: (at === -1 ? waiting[0] : waiting[at + 1]) ?? null,
  }
}

const other = { id: true, number: true, title: true, state: true } as const
const flag = { kind: true, distance: true, detail: true, dismissedAt: true, entryAId: true, entryBId: true } as const

const whole = {
  id: true,
  number: true,
  code: true,
  title: true,
  fields: true,
  state: true,
  origin: true,
  version: true,
  submittedVersion: true,
  ownerId: true,
  batchId: true,
  createdAt: true,
  submittedAt: true,
  withdrawnAt: true,
  group: { select: { id: true, nameZh: true, nameEn: true } },
  track: { select: { id: true, nameZh: true, nameEn: true } },
  authors: { orderBy: [{ role: 'asc' }, { position: 'asc' }] },
  files: { where: { state: { in: ['ready', 'processing', 'refused'] } }, orderBy: [{ slot: 'asc' }, { position: 'asc' }] },
  versions: { orderBy: { version: 'desc' }, select: { version: true, sha256: true, submittedAt: true, submittedById: true } },
  checks: { orderBy: { createdAt: 'desc' } },
  statements: { orderBy: { signedAt: 'desc' } },
  flagsA: { select: { ...flag, entryB: { select: other } } },
  flagsB: { select: { ...flag, entryA: { select: other } } },
} satisfies Prisma.EntrySelect

export type StaffEntry = NonNullable<Awaited<ReturnType<typeof staffEntry>>>

/** Everything staff may see of one work of an event, with the names of those who decided on it; null when it is not there. */
export async function staffEntry(eventId: string, entryId: string) {
  const entry = await db.entry.findUnique({ where: { eventId_id: { eventId, id: entryId } }, select: whole })
  if (!entry) return null
  const { flagsA, flagsB, authors, ...rest } = entry
  const persons = [...new Set([...(entry.ownerId ? [entry.ownerId] : []), ...authors.flatMap(({ personId }) => personId ?? [])])]
  const deciders = [...new Set([...entry.checks.map(({ byId }) => byId), ...entry.versions.map(({ submittedById }) => submittedById)])]
  const [changing, names, notices] = await Promise.all([
    unsubmittedChanges(db, eventId, [entryId]),
    db.person.findMany({ where: { id: { in: deciders } }, select: { id: true, name: true } }),
    db.notice.findMany({
      where: { eventId, personId: { in: persons } },
      orderBy: { createdAt: 'desc' },
      take: 30,
      select: { id: true, channel: true, recipient: true, template: true, subject: true, state: true, createdAt: true },
    }),
  ])
  return {
    ...rest,
    changing: changing.has(entryId),
    authors: authors.filter(({ role }) => role === 'author'),
    instructors: authors.filter(({ role }) => role === 'instructor'),
    flags: [
      ...flagsA.map(({ entryB, ...row }) => ({ ...row, other: entryB })),
      ...flagsB.map(({ entryA, ...row }) => ({ ...row, other: entryA })),
    ],
    nameOf: Object.fromEntries(names.map(({ id, name }) => [id, name])),
    notices,
  }
}

/** Two works side by side, as far as likeness goes; null unless both belong to the event. */
export async function comparedEntries(eventId: string, ids: readonly [string, string]) {
  const rows = await db.entry.findMany({
    where: { eventId, id: { in: [...ids] } },
    select: {
      ...other,
      submittedAt: true,
      fields: true,
      group: { select: { nameZh: true, nameEn: true } },
      authors: { where: { role: 'author' }, orderBy: { position: 'asc' }, select: { name: true, organisation: true } },
      files: {
        where: { state: 'ready' },
        orderBy: [{ slot: 'asc' }, { position: 'asc' }],
        select: { id: true, slot: true, originalName: true, sha256: true, viewKey: true, thumbKey: true },
      },
    },
  })
  const [a, b] = ids.map((id) => rows.find((row) => row.id === id))
  return a && b ? ([a, b] as const) : null
}

/** The first small picture of each entry that has one, by entry id. */
export async function smallPictures(eventId: string, entryIds: readonly string[]): Promise<Map<string, string>> {
  const files = await db.entryFile.findMany({
    where: { eventId, entryId: { in: [...entryIds] }, state: 'ready', thumbKey: { not: null } },
    orderBy: [{ entryId: 'asc' }, { position: 'asc' }, { slot: 'asc' }],
    distinct: ['entryId'],
    select: { id: true, entryId: true },
  })
  return new Map(files.map(({ entryId, id }) => [entryId, id]))
}
