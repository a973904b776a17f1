import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { DECIDING } from '~/domain/events/stage-state'
import type { Standing } from '~/generated/prisma/enums'

/** How a work fared in the latest published stage that judged it. */
export interface OwnResult {
  stage: Localized
  standing: Standing
  /** the highest first; only the last stage awards */
  awards: Localized[]
  /** no stage is judged after this one */
  final: boolean
}

type Row = { entryId: string; nameZh: string; nameEn: string; standing: Standing; final: boolean; awards: Localized[] | null }

/** By entry, for those that a published stage judged. One query for all; nobody but their owners may be shown it. */
export async function ownResults(entries: readonly { eventId: string; entryId: string }[]): Promise<Map<string, OwnResult>> {
  if (entries.length === 0) return new Map()
  const rows = await db.$queryRaw<Row[]>`
    select distinct on (r."eventId", r."entryId") r."entryId", s."nameZh", s."nameEn", r."standing",
      not exists (select 1 from "Stage" n where n."eventId" = s."eventId" and n."position" > s."position" and n."type" = any(${DECIDING})) as "final",
      (select json_agg(json_build_object('zh', a."nameZh", 'en', a."nameEn") order by a."tier") from "Award" a
        where a."eventId" = r."eventId" and a."stageId" = r."stageId" and a."version" = r."version" and a."entryId" = r."entryId"
          and a."recipients" = 'author') as "awards"
    from unnest(${entries.map(({ eventId }) => eventId)}::text[], ${entries.map(({ entryId }) => entryId)}::text[]) as asked("eventId", "entryId")
      join "ResultRow" r on r."eventId" = asked."eventId" and r."entryId" = asked."entryId"
      join "Stage" s on s."eventId" = r."eventId" and s."id" = r."stageId" and s."publishedVersion" = r."version"
    order by r."eventId", r."entryId", s."position" desc`
  return new Map(
    rows.map(({ entryId, nameZh, nameEn, standing, final, awards }) => [
      entryId,
      { stage: { zh: nameZh, en: nameEn }, standing, final, awards: awards ?? [] },
    ]),
  )
}
