import type { Reader } from '~/db.server'
import type { Audience } from '~/domain/events/change'

/** How many people a change to an event reaches, by kind. The public is not counted. */
export type Reach = Record<Exclude<Audience, 'public'>, number> & { drafts: number; submitted: number }

/** Counts people once each, however many works they have or seats they hold. */
export async function reachOf(reader: Reader, eventId: string): Promise<Reach> {
  const live = { eventId, state: { not: 'withdrawn' } } as const
  const authors = await reader.entryAuthor.findMany({
    where: { eventId, entry: live, personId: { not: null }, role: 'author' },
    distinct: ['personId'],
    select: { personId: true },
  })
  const judges = await reader.judgeSeat.count({ where: { eventId, removedAt: null } })
  const staff = await reader.eventRole.count({ where: { eventId, role: { in: ['organiser', 'clerk'] } } })
  const drafts = await reader.entry.count({ where: { eventId, state: 'draft' } })
  const submitted = await reader.entry.count({ where: { ...live, submittedAt: { not: null } } })
  return { entrants: authors.length, judges, staff, drafts, submitted }
}
