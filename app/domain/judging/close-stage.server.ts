import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { mayAct, stateAfter } from '~/domain/events/stage-state'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { stageObstacles } from './stage-progress.server'
import { hasFirstPass } from './votes/passes'

export type CloseStage = {
  eventId: string
  stageId: string
  /** why it may close with sheets that were not signed; goes into the ledger */
  unsignedBecause?: 'absence' | 'chair-decided'
  /** who closes it */
  byId: string
  now: Date
}

export type CloseRefusal = 'unknown-stage' | 'not-open' | 'first-pass-runs' | 'obstacles'

/**
 * Ends the marking of a stage. Refused while the rulebook calls something unfinished, and while a sheet is unsigned
 * unless a reason is given; ask `stageObstacles` for the list.
 */
export function closeStage({ eventId, stageId, unsignedBecause, byId, now }: CloseStage): Promise<Outcome<CloseRefusal>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (!stage) return refuse('unknown-stage')
    if (!mayAct(stage.state, 'close')) return refuse('not-open')
    if (hasFirstPass(stage) && stage.keptAt === null) return refuse('first-pass-runs')
    // waits for batches being saved, and keeps others out until this is decided
    await tx.$queryRaw`select 1 from "JudgeSeat" where "eventId" = ${eventId} and "stageId" = ${stageId} order by "id" for update`
    const obstacles = await stageObstacles(tx, eventId, stageId)
    const standing = obstacles.filter(({ reason }) => reason !== 'unsigned' || !unsignedBecause)
    if (standing.length > 0) return refuse('obstacles', { obstacles: standing.length })
    const unsigned = obstacles.flatMap((obstacle) => (obstacle.reason === 'unsigned' ? [obstacle.judge] : []))
    await tx.stage.update({
      where: { eventId_id: { eventId, id: stageId } },
      data: { state: stateAfter(stage.state, 'close'), closedAt: now },
    })
    await record(tx, eventId, [
      {
        action: 'stage.closed',
        body: { stage: stageId, unsigned, by: byId, ...(unsigned.length > 0 ? { unsignedBecause } : {}) },
      },
    ])
    return done()
  })
}
