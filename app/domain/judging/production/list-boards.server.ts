import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { DECIDING } from '~/domain/events/stage-state'
import { newId } from '~/domain/new-id.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { worksInStage } from '../works-in-stage.server'

/**
 * A label for the board of every work of a stage that judges see on site, laid out by code. Works that have one keep it;
 * answers how many are new.
 */
export function listBoards({
  eventId,
  stageId,
  byId,
}: {
  eventId: string
  stageId: string
  byId: string
}): Promise<Outcome<'unknown-stage' | 'no-works', { listed: number }>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (!stage || !DECIDING.includes(stage.type)) return refuse('unknown-stage')
    const works = await tx.entry.findMany({ where: await worksInStage(tx, eventId, stageId), select: { id: true } })
    if (works.length === 0) return refuse('no-works')
    const { count } = await tx.piece.createMany({
      data: works.map(({ id }) => ({ eventId, stageId, entryId: id, kind: 'board' as const, number: 1, token: newId(16) })),
      skipDuplicates: true,
    })
    if (count > 0) await record(tx, eventId, [{ action: 'piece.listed', body: { stage: stageId, boards: count, by: byId } }])
    return done({ listed: count })
  })
}
