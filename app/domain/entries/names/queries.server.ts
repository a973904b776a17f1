import { db } from '~/db.server'
import { canonicalNames } from './canonical-names.server'
import { spellingOf, suggestNames } from './suggest-names'
import type { Spelling, Suggestion } from './suggest-names'

/** Spellings compared at most: the rest is too rare to matter, and every pair is looked at. */
const MOST = 800

/** A school or company under the house’s name for it. */
export interface CountedName {
  name: string
  count: number
  spellings: Spelling[]
}

export interface NamesOfEvent {
  counted: CountedName[]
  suggestions: Suggestion[]
  changes: { id: string; at: Date; by: string; after: Record<string, string | null>; undone: boolean }[]
}

/** Schools and companies of the authors of an event’s handed-in works, as the house counts them, the most frequent first. */
export async function countedNames(eventId: string): Promise<CountedName[]> {
  const [rows, nameOf] = await Promise.all([
    db.entryAuthor.groupBy({
      by: ['organisation'],
      where: { eventId, organisation: { not: '' }, role: 'author', entry: { state: { notIn: ['draft', 'withdrawn'] } } },
      _count: true,
      orderBy: { _count: { organisation: 'desc' } },
      take: MOST,
    }),
    canonicalNames(eventId),
  ])
  const groups = new Map<string, Spelling[]>()
  for (const { organisation, _count } of rows) {
    const spelling = spellingOf(organisation)
    const name = spellingOf(nameOf(organisation))
    const there = groups.get(name) ?? []
    const same = there.find((one) => one.name === spelling)
    if (same) same.count += _count
    else groups.set(name, [...there, { name: spelling, count: _count }])
  }
  return [...groups]
    .map(([name, spellings]) => ({ name, spellings, count: spellings.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count)
}

/** The same with what may be one and what was confirmed. */
export async function namesOfEvent(eventId: string): Promise<NamesOfEvent> {
  const { organisationId } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { organisationId: true } })
  const [counted, changes] = await Promise.all([
    countedNames(eventId),
    db.nameChange.findMany({
      where: { organisationId },
      orderBy: { createdAt: 'desc' },
      take: 20,
      include: { by: { select: { name: true } } },
    }),
  ])
  return {
    counted,
    suggestions: suggestNames(counted.map(({ name, count }) => ({ name, count }))),
    changes: changes.map(({ id, createdAt, by, after, undoneAt }) => ({
      id,
      at: createdAt,
      by: by.name,
      after: after as Record<string, string | null>,
      undone: undoneAt !== null,
    })),
  }
}
