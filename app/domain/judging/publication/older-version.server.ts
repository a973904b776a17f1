import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { isPublic } from '../public-works-sql.server'
import type { PublishedStanding } from '../published-standings.server'

export interface OlderVersion {
  stage: Localized
  version: number
  publishedAt: Date
  /** why it replaced the one before it; null for the first */
  reason: Localized | null
  /** what replaced it, when and why */
  replaced: { version: number; at: Date; reason: Localized }
  /** `gone`: not among the public works of the version in force any more */
  rows: (PublishedStanding & { gone: boolean })[]
}

/** A version of a stage's result that another has replaced, as it was public then. Null when there is none. */
export async function olderVersion(eventId: string, stageId: string, version: number): Promise<OlderVersion | null> {
  const publications = await db.publication.findMany({
    where: { eventId, stageId, version: { in: [version, version + 1] }, stage: { state: 'published' } },
    orderBy: { version: 'asc' },
    select: { version: true, publishedAt: true, reasonZh: true, reasonEn: true, stage: { select: { nameZh: true, nameEn: true } } },
  })
  const [own, next] = publications
  if (own?.version !== version || !next) return null
  const rows = await db.$queryRaw<OlderVersion['rows']>`
    select r."stageId", r."entryId", e."code", e."groupId" as "group", e."trackId" as "track", r."category", r."rank", r."total", r."ins", r."standing",
      now."standing" in ('withdrawn', 'disqualified') or e."state" <> 'accepted' as "gone"
    from "ResultRow" r
      join "Stage" s on s."eventId" = r."eventId" and s."id" = r."stageId"
      join "Entry" e on e."eventId" = r."eventId" and e."id" = r."entryId"
      join "ResultRow" now on now."eventId" = r."eventId" and now."stageId" = r."stageId" and now."entryId" = r."entryId" and now."version" = s."publishedVersion"
      join "ContestGroup" g on g."eventId" = e."eventId" and g."id" = e."groupId"
    where r."eventId" = ${eventId} and r."stageId" = ${stageId} and r."version" = ${version} and ${isPublic}
    order by min(g."position") over (partition by r."category"), r."category", r."rank" nulls last, e."code"`
  return {
    stage: { zh: own.stage.nameZh, en: own.stage.nameEn },
    version,
    publishedAt: own.publishedAt,
    reason: version > 1 ? { zh: own.reasonZh, en: own.reasonEn } : null,
    replaced: { version: next.version, at: next.publishedAt, reason: { zh: next.reasonZh, en: next.reasonEn } },
    rows,
  }
}
