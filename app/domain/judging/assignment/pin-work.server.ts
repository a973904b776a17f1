import { z } from 'zod'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { worksInStage } from '../works-in-stage.server'
import { lockStage } from './write-plan.server'

export const PinForm = z.object({ seat: z.string().min(1).max(40), code: z.string().trim().min(1).max(40) })

type PinWork = z.output<typeof PinForm> & {
  eventId: string
  stageId: string
  pinned: boolean
  personId: string
  now: Date
}

export type PinRefusal = 'unknown-seat' | 'unknown-work' | 'is-conflict' | 'sheet-signed' | 'stage-over'

/**
 * Pins a work to a judge by hand, or loosens the pin. Before works are assigned a pin waits for it; afterwards the
 * judge sees the work at once, and loosening leaves it with the judge until works are assigned again.
 */
export function pinWork({ eventId, stageId, seat: seatId, code, pinned, personId, now }: PinWork): Promise<Outcome<PinRefusal>> {
  return transact(async (tx) => {
    await lockStage(tx, { eventId, stageId })
    const seat = await tx.judgeSeat.findFirst({
      where: { eventId, stageId, id: seatId, removedAt: null, scoring: true },
      select: { lockedAt: true, droppedOutAt: true, stage: { select: { state: true, judgesPerWork: true } } },
    })
    if (!seat || seat.droppedOutAt !== null) return refuse('unknown-seat')
    if (seat.stage.state === 'closed' || seat.stage.state === 'published') return refuse('stage-over')
    if (seat.lockedAt !== null) return refuse('sheet-signed')
    const entry = await tx.entry.findFirst({
      where: { ...(await worksInStage(tx, eventId, stageId)), code },
      select: { id: true, recusals: { where: { stageId, seatId }, select: { seatId: true } } },
    })
    if (!entry) return refuse('unknown-work')
    if (pinned && entry.recusals.length > 0) return refuse('is-conflict')
    const pair = { eventId, stageId, seatId, entryId: entry.id }
    const where = { eventId_stageId_seatId_entryId: pair }
    const before = await tx.workAssignment.findUnique({ where, select: { pinned: true } })
    if ((before?.pinned ?? false) === pinned) return done()
    if (pinned)
      await tx.workAssignment.upsert({
        where,
        create: { ...pair, pinned, assignedAt: now },
        update: { pinned },
      })
    else if (seat.stage.judgesPerWork === null) await tx.workAssignment.delete({ where })
    else await tx.workAssignment.update({ where, data: { pinned } })
    await record(tx, eventId, [
      {
        action: 'work.pinned',
        body: { stage: stageId, seat: seatId, entry: entry.id, pinned, by: personId },
      },
    ])
    return done()
  })
}
