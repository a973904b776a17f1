import { liveTopic, tell } from '~/channel.server'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { isRevealed } from '../live/is-revealed.server'
import { lockSeat } from '../lock-seat.server'

export interface LiftRecusal {
  eventId: string
  stageId: string
  /** whose recusal */
  seatId: string
  entryId: string
  /** who of the panel answers for it: the chair, or a colleague where it is the chair's own recusal or there is no chair */
  chairSeatId: string
  reason: string
  /** the member of staff who lifts it */
  byId: string
  now: Date
}

export type LiftRefusal =
  'not-found' | 'has-a-part' | 'stage-over' | 'sheet-signed' | 'not-the-chair' | 'own-recusal' | 'no-reason' | 'work-revealed'

/**
 * Lifts a recusal that was made by mistake, such as that of a judge with the name of an author. Two people stand behind
 * it: the chair who answers for it and the organiser who does it, neither of them the judge. Never for a work the judge
 * made or taught. Marks given before count again. Done twice it is done once.
 */
export function liftRecusal({
  eventId,
  stageId,
  seatId,
  entryId,
  chairSeatId,
  reason,
  byId,
  now,
}: LiftRecusal): Promise<Outcome<LiftRefusal>> {
  return transact(async (tx) => {
    await lockSeat(tx, { eventId, stageId, seatId })
    const key = { eventId_stageId_seatId_entryId: { eventId, stageId, seatId, entryId } }
    const recusal = await tx.recusal.findUnique({
      where: key,
      include: { seat: { include: { stage: { select: { state: true, type: true } } } } },
    })
    if (!recusal) return (await tx.recusalLift.count({ where: { eventId, stageId, seatId, entryId } })) > 0 ? done() : refuse('not-found')
    if (recusal.reason.split(' ').some((word) => word === 'author' || word === 'instructor')) return refuse('has-a-part')
    const { seat } = recusal
    if (seat.stage.state !== 'upcoming' && seat.stage.state !== 'open') return refuse('stage-over')
    if (seat.lockedAt) return refuse('sheet-signed')
    if (await isRevealed(tx, eventId, stageId, entryId)) return refuse('work-revealed')
    const why = reason.trim()
    if (!why) return refuse('no-reason')
    const others = await tx.judgeSeat.findMany({
      where: { eventId, stageId, removedAt: null, id: { not: seatId } },
      select: { id: true, isChair: true, personId: true },
    })
    const chairs = others.filter(({ isChair }) => isChair)
    const answering = (chairs.length > 0 ? chairs : others).find(({ id }) => id === chairSeatId)
    if (!answering) return refuse('not-the-chair')
    if (byId === seat.personId || byId === answering.personId) return refuse('own-recusal')
    const id = newId()
    await tx.recusal.delete({ where: key })
    await tx.recusalLift.create({
      data: { eventId, stageId, id, seatId, entryId, origin: recusal.origin, reason: why, chairSeatId, byId, liftedAt: now },
    })
    await record(tx, eventId, [
      {
        action: 'recusal.lifted',
        body: {
          stage: stageId,
          seat: seatId,
          entry: entryId,
          origin: recusal.origin,
          chair: chairSeatId,
          by: byId,
          reason: sha256Hex(`${id} ${why}`),
        },
      },
    ])
    if (seat.stage.type === 'live') await tell(tx, liveTopic(eventId, stageId))
    return done()
  })
}
