import { liveTopic, tell } from '~/channel.server'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { worksInStage } from '../works-in-stage.server'
import { lockShow } from './lock-show.server'

export type CallRefusal = 'order-not-drawn' | 'stage-not-open' | 'unknown-work'

/**
 * Calls a work: every tablet and the hall show it at once. One that was called before is shown again, with its total if
 * it was revealed. Calling what stands there already changes nothing.
 */
export function callWork({
  eventId,
  stageId,
  entryId,
  byId,
  now,
}: {
  eventId: string
  stageId: string
  entryId: string
  byId: string
  now: Date
}): Promise<Outcome<CallRefusal>> {
  return transact(async (tx) => {
    const show = await lockShow(tx, eventId, stageId)
    if (!show) return refuse('order-not-drawn')
    if (show.stage.state !== 'open') return refuse('stage-not-open')
    const turn = show.turns.find((one) => one.entryId === entryId)
    // a work may have left the stage since the order was drawn
    const present = turn && (await tx.entry.count({ where: { AND: [await worksInStage(tx, eventId, stageId), { id: entryId }] } }))
    if (!present) return refuse('unknown-work')
    if (show.calledEntryId === entryId) return done()
    const key = { eventId, stageId }
    await tx.liveShow.update({ where: { eventId_stageId: key }, data: { calledEntryId: entryId, version: { increment: 1 } } })
    await tx.liveTurn.update({ where: { eventId_stageId_entryId: { ...key, entryId } }, data: { calledAt: turn.calledAt ?? now } })
    await record(tx, eventId, [{ action: 'live.called', body: { stage: stageId, entry: entryId, by: byId } }])
    await tell(tx, liveTopic(eventId, stageId))
    return done()
  })
}
