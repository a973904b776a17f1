import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'

/**
 * What the results in force gave to the makers of works, by `stage entry`, as it was named when it was published; a
 * later change of the config gives and takes nothing. A work with several has the highest here.
 */
export async function publishedAwards(eventId: string): Promise<Map<string, Localized>> {
  const rows = await db.$queryRaw<{ stageId: string; entryId: string; nameZh: string; nameEn: string }[]>`
    select distinct on (a."stageId", a."entryId") a."stageId", a."entryId", a."nameZh", a."nameEn"
    from "Award" a join "Stage" s on s."eventId" = a."eventId" and s."id" = a."stageId" and s."publishedVersion" = a."version"
    where a."eventId" = ${eventId} and a."recipients" = 'author'
    order by a."stageId", a."entryId", a."tier"`
  return new Map(rows.map(({ stageId, entryId, nameZh, nameEn }) => [`${stageId} ${entryId}`, { zh: nameZh, en: nameEn }]))
}
