import type { Reader } from '~/db.server'
import { labelOrder } from '../panel/seat-label'

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

/** Of a panel whose word decides: the chair’s, marking or not; where there is none, or it stands aside, the others’ who do not. */
export function deciding<Seat extends { id: string; isChair: boolean }>(seats: readonly Seat[], aside: ReadonlySet<string>): Seat[] {
  const able = seats.filter(({ id }) => !aside.has(id))
  const chairs = able.filter(({ isChair }) => isChair)
  return chairs.length > 0 ? chairs : able
}

/** Whose word decides about works, and who of the panel stands aside for one of them. */
export async function decidingSeats(reader: Reader, eventId: string, stageId: string, entryIds: readonly string[]) {
  const recusals = await reader.recusal.findMany({ where: { eventId, stageId, entryId: { in: [...entryIds] } }, select: { seatId: true } })
  const aside = new Set(recusals.map(({ seatId }) => seatId))
  const seats = await reader.judgeSeat.findMany({
    where: { eventId, stageId, removedAt: null },
    select: { id: true, label: true, name: true, isChair: true },
  })
  seats.sort((a, b) => labelOrder(a.label, b.label))
  return { seats: deciding(seats, aside).map(({ id, label, name }) => ({ id, label, name })), aside }
}
