import type { Prisma } from '~/generated/prisma/client'
import type { Reader } from '~/db.server'
import { DECIDING } from '~/domain/events/stage-state'

/** The stage whose finalists enter this one, with the version of its result in force; null where every accepted work does. */
export async function earlierStage(
  reader: Reader,
  eventId: string,
  stageId: string,
): Promise<{ id: string; publishedVersion: number | null } | null> {
  const stage = await reader.stage.findUniqueOrThrow({
    where: { eventId_id: { eventId, id: stageId } },
    select: { position: true },
  })
  return reader.stage.findFirst({
    where: { eventId, position: { lt: stage.position }, type: { in: DECIDING } },
    orderBy: { position: 'desc' },
    select: { id: true, publishedVersion: true },
  })
}

/** Which entries a stage judges: accepted ones, and after the first deciding stage only those with a place. */
export async function worksInStage(reader: Reader, eventId: string, stageId: string): Promise<Prisma.EntryWhereInput> {
  const from = await earlierStage(reader, eventId, stageId)
  return {
    eventId,
    state: 'accepted',
    ...(from ? { resultRows: { some: { stageId: from.id, version: from.publishedVersion ?? 0, standing: 'place' } } } : {}),
  }
}
