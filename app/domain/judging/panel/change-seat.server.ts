import { record } from '~/domain/ledger/record.server'
import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { mayAct } from '~/domain/events/stage-state'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { lockSeat } from '../lock-seat.server'

interface ChangeSeat {
  eventId: string
  stageId: string
  seatId: string
  /** false puts a removed seat back */
  removed: boolean
  personId: string
  now: Date
}

export type ChangeSeatRefusal = 'not-found' | 'stage-over' | 'sheet-signed' | 'chair-taken'

/**
 * Takes a seat off a panel, or puts it back. Its marks stay and do not count while it is off; open invitations to it
 * end. A judge who has signed stays: the signed sheet is part of the result.
 */
export function changeSeat({ eventId, stageId, seatId, removed, personId, now }: ChangeSeat): Promise<Outcome<ChangeSeatRefusal>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (!stage) return refuse('not-found')
    await lockSeat(tx, { eventId, stageId, seatId })
    const where = { eventId_stageId_id: { eventId, stageId, id: seatId } }
    const seat = await tx.judgeSeat.findUnique({ where, select: { lockedAt: true, removedAt: true, isChair: true } })
    if (!seat) return refuse('not-found')
    if (!mayAct(stage.state, 'change-panel')) return refuse('stage-over')
    if (seat.lockedAt) return refuse('sheet-signed')
    // asked for twice
    if ((seat.removedAt !== null) === removed) return done()
    if (!removed && seat.isChair && (await tx.judgeSeat.count({ where: { eventId, stageId, isChair: true, removedAt: null } })) > 0)
      return refuse('chair-taken')
    // a seat that was declined comes back empty, and its judge may be asked once more
    const fresh = removed ? {} : { declinedAt: null, declineReason: '' }
    await tx.judgeSeat.update({ where, data: { removedAt: removed ? now : null, ...fresh } })
    if (removed) {
      await tx.invitation.updateMany({ where: { eventId, stageId, seatId, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } })
    }
    await record(tx, eventId, [
      { action: removed ? 'seat.removed' : 'seat.restored', body: { stage: stageId, seat: seatId, by: personId } },
    ])
    return done()
  })
}
