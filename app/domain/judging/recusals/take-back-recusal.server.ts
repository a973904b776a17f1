import { liveTopic, tell } from '~/channel.server'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { isRevealed } from '../live/is-revealed.server'
import { lockSeat } from '../lock-seat.server'
import { deskState } from '../votes/passes'

export interface TakeBackRecusal {
  eventId: string
  stageId: string
  seatId: string
  personId: string
  code: string
  now: Date
}

export type TakeBackRefusal = 'not-your-seat' | 'stage-not-open' | 'sheet-locked' | 'not-declared-here' | 'work-revealed'

/**
 * A judge takes back a recusal pressed on the desk by mistake, while the stage is open and the sheet unsigned: the work
 * returns with the marks it had. What was found, or follows from a declaration, stays: of those a judge does not even
 * know which they are. Harmless to repeat.
 */
export function takeBackRecusal({ eventId, stageId, seatId, personId, code, now }: TakeBackRecusal): Promise<Outcome<TakeBackRefusal>> {
  return transact(async (tx) => {
    await lockSeat(tx, { eventId, stageId, seatId })
    const seat = await tx.judgeSeat.findFirst({
      where: { eventId, stageId, id: seatId, personId, removedAt: null, scoring: true },
      include: { stage: true },
    })
    if (!seat) return refuse('not-your-seat')
    if (deskState(seat.stage) !== 'open') return refuse('stage-not-open')
    if (seat.lockedAt) return refuse('sheet-locked')
    const recusal = await tx.recusal.findFirst({
      where: { eventId, stageId, seatId, entry: { code } },
      select: { entryId: true, atDesk: true },
    })
    if (!recusal)
      return (await tx.recusalLift.count({ where: { eventId, stageId, seatId, chairSeatId: seatId, entry: { code } } })) > 0
        ? done()
        : refuse('not-declared-here')
    if (!recusal.atDesk) return refuse('not-declared-here')
    const { entryId } = recusal
    if (await isRevealed(tx, eventId, stageId, entryId)) return refuse('work-revealed')
    await tx.recusal.delete({ where: { eventId_stageId_seatId_entryId: { eventId, stageId, seatId, entryId } } })
    await tx.recusalLift.create({
      data: {
        eventId,
        stageId,
        id: newId(),
        seatId,
        entryId,
        origin: 'declared',
        reason: '',
        chairSeatId: seatId,
        byId: personId,
        liftedAt: now,
      },
    })
    await record(tx, eventId, [
      { action: 'recusal.lifted', body: { stage: stageId, seat: seatId, entry: entryId, origin: 'declared', chair: seatId, by: personId } },
    ])
    if (seat.stage.type === 'live') await tell(tx, liveTopic(eventId, stageId))
    return done()
  })
}
