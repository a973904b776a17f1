import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { type AskRefusal, askStep } from './ask-change.server'

export type DecideLateMark = {
  eventId: string
  stageId: string
  markId: string
  decision: 'accepted' | 'left'
  reason: string
  byId: string
  now: Date
}

/**
 * Decides on a mark that was kept aside. Left: it stays on record and counts nothing. Accepted: the change of the mark is
 * asked for in its words, and a second person has to agree before it counts. Decided once.
 */
export function decideLateMark({
  eventId,
  stageId,
  markId,
  decision,
  reason,
  byId,
  now,
}: DecideLateMark): Promise<Outcome<AskRefusal | 'already-decided'>> {
  return transact(async (tx) => {
    if (!(await lockStage(tx, eventId, stageId))) return refuse('unknown-mark')
    const late = await tx.lateMark.findFirst({ where: { eventId, stageId, markId } })
    if (!late) return refuse('unknown-mark')
    if (late.decision) return late.decision === decision ? done() : refuse('already-decided')
    await tx.lateMark.update({ where: { eventId_markId: { eventId, markId } }, data: { decision, decidedById: byId, decidedAt: now } })
    if (decision === 'left') {
      await record(tx, eventId, [{ action: 'mark.late-left', body: { stage: stageId, markId, by: byId } }])
      return done()
    }
    const { seatId, entryId, criterionId, value } = late
    return askStep(tx, { eventId, stageId, seatId, entryId, criterionId, value: value?.toString() ?? null, reason, byId, now })
  })
}
