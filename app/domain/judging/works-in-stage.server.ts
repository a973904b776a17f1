import type { Prisma } from '~/generated/prisma/client'
import type { Reader } from '~/db.server'

/** Stages whose finalists go on to the next one. */
const DECIDING = ['vote', 'score', 'live']

/** The stage whose finalists enter this one; null where every accepted work does. */
export async function earlierStage(reader: Reader, eventId: string, stageId: string): Promise<string | null> {
  const stage = await reader.stage.findUniqueOrThrow({
    where: { eventId_id: { eventId, id: stageId } },
    select: { position: true },
  })
  const earlier = await reader.stage.findFirst({
    where: { eventId, position: { lt: stage.position }, type: { in: DECIDING } },
    orderBy: { position: 'desc' },
    select: { id: true },
  })
  return earlier?.id ?? null
}

/** Which entries a stage judges: accepted ones, and after the first deciding stage only those with a place. */
export async function worksInStage(
  reader: Reader,
  eventId: string,
  stageId: string,
): Promise<Prisma.EntryWhereInput> {
  const from = await earlierStage(reader, eventId, stageId)
  return {
    eventId,
    state: 'accepted',
    ...(from ? { resultRows: { some: { stageId: from, standing: 'place' } } } : {}),
  }
}
