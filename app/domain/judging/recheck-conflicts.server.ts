import { liveTopic, tell } from '~/channel.server'
import { db, transact } from '~/db.server'
import { done } from '~/domain/outcome'
import { lockSeat } from './lock-seat.server'
import { refreshRecusals } from './recusals.server'
import type { Seat } from './seats.server'

/**
 * Looks for ties again when works were accepted after this judge declared: a late or typed-in work is as much a
 * conflict as an early one. Call it before the list of works is shown.
 */
export async function recheckConflicts({ eventId, stageId, id, declaredAt, lockedAt, stage }: Seat): Promise<void> {
  if (!declaredAt || lockedAt || stage.state !== 'open') return
  const late = await db.entryCheck.findFirst({
    where: { eventId, decision: 'accept', createdAt: { gt: declaredAt } },
    select: { id: true },
  })
  if (!late) return
  await transact(async (tx) => {
    await lockSeat(tx, { eventId, stageId, seatId: id })
    const open = await tx.judgeSeat.count({ where: { eventId, stageId, id, lockedAt: null, stage: { state: 'open' } } })
    const fresh = open > 0 ? await refreshRecusals(tx, { eventId, stageId, seatId: id }) : 0
    if (fresh > 0 && stage.type === 'live') await tell(tx, liveTopic(eventId, stageId))
    return done()
  })
}
