import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { DECIDING } from '~/domain/events/stage-state'
import { givenCounts } from '~/domain/judging/given-counts.server'
import { sheetRulebook } from '~/domain/judging/stage-rulebook.server'
import { worksInStage } from '~/domain/judging/works-in-stage.server'
import type { StageState } from '~/generated/prisma/enums'

export interface StageNow {
  id: string
  name: Localized
  state: StageState
  opensAt: Date | null
  closesAt: Date | null
  /** judges with works left, of those who score; 0 of 0 unless the stage is open */
  behind: number
  judges: number
}

export interface Overview {
  /** works by state */
  entries: { submitted: number; returned: number; accepted: number; rejected: number; withdrawn: number; draft: number }
  /** works with a duplicate flag that nobody set aside */
  flagged: number
  /** published works with a place whose content two people have neither passed nor refused: the public sees their code */
  unreviewed: number
  notices: { queued: number; failed: number }
  stages: StageNow[]
  dates: { key: string; name: Localized; startsAt: Date; endsAt: Date }[]
  /** works handed in per day of the event’s zone, days without any left out */
  days: { day: string; count: number }[]
}

/** What an event’s first page says: what waits for a decision, what comes next. A fixed number of queries. */
export async function eventOverview(eventId: string, now: Date): Promise<Overview> {
  const [states, flagged, [content], notices, stages, event, days] = await Promise.all([
    db.entry.groupBy({ by: ['state'], where: { eventId }, _count: true }),
    db.entry.count({
      where: {
        eventId,
        state: { not: 'draft' },
        OR: [{ flagsA: { some: { dismissedAt: null } } }, { flagsB: { some: { dismissedAt: null } } }],
      },
    }),
    db.$queryRaw<{ unreviewed: number }[]>`
      select count(*)::int as unreviewed from "Entry" e
      where e."eventId" = ${eventId} and e."state" = 'accepted'
        and exists (select 1 from "ResultRow" r join "Stage" s on s."eventId" = r."eventId" and s."id" = r."stageId" and s."publishedVersion" = r."version"
          where r."eventId" = e."eventId" and r."entryId" = e."id" and r."standing" = 'place')
        and not exists (select 1 from "ContentReview" c where c."eventId" = e."eventId" and c."entryId" = e."id"
          and c."version" = coalesce(e."submittedVersion", 0) and c."state" in ('passed', 'refused'))`,
    db.notice.groupBy({ by: ['state'], where: { eventId, state: { not: 'sent' } }, _count: true }),
    stagesNow(eventId),
    db.event.findUniqueOrThrow({
      where: { id: eventId },
      select: { config: true, dates: { where: { endsAt: { gte: now } }, orderBy: [{ startsAt: 'asc' }, { endsAt: 'asc' }], take: 6 } },
    }),
    db.$queryRaw<{ day: string; count: number }[]>`
      select to_char("submittedAt" at time zone e."timezone", 'YYYY-MM-DD') as day, count(*)::int as count
      from "Entry" n join "Event" e on e."id" = n."eventId"
      where n."eventId" = ${eventId} and n."submittedAt" is not null group by 1 order by 1`,
  ])
  const names = (event.config as { dates?: Record<string, { name: Localized }> } | null)?.dates ?? {}
  const count = (state: keyof Overview['entries']) => states.find((row) => row.state === state)?._count ?? 0
  const sending = (state: 'queued' | 'failed') => notices.find((row) => row.state === state)?._count ?? 0
  return {
    entries: {
      submitted: count('submitted'),
      returned: count('returned'),
      accepted: count('accepted'),
      rejected: count('rejected'),
      withdrawn: count('withdrawn'),
      draft: count('draft'),
    },
    flagged,
    unreviewed: content?.unreviewed ?? 0,
    notices: { queued: sending('queued'), failed: sending('failed') },
    stages,
    dates: event.dates.map(({ key, startsAt, endsAt }) => ({ key, name: names[key]?.name ?? { zh: key, en: key }, startsAt, endsAt })),
    days,
  }
}

async function stagesNow(eventId: string): Promise<StageNow[]> {
  const stages = await db.stage.findMany({
    where: { eventId, type: { in: DECIDING } },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      nameZh: true,
      nameEn: true,
      state: true,
      opensAt: true,
      closesAt: true,
      judgesPerWork: true,
      rulebook: true,
      rulebookHash: true,
      ballot: true,
      keptAt: true,
      seats: { where: { removedAt: null, scoring: true }, select: { id: true, lockedAt: true, _count: { select: { recusals: true } } } },
    },
  })
  // one stage is open at a time
  const open = stages.find(({ state }) => state === 'open')
  const criteria = open ? sheetRulebook(open).criteria.map(({ id }) => id) : []
  const kept = open?.keptAt ? { firstPass: { some: { stageId: open.id, kept: true } } } : {}
  const works = open ? await db.entry.count({ where: { ...(await worksInStage(db, eventId, open.id)), ...kept } }) : 0
  const marks = open
    ? await db.mark.groupBy({
        by: ['seatId'],
        where: { eventId, stageId: open.id, criterionId: { in: criteria }, value: { not: null } },
        _count: true,
      })
    : []
  const marked = new Map(marks.map(({ seatId, _count }) => [seatId, _count]))
  const given = open?.judgesPerWork ? await givenCounts(eventId, open.id) : null
  const expected = (seat: { id: string; _count: { recusals: number } }) =>
    given ? (given.get(seat.id) ?? 0) : works - seat._count.recusals
  return stages.map(({ id, nameZh, nameEn, seats, state, opensAt, closesAt }) => ({
    id,
    state,
    opensAt,
    closesAt,
    name: { zh: nameZh, en: nameEn },
    judges: state === 'open' ? seats.length : 0,
    behind:
      state === 'open' ? seats.filter((seat) => !seat.lockedAt && (marked.get(seat.id) ?? 0) < expected(seat) * criteria.length).length : 0,
  }))
}
