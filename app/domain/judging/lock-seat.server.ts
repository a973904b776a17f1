import type { Tx } from '~/db.server'

/**
 * Holds a seat until the transaction ends. Whatever decides on `lockedAt`, `removedAt` or the declaration takes it
 * first: it conflicts with the lock of a batch of marks being saved, so that nothing slips in behind a signed sheet.
 */
export async function lockSeat(tx: Tx, { eventId, stageId, seatId }: { eventId: string; stageId: string; seatId: string }): Promise<void> {
  await tx.$queryRaw`select 1 from "JudgeSeat" where "eventId" = ${eventId} and "stageId" = ${stageId} and "id" = ${seatId} for update`
}
