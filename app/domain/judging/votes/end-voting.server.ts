import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { stageObstacles } from '../stage-progress.server'
import { hasFirstPass } from './passes'

export interface EndVoting {
  eventId: string
  stageId: string
  /** why it may end with votes that were not signed; goes into the ledger */
  unsignedBecause?: 'absence' | 'chair-decided'
  /** who ends it */
  byId: string
  now: Date
}

export type EndVotingRefusal = 'unknown-stage' | 'no-first-pass' | 'not-open' | 'obstacles'

/** Ends the votes of a first pass: no more are taken, and border works may be decided. The stage stays open. Harmless to repeat. */
export function endVoting({ eventId, stageId, unsignedBecause, byId, now }: EndVoting): Promise<Outcome<EndVotingRefusal>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (!stage) return refuse('unknown-stage')
    if (!hasFirstPass(stage)) return refuse('no-first-pass')
    if (stage.votingEndedAt) return done()
    if (stage.state !== 'open') return refuse('not-open')
    // waits for batches being saved, and keeps others out until this is decided
    await tx.$queryRaw`select 1 from "JudgeSeat" where "eventId" = ${eventId} and "stageId" = ${stageId} order by "id" for update`
    const obstacles = await stageObstacles(tx, eventId, stageId)
    const standing = obstacles.filter(({ reason }) => reason !== 'unsigned' || !unsignedBecause)
    if (standing.length > 0) return refuse('obstacles', { obstacles: standing.length })
    const unsigned = obstacles.flatMap((obstacle) => (obstacle.reason === 'unsigned' ? [obstacle.judge] : []))
    await tx.stage.update({ where: { eventId_id: { eventId, id: stageId } }, data: { votingEndedAt: now } })
    await record(tx, eventId, [
      { action: 'voting.ended', body: { stage: stageId, unsigned, by: byId, ...(unsigned.length > 0 ? { unsignedBecause } : {}) } },
    ])
    return done()
  })
}
