import { db } from '~/db.server'
import { isPublic, publicTables } from './public-works-sql.server'

/** Where a work stands in one published stage. Nothing here says who made it. */
export type PublishedStanding = {
  stageId: string
  entryId: string
  code: string
  group: string
  track: string | null
  category: string
  rank: number | null
  /** as it was published, rounded by the rulebook */
  total: string | null
  /** votes 入选, where the stage voted */
  ins: number | null
  standing: 'place' | 'alternate' | 'none'
}

/**
 * Every work of an event that is public, once for each published stage in which it was selected: the latest stage
 * first, within it categories in the order of groups and tracks, and works by rank. Empty until a stage is published. One query.
 */
export async function publishedStandings(eventId: string): Promise<PublishedStanding[]> {
  return db.$queryRaw<PublishedStanding[]>`
    select r."stageId", r."entryId", e."code", e."groupId" as "group", e."trackId" as "track", r."category", r."rank", r."total", r."ins", r."standing"
    from ${publicTables}
      join "ContestGroup" g on g."eventId" = e."eventId" and g."id" = e."groupId"
      left join "ContestTrack" t on t."eventId" = e."eventId" and t."id" = e."trackId"
    where r."eventId" = ${eventId} and ${isPublic}
    order by s."position" desc,
      min(g."position") over (partition by r."stageId", r."category"),
      min(t."position") over (partition by r."stageId", r."category") nulls last,
      r."category", r."rank" nulls last, e."code"`
}

/** Public works of all public events, for lists of addresses; `at` is when the work was last heard of. One query. */
export async function publishedAddresses(limit: number): Promise<{ eventId: string; code: string; at: Date }[]> {
  return db.$queryRaw<{ eventId: string; code: string; at: Date }[]>`
    select r."eventId", e."code", max(s."publishedAt") as "at"
    from ${publicTables} join "Event" v on v."id" = r."eventId" and v."status" <> 'draft'
    where ${isPublic}
    group by r."eventId", e."code"
    order by r."eventId", e."code"
    limit ${limit}`
}
