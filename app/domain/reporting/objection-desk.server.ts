import { db } from '~/db.server'
import { noticeOf, objectionsTo } from '~/domain/judging/objections/queries.server'
import { versionRows } from '~/domain/judging/publication/version-rows.server'

/** What the office sees of a published stage when it looks into objections: them, until when they come, and the works in the result. */
export async function objectionDesk(eventId: string, stageId: string) {
  const { publishedVersion } = await db.stage.findUniqueOrThrow({
    where: { eventId_id: { eventId, id: stageId } },
    select: { publishedVersion: true },
  })
  const [objections, period, rows] = await Promise.all([
    objectionsTo(db, eventId, stageId),
    noticeOf(db, eventId, stageId),
    versionRows(db, eventId, stageId, publishedVersion ?? 0),
  ])
  return {
    objections,
    period,
    works: rows.filter(({ rank, standing }) => rank !== null && standing !== 'withdrawn' && standing !== 'disqualified'),
  }
}
