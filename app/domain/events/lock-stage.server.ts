import type { Tx } from '~/db.server'

/**
 * A stage, locked until the transaction ends: whoever else would open, close, publish or correct it, change its panel
 * or take a work out of it waits, and then sees what was done. Null when there is none.
 */
export async function lockStage(tx: Tx, eventId: string, stageId: string) {
  await tx.$queryRaw`select 1 from "Stage" where "eventId" = ${eventId} and "id" = ${stageId} for update`
  return tx.stage.findUnique({ where: { eventId_id: { eventId, id: stageId } } })
}

/** Keeps every stage of an event from opening, or from being published anew, until the transaction ends. */
export async function holdStages(tx: Tx, eventId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Stage" where "eventId" = ${eventId} order by "position" for share`
}
