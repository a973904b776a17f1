import { db } from '~/db.server'
import type { EntryState } from '~/generated/prisma/enums'

export interface ForwardedWork {
  /** code and title in the sub-contest */
  code: string
  title: string
  category: string
  rank: number
  /** in the parent; its code there is nobody’s business here: judges may sit on both panels */
  state: EntryState
  at: Date
}

const MOST = 500

/** Works an event has sent on, by category and rank. */
export async function forwardedWorks(eventId: string): Promise<ForwardedWork[]> {
  const rows = await db.forwarding.findMany({
    where: { eventId },
    orderBy: [{ category: 'asc' }, { rank: 'asc' }],
    take: MOST,
    include: { entry: { select: { code: true, title: true } }, parentEntry: { select: { state: true } } },
  })
  return rows.map(({ entry, parentEntry, category, rank, forwardedAt }) => ({
    code: entry.code ?? '',
    title: entry.title,
    category,
    rank,
    state: parentEntry.state,
    at: forwardedAt,
  }))
}
