import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { mayDecide, passOf } from '../votes/passes'

export interface UndoMotion {
  eventId: string
  stageId: string
  motionId: string
  byId: string
  now: Date
}

/** Withdraws a motion, or takes back what it decided, while nothing follows from it yet. It stays in the minutes. Harmless to repeat. */
export function undoMotion({ eventId, stageId, motionId, byId, now }: UndoMotion): Promise<Outcome<'unknown-motion' | 'over'>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    const where = { eventId_stageId_id: { eventId, stageId, id: motionId } }
    const motion = stage && (await tx.motion.findUnique({ where, select: { undoneAt: true, inVote: true } }))
    if (!motion) return refuse('unknown-motion')
    if (motion.undoneAt) return done()
    if (!mayDecide(stage) || motion.inVote !== (passOf(stage) === 'vote')) return refuse('over')
    await tx.motion.update({ where, data: { undoneAt: now, undoneById: byId } })
    await tx.tieDecision.updateMany({ where: { eventId, stageId, motionId, undoneAt: null }, data: { undoneAt: now, undoneById: byId } })
    await record(tx, eventId, [{ action: 'motion.undone', body: { stage: stageId, motion: motionId, by: byId } }])
    return done()
  })
}
