import { liveTopic, tell } from '~/channel.server'
import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { newToken } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { earlierStage, worksInStage } from '../works-in-stage.server'
import { lockShow } from './lock-show.server'
import { drawOrder } from './running-order'

export type DrawRefusal = 'unknown-stage' | 'stage-closed' | 'already-begun' | 'earlier-stage-not-published' | 'no-works'

/**
 * Draws the running order of a live stage from a seed, 0 to 2³¹ − 1, anew as often as wished until the first work is
 * called. The ledger keeps seed and order, so that anyone may draw it again.
 */
export function drawRunningOrder({
  eventId,
  stageId,
  seed,
  byId,
  now,
}: {
  eventId: string
  stageId: string
  seed: number
  byId: string
  now: Date
}): Promise<Outcome<DrawRefusal, { works: number }>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (stage?.type !== 'live') return refuse('unknown-stage')
    if (stage.state !== 'upcoming' && stage.state !== 'open') return refuse('stage-closed')
    const show = await lockShow(tx, eventId, stageId)
    if (show?.turns.some(({ calledAt }) => calledAt)) return refuse('already-begun')
    const from = await earlierStage(tx, eventId, stageId)
    if (from && from.publishedVersion === null) return refuse('earlier-stage-not-published')
    const works = await tx.entry.findMany({
      where: await worksInStage(tx, eventId, stageId),
      select: { id: true, code: true, groupId: true, group: { select: { position: true } } },
    })
    if (works.length === 0) return refuse('no-works')
    const order = drawOrder(
      works.map(({ id, code, groupId, group }) => ({ entry: id, code: code ?? '', group: groupId, groupPosition: group.position })),
      seed,
    )
    await tx.liveTurn.deleteMany({ where: { eventId, stageId } })
    await tx.liveShow.upsert({
      where: { eventId_stageId: { eventId, stageId } },
      create: { eventId, stageId, seed, drawnAt: now, hallKey: newToken() },
      update: { seed, drawnAt: now, version: { increment: 1 } },
    })
    await tx.liveTurn.createMany({ data: order.map(({ entry }, position) => ({ eventId, stageId, entryId: entry, position })) })
    await record(tx, eventId, [
      { action: 'live.order-drawn', body: { stage: stageId, seed, order: order.map(({ code }) => code), by: byId } },
    ])
    await tell(tx, liveTopic(eventId, stageId))
    return done({ works: order.length })
  })
}
