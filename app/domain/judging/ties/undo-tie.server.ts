import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { mayDecide, passOf } from '../votes/passes'

export interface UndoTie {
  eventId: string
  stageId: string
  decisionId: string
  byId: string
  now: Date
}

/** Takes a decision of the chair back, until the result is published. Asked for twice, it is done once. */
export function undoTie({
  eventId,
  stageId,
  decisionId,
  byId,
  now,
}: UndoTie): Promise<Outcome<'unknown-stage' | 'not-closed' | 'not-found'>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (!stage) return refuse('unknown-stage')
    if (!mayDecide(stage)) return refuse('not-closed')
    const where = { eventId_stageId_id: { eventId, stageId, id: decisionId } }
    const decision = await tx.tieDecision.findUnique({ where, select: { undoneAt: true, inVote: true, motionId: true } })
    // what the first pass kept is fixed once the marking has begun
    if (!decision || decision.inVote !== (passOf(stage) === 'vote')) return refuse('not-found')
    if (decision.undoneAt) return done()
    await tx.tieDecision.update({ where, data: { undoneAt: now, undoneById: byId } })
    // the motion that decided it decides nothing any more
    if (decision.motionId)
      await tx.motion.updateMany({ where: { eventId, stageId, id: decision.motionId }, data: { undoneAt: now, undoneById: byId } })
    await record(tx, eventId, [{ action: 'tie.undone', body: { stage: stageId, decision: decisionId, by: byId } }])
    return done()
  })
}
