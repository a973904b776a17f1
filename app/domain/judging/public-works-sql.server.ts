import { Prisma } from '~/generated/prisma/client'

/**
 * Which result rows anyone may see, of a "ResultRow" r, its "Stage" s and its "Entry" e, all of a published stage:
 * works that were given a place or stand by; ranked works that an earlier published stage had given a place, so that a
 * final lists all its finalists; and ranked works where a stage cuts nobody because it has no quota. Works that were
 * never selected are never public.
 */
export const isPublic = Prisma.sql`(s."state" = 'published' and (r."standing" in ('place', 'alternate') or (r."rank" is not null and (
  s."rulebook" -> 'quota' is null
  or exists (select 1 from "ResultRow" p join "Stage" ps on ps."eventId" = p."eventId" and ps."id" = p."stageId"
    where p."eventId" = r."eventId" and p."entryId" = r."entryId" and p."standing" = 'place'
      and p."version" = ps."publishedVersion" and ps."state" = 'published' and ps."position" < s."position")))))`

/**
 * Whether the content of a public "Entry" e may be shown: its pictures, title and texts have been passed in the version
 * that counts. Until then a public work is its code.
 */
export const isCleared = Prisma.sql`exists (select 1 from "ContentReview" c where c."eventId" = e."eventId" and c."entryId" = e."id"
  and c."state" = 'passed' and c."version" = coalesce(e."submittedVersion", 0))`

/** What `isPublic` speaks of: the version of each result in force. */
export const publicTables = Prisma.sql`"ResultRow" r
  join "Stage" s on s."eventId" = r."eventId" and s."id" = r."stageId" and s."publishedVersion" = r."version"
  join "Entry" e on e."eventId" = r."eventId" and e."id" = r."entryId" and e."state" = 'accepted'`
