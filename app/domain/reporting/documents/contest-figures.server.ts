import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'

/** What a report says of a contest in numbers. Works handed in are all but drafts. */
export interface ContestFigures {
  handedIn: number
  accepted: number
  authors: number
  /** schools and employers as their authors wrote them */
  organisations: number
  countries: number
  groups: { name: Localized; count: number }[]
  /** scoring judges of the stage, and the marks they gave */
  judges: number
  marks: number
}

/** The figures of an event and one of its stages, in four queries. */
export async function contestFigures(eventId: string, stageId: string): Promise<ContestFigures> {
  const [[counts], groups, judges, marks] = await Promise.all([
    db.$queryRaw<{ handedIn: number; accepted: number; authors: number; organisations: number; countries: number }[]>`
      select count(distinct e."id")::int as "handedIn", count(distinct e."id") filter (where e."state" = 'accepted')::int as "accepted",
        count(distinct coalesce(a."personId", a."name" || ' ' || a."organisation"))::int as "authors",
        count(distinct nullif(a."organisation", ''))::int as "organisations", count(distinct a."country")::int as "countries"
      from "Entry" e left join "EntryAuthor" a on a."eventId" = e."eventId" and a."entryId" = e."id" and a."role" = 'author'
      where e."eventId" = ${eventId} and e."state" <> 'draft'`,
    db.$queryRaw<{ nameZh: string; nameEn: string; count: number }[]>`
      select g."nameZh", g."nameEn", count(e."id")::int as "count" from "ContestGroup" g
      left join "Entry" e on e."eventId" = g."eventId" and e."groupId" = g."id" and e."state" <> 'draft'
      where g."eventId" = ${eventId} group by g."id", g."nameZh", g."nameEn", g."position" order by g."position"`,
    db.judgeSeat.count({ where: { eventId, stageId, removedAt: null, scoring: true } }),
    db.mark.count({ where: { eventId, stageId, value: { not: null } } }),
  ])
  return {
    ...(counts ?? { handedIn: 0, accepted: 0, authors: 0, organisations: 0, countries: 0 }),
    groups: groups.map(({ nameZh, nameEn, count }) => ({ name: { zh: nameZh, en: nameEn }, count })),
    judges,
    marks,
  }
}
