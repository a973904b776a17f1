import { liveTopic, tell } from '~/channel.server'
import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { lockSeat } from '../lock-seat.server'

export type DecideChange = { eventId: string; stageId: string; changeId: string; agree: boolean; byId: string; now: Date }

export type DecideChangeRefusal = 'unknown-change' | 'already-decided' | 'same-person' | 'already-published' | 'mark-changed'

/**
 * Agrees to a change of a locked mark, which then counts, or declines it. Agreeing takes another person than the one
 * who asked. Refused when the mark is no longer what it was when the change was asked for, and once the result is public.
 */
export function decideChange({ eventId, stageId, changeId, agree, byId, now }: DecideChange): Promise<Outcome<DecideChangeRefusal>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    const change = stage && (await tx.markChange.findUnique({ where: { eventId_stageId_id: { eventId, stageId, id: changeId } } }))
    if (!change) return refuse('unknown-change')
    const state = agree ? 'agreed' : 'declined'
    if (change.state !== 'asked') return change.state === state && change.decidedById === byId ? done() : refuse('already-decided')
    if (agree && change.askedById === byId) return refuse('same-person')
    if (stage.state === 'published') return refuse('already-published')
    const { seatId, entryId, criterionId, markId } = change
    const cell = { eventId, stageId, seatId, entryId, criterionId }
    await lockSeat(tx, { eventId, stageId, seatId })
    const standing = await tx.mark.findUnique({ where: { eventId_stageId_seatId_entryId_criterionId: cell }, select: { value: true } })
    const [was, value] = [change.was?.toString() ?? null, change.value?.toString() ?? null]
    if (agree && (standing?.value?.toString() ?? null) !== was) return refuse('mark-changed')
    await tx.markChange.update({
      where: { eventId_stageId_id: { eventId, stageId, id: changeId } },
      data: { state, decidedById: byId, decidedAt: now },
    })
    if (agree) {
      const mark = { value: change.value, markId, markedAt: now }
      await tx.mark.upsert({
        where: { eventId_stageId_seatId_entryId_criterionId: cell },
        create: { ...cell, ...mark },
        update: { ...mark, receivedAt: now },
      })
    }
    await record(tx, eventId, [
      {
        action: agree ? 'mark.change-agreed' : 'mark.change-declined',
        body: {
          stage: stageId,
          change: changeId,
          seat: seatId,
          entry: entryId,
          criterion: criterionId,
          was,
          value,
          markId,
          asked: change.askedById,
          by: byId,
        },
      },
    ])
    if (stage.type === 'live') await tell(tx, liveTopic(eventId, stageId))
    return done()
  })
}
