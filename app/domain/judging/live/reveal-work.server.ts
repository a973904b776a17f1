import { liveTopic, tell } from '~/channel.server'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { lockShow } from './lock-show.server'
import { workScore } from './work-score.server'

export type RevealRefusal = 'order-not-drawn' | 'stage-not-open' | 'not-called' | 'incomplete' | 'no-marks'

export type RevealWork = {
  eventId: string
  stageId: string
  entryId: string
  /** why the total is shown although somebody has not marked; empty while everybody has to */
  reason: string
  byId: string
  now: Date
}

/**
 * Shows the total of the called work in the hall. From then on its marks are fixed: what still arrives is kept aside for
 * the chair. Refused while a judge has not marked it, unless a reason is given. Revealing again changes nothing.
 */
export function revealWork({ eventId, stageId, entryId, reason, byId, now }: RevealWork): Promise<Outcome<RevealRefusal>> {
  return transact(async (tx) => {
    const show = await lockShow(tx, eventId, stageId)
    if (!show) return refuse('order-not-drawn')
    if (show.stage.state !== 'open') return refuse('stage-not-open')
    const turn = show.turns.find((one) => one.entryId === entryId)
    if (!turn || show.calledEntryId !== entryId) return refuse('not-called')
    if (turn.revealedAt) return done()
    // batches under way either count or meet the reveal
    await tx.$queryRaw`select 1 from "JudgeSeat" where "eventId" = ${eventId} and "stageId" = ${stageId} order by "id" for update`
    const score = await workScore(tx, { eventId, stageId, entryId, now })
    if (score.total === null) return refuse('no-marks')
    const missing = score.seats.filter(({ standing }) => standing === 'partial' || standing === 'empty')
    if (missing.length > 0 && reason.trim().length < 2) return refuse('incomplete', { judges: missing.length })
    const key = { eventId, stageId }
    await tx.liveTurn.update({ where: { eventId_stageId_entryId: { ...key, entryId } }, data: { revealedAt: now } })
    await tx.liveShow.update({ where: { eventId_stageId: key }, data: { version: { increment: 1 } } })
    await record(tx, eventId, [
      {
        action: 'live.revealed',
        body: {
          stage: stageId,
          entry: entryId,
          total: score.total,
          judges: score.judges,
          by: byId,
          ...(missing.length > 0
            ? { missing: missing.map(({ id }) => id), reason: sha256Hex(`${stageId} ${entryId} ${reason.trim()}`) }
            : {}),
        },
      },
    ])
    await tell(tx, liveTopic(eventId, stageId))
    return done()
  })
}
