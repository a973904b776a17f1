import { db } from '~/db.server'
import { callEnds } from './call-ends-sql.server'
import { currentEdition } from './current-edition'
import type { Localized } from './localized'

type Stamp = string
type Span = { start: Stamp; end: Stamp }

type Row = {
  id: string
  seriesSlug: string
  edition: string
  kind: string
  organisationId: string
  parentId: string | null
  status: EventOnPage['status']
  timezone: string
  config: unknown
  configVersion: number
  updatedAt: Date
  opensAt: Date | null
  closesAt: Date | null
  dates: ({ key: string } & Span)[] | null
  oldDates: ({ key: string } & Span)[] | null
  stages:
    | {
        id: string
        state: StageOnPage['state']
        hash: string | null
        frozen: boolean
        publishedAt: Stamp | null
      }[]
    | null
  announcements: { id: string; kind: string; title: Localized; body: Localized; publishedAt: Stamp }[] | null
}

export type StageOnPage = {
  id: string
  state: 'upcoming' | 'open' | 'closed' | 'published'
  rulebookHash: string | null
  /** set once the stage has opened: the rulebook can no longer change */
  frozen: boolean
  publishedAt: Date | null
}

export type EventOnPage = Omit<Row, 'dates' | 'oldDates' | 'stages' | 'announcements' | 'status'> & {
  status: 'draft' | 'open' | 'postponed' | 'cancelled'
  /** in the order in which they happen */
  dates: { key: string; start: Date; end: Date }[]
  /** what stood before a postponement or cancellation, oldest first */
  oldDates: { key: string; start: Date; end: Date }[]
  stages: StageOnPage[]
  announcements: { id: string; kind: string; title: Localized; body: Localized; publishedAt: Date }[]
}

/**
 * An event with what its public pages need, drafts included: whoever shows it decides who may see a draft. `config` is
 * the document in force. Null when there is no such event. One query.
 */
export async function eventOnPage(slug: string): Promise<EventOnPage | null> {
  const [row] = await db.$queryRaw<Row[]>`
    select e."id", e."seriesSlug", e."edition", e."kind", e."organisationId", e."parentId", e."status", e."timezone", e."config",
      e."configVersion", e."updatedAt", e."opensAt", ${callEnds} as "closesAt",
      (select json_agg(json_build_object('key', d."key", 'start', d."startsAt", 'end', d."endsAt") order by d."startsAt", d."endsAt")
        from "EventDate" d where d."eventId" = e."id") as "dates",
      (select json_agg(json_build_object('key', c."key", 'start', c."oldStartsAt", 'end', c."oldEndsAt") order by c."changedAt")
        from "DateChange" c where c."eventId" = e."id") as "oldDates",
      (select json_agg(json_build_object('id', s."id", 'state', s."state", 'hash', s."rulebookHash", 'frozen', s."frozenAt" is not null,
          'publishedAt', s."publishedAt") order by s."position")
        from "Stage" s where s."eventId" = e."id") as "stages",
      (select json_agg(json_build_object('id', n."id", 'kind', n."kind", 'title', json_build_object('zh', n."titleZh", 'en', n."titleEn"),
          'body', json_build_object('zh', n."bodyZh", 'en', n."bodyEn"), 'publishedAt', n."publishedAt") order by n."publishedAt" desc, n."id")
        from (select * from "Announcement" a where a."eventId" = e."id" and a."publishedAt" <= now() order by a."publishedAt" desc limit 12) n) as "announcements"
    from "Event" e where e."id" = ${slug}`
  if (!row) return null
  return {
    ...row,
    dates: (row.dates ?? []).map(spanOf),
    oldDates: (row.oldDates ?? []).map(spanOf),
    stages: (row.stages ?? []).map(({ id, state, hash, frozen, publishedAt }) => ({
      id,
      state,
      frozen,
      rulebookHash: hash,
      publishedAt: publishedAt ? new Date(publishedAt) : null,
    })),
    announcements: (row.announcements ?? []).map((row) => ({
      ...row,
      publishedAt: new Date(row.publishedAt),
    })),
  }
}

const spanOf = ({ key, start, end }: { key: string } & Span) => ({
  key,
  start: new Date(start),
  end: new Date(end),
})

/** Where `/e/<series>` leads: the slug of the current public edition, or null. */
export async function editionOfSeries(series: string, now: Date): Promise<string | null> {
  const editions = await db.event.findMany({
    where: { seriesSlug: series, status: { not: 'draft' } },
    select: { id: true, startsAt: true, endsAt: true },
  })
  return currentEdition(editions, now)?.id ?? null
}
