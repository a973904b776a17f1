import { liveTopic, tell } from '~/channel.server'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { lockShow } from './lock-show.server'
import { type MoveRefusal, moveGroup, moveTurn } from './running-order'

/** A work to a place counted from 0, or a whole group past its neighbour. */
export type OrderChange = { entryId: string; to: number } | { group: string; by: -1 | 1 }

export type ChangeOrder = {
  eventId: string
  stageId: string
  change: OrderChange
  /** of the show as it was seen: an order changed meanwhile is a refusal */
  version: number
  byId: string
}

/** Moves a work or a group in the running order of a final. */
export function changeRunningOrder({
  eventId,
  stageId,
  change,
  version,
  byId,
}: ChangeOrder): Promise<Outcome<MoveRefusal | 'order-not-drawn' | 'stale'>> {
  return transact(async (tx) => {
    const show = await lockShow(tx, eventId, stageId)
    if (!show) return refuse('order-not-drawn')
    if (show.version !== version) return refuse('stale')
    const turns = show.turns.map(({ entryId, entry, calledAt }) => ({
      entry: entryId,
      code: entry.code,
      group: entry.groupId,
      called: calledAt !== null,
    }))
    const moved = 'group' in change ? moveGroup(turns, change.group, change.by) : moveTurn(turns, change.entryId, change.to)
    if (!moved.ok) return moved
    const entries = moved.order.map(({ entry }) => entry)
    await tx.$executeRaw`update "LiveTurn" t set "position" = o.at - 1 from unnest(${entries}::text[]) with ordinality as o(entry, at)
      where t."eventId" = ${eventId} and t."stageId" = ${stageId} and t."entryId" = o.entry`
    await tx.liveShow.update({ where: { eventId_stageId: { eventId, stageId } }, data: { version: { increment: 1 } } })
    await record(tx, eventId, [
      { action: 'live.order-changed', body: { stage: stageId, order: moved.order.map(({ code }) => code), by: byId } },
    ])
    await tell(tx, liveTopic(eventId, stageId))
    return done()
  })
}
