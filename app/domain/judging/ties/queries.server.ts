import type { Reader } from '~/db.server'

/** The decisions about ties of a stage that are in force, the oldest first: among its marks, or among its votes. */
export const tieDecisions = (reader: Reader, eventId: string, stageId: string, pass: 'vote' | 'mark') =>
  reader.tieDecision.findMany({
    where: { eventId, stageId, inVote: pass === 'vote', undoneAt: null },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      category: true,
      rank: true,
      order: true,
      reason: true,
      byId: true,
      decidedAt: true,
      seat: { select: { label: true, name: true } },
    },
  })

/** Whose word parts a tie: the chair, marking or not; the whole panel where it has none. */
export async function decidingSeats(reader: Reader, eventId: string, stageId: string) {
  const seats = await reader.judgeSeat.findMany({
    where: { eventId, stageId, removedAt: null },
    orderBy: { label: 'asc' },
    select: { id: true, label: true, name: true, isChair: true },
  })
  const chairs = seats.filter(({ isChair }) => isChair)
  return (chairs.length > 0 ? chairs : seats).map(({ id, label, name }) => ({ id, label, name }))
}
