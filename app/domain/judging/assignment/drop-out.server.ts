import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { readStagePlan } from './read-stage-plan.server'
import { planStage, refusePlan } from './stage-plan'
import { lockStage, writePlan } from './write-plan.server'

type DropOut = { eventId: string; stageId: string; seatId: string; personId: string; now: Date }

export type DropOutRefusal = 'not-found' | 'not-open' | 'sheet-signed' | 'last-judge'

/**
 * A judge leaves an open stage whose works were assigned. Works with a full sheet stay and count; every other goes to
 * a colleague without conflict, and nobody else's works move. Answers how many went over and how many judges are
 * missing now. Harmless to repeat.
 */
export function dropOut({
  eventId,
  stageId,
  seatId,
  personId,
  now,
}: DropOut): Promise<Outcome<DropOutRefusal, { moved: number; missing: number }>> {
  return transact(async (tx) => {
    await lockStage(tx, { eventId, stageId })
    const key = { eventId_stageId_id: { eventId, stageId, id: seatId } }
    const seat = await tx.judgeSeat.findUnique({
      where: key,
      select: {
        lockedAt: true,
        removedAt: true,
        scoring: true,
        droppedOutAt: true,
        stage: { select: { state: true, judgesPerWork: true } },
      },
    })
    if (!seat || seat.removedAt !== null || !seat.scoring) return refuse('not-found')
    if (seat.droppedOutAt !== null) return done({ moved: 0, missing: 0 })
    if (seat.stage.state !== 'open' || seat.stage.judgesPerWork === null) return refuse('not-open')
    if (seat.lockedAt !== null) return refuse('sheet-signed')
    await tx.judgeSeat.update({ where: key, data: { droppedOutAt: now } })
    await record(tx, eventId, [{ action: 'seat.dropped-out', body: { stage: stageId, seat: seatId, by: personId } }])
    const read = await readStagePlan(tx, eventId, stageId)
    if (!read || refusePlan({ ...read.input, perWork: seat.stage.judgesPerWork }) !== null) return refuse('not-found')
    if (read.input.seats.every(({ droppedOut }) => droppedOut)) return refuse('last-judge')
    const planned = { ...read.input, perWork: seat.stage.judgesPerWork }
    const plan = planStage(planned, 0)
    await writePlan(tx, { eventId, stageId, by: personId, seed: 0, now }, planned, plan)
    return done({
      moved: plan.taken.length,
      missing: plan.unmet.reduce((sum, { missing }) => sum + missing, 0),
    })
  })
}
