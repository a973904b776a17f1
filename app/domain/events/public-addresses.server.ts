import { db } from '~/db.server'

export type PublicEvent = {
  id: string
  updatedAt: Date
  /** stages with a rulebook of their own, and when the results of a stage were last published */
  stages: string[]
  publishedAt: Date | null
}

/** Public events, the latest first, for lists of addresses. Drafts are not there. One query. */
export async function publicEvents(limit: number): Promise<PublicEvent[]> {
  return db.$queryRaw<PublicEvent[]>`
    select e."id", e."updatedAt",
      coalesce((select json_agg(s."id" order by s."position") from "Stage" s where s."eventId" = e."id" and s."rulebook" is not null), '[]') as "stages",
      (select max(s."publishedAt") from "Stage" s where s."eventId" = e."id" and s."state" = 'published') as "publishedAt"
    from "Event" e where e."status" <> 'draft'
    order by e."startsAt" desc nulls last, e."id" limit ${limit}`
}
