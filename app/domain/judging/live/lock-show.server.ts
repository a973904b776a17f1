import type { Tx } from '~/db.server'

/** A live stage's show with its running order, locked until the transaction ends; null while no order is drawn. */
export async function lockShow(tx: Tx, eventId: string, stageId: string) {
  await tx.$queryRaw`select 1 from "LiveShow" where "eventId" = ${eventId} and "stageId" = ${stageId} for update`
  return tx.liveShow.findUnique({
    where: { eventId_stageId: { eventId, stageId } },
    include: {
      stage: { select: { state: true } },
      turns: { orderBy: { position: 'asc' }, include: { entry: { select: { groupId: true, code: true } } } },
    },
  })
}
