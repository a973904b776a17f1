import { Prisma } from '~/generated/prisma/client'
import { db } from '~/db.server'
import { callEnds } from './call-ends-sql.server'
import type { EventCard } from './event-card'
import { kindGroups } from './event-list'
import type { EventListQuery } from './event-list'
import type { Localized } from './localized'
import type { EventCover, EventKind } from './section'

type CardRow = {
  id: string
  kind: EventKind
  status: EventCard['status']
  edition: string
  nameZh: string
  nameEn: string
  timezone: string
  opensAt: Date | null
  closesAt: Date | null
  endsAt: Date | null
  cover: EventCover
  city: Localized | null
  sample: string[] | null
  openKey: string | null
  liveKey: string | null
  takesEntries: boolean
  dates: { key: string; name: Localized | null; start: string; end: string }[] | null
}

// Only what a card shows leaves the database: a whole config is twenty times as long.
const columns = Prisma.sql`
  e."id", e."kind", e."status", e."edition", e."nameZh", e."nameEn", e."timezone", e."opensAt", ${callEnds} as "closesAt", e."endsAt",
  j."c"->'cover' as "cover", j."c"->'place'->'city' as "city", j."c"->'sample' as "sample",
  coalesce(j."c"->'registration'->>'dates', j."c"->'expo'->>'applications') as "openKey",
  j."c"->>'when' as "liveKey",
  (j."c"->'contest' is not null and j."c"->'registration' is not null) as "takesEntries",
  (select json_agg(json_build_object('key', d."key", 'name', j."c"->'dates'->d."key"->'name', 'start', d."startsAt", 'end', d."endsAt")
     order by d."startsAt", d."endsAt") from "EventDate" d where d."eventId" = e."id") as "dates"`

// json is parsed at every arrow; this parses it once a row (offset 0 keeps the planner from undoing that).
const parsed = Prisma.sql`cross join lateral (select e."config"::jsonb as "c" offset 0) j`

const listed = Prisma.sql`e."status" <> 'draft'`

function cardOf(row: CardRow): EventCard {
  const { nameZh, nameEn, sample, dates, ...rest } = row
  return {
    ...rest,
    name: { zh: nameZh, en: nameEn },
    sample: sample ?? [],
    dates: (dates ?? []).map(({ key, name, start, end }) => ({
      key,
      name: name ?? { zh: key, en: key },
      start: new Date(start),
      end: new Date(end),
    })),
  }
}

/**
 * The public events that visitors can act on at `now`, or that have a date between `from` and `to`; at most 60, those
 * that close soonest first. One query.
 */
export async function cardsOfSeason({ now, from, to }: { now: Date; from: Date; to: Date }): Promise<EventCard[]> {
  const rows = await db.$queryRaw<CardRow[]>`
    select ${columns} from "Event" e ${parsed}
    where ${listed}
      and ((e."opensAt" <= ${now} and e."closesAt" >= ${now} and ${callEnds} >= ${now}) or (e."startsAt" < ${to} and e."endsAt" >= ${from}))
    order by (e."closesAt" < ${now}), e."closesAt" nulls last, e."startsAt" nulls last, e."id"
    limit 60`
  return rows.map(cardOf)
}

/** Public events beside one: its parts, the whole it belongs to, and the other editions of its series. One query. */
export async function cardsBeside(event: { id: string; parentId: string | null; seriesSlug: string }): Promise<{
  children: EventCard[]
  parent: EventCard | null
  editions: EventCard[]
}> {
  const rows = await db.$queryRaw<(CardRow & { role: 'child' | 'parent' | 'edition' })[]>`
    select ${columns},
      case when e."parentId" = ${event.id} then 'child' when e."id" = ${event.parentId} then 'parent' else 'edition' end as "role"
    from "Event" e ${parsed}
    where ${listed} and e."id" <> ${event.id}
      and (e."parentId" = ${event.id} or e."id" = ${event.parentId} or e."seriesSlug" = ${event.seriesSlug})
    order by e."startsAt" nulls last, e."id"
    limit 60`
  const of = (role: string) => rows.filter((row) => row.role === role).map(cardOf)
  return { children: of('child'), parent: of('parent')[0] ?? null, editions: of('edition').reverse() }
}

export const EVENTS_PER_PAGE = 20

/**
 * One page of the public events that match a query, and how many match: open ones first, by the day they close, then
 * what is to come, then what is over, latest first. One query, except for a page past the end.
 */
export async function listEvents(query: EventListQuery, now: Date): Promise<{ cards: EventCard[]; total: number }> {
  const where = Prisma.sql`${listed} and ${kindIs(query)} and ${textIs(query)} and ${timeIs(query, now)}`
  const rows = await db.$queryRaw<(CardRow & { total: bigint })[]>`
    select ${columns}, count(*) over () as "total" from "Event" e ${parsed}
    where ${where}
    order by
      case when ${openNow(now)} then 0 when ${over(now)} then 2 else 1 end,
      case when ${openNow(now)} then e."closesAt" when not ${over(now)} then e."startsAt" end,
      e."endsAt" desc nulls first, e."id"
    limit ${EVENTS_PER_PAGE} offset ${(query.page - 1) * EVENTS_PER_PAGE}`
  const [first] = rows
  if (first) return { cards: rows.map(cardOf), total: Number(first.total) }
  if (query.page === 1) return { cards: [], total: 0 }
  const [counted] = await db.$queryRaw<{ total: bigint }[]>`select count(*) as "total" from "Event" e ${parsed} where ${where}`
  return { cards: [], total: Number(counted?.total ?? 0) }
}

const openNow = (now: Date) =>
  Prisma.sql`(e."status" <> 'cancelled' and e."opensAt" <= ${now} and e."closesAt" >= ${now} and ${callEnds} >= ${now})`
const over = (now: Date) => Prisma.sql`(e."status" = 'cancelled' or e."endsAt" < ${now})`

function timeIs({ time }: EventListQuery, now: Date): Prisma.Sql {
  if (time === 'open') return Prisma.sql`coalesce(${openNow(now)}, false)`
  if (time === 'past') return Prisma.sql`coalesce(${over(now)}, false)`
  if (time === 'upcoming') return Prisma.sql`not coalesce(${openNow(now)}, false) and not coalesce(${over(now)}, false)`
  return Prisma.sql`true`
}

const kindIs = ({ kind }: EventListQuery): Prisma.Sql =>
  kind ? Prisma.sql`e."kind" in (${Prisma.join([...kindGroups[kind]])})` : Prisma.sql`true`

function textIs({ text }: EventListQuery): Prisma.Sql {
  if (!text) return Prisma.sql`true`
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const searched = Prisma.sql`concat_ws(' ', e."nameZh", e."nameEn", e."id", j."c"->'place'->'city'->>'zh', j."c"->'place'->'city'->>'en',
    j."c"->'place'->'venue'->>'zh', j."c"->'theme'->>'zh', j."c"->'theme'->>'en')`
  return Prisma.sql`${searched} ilike ${like}`
}
