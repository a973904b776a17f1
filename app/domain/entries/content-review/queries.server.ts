import { db } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import type { ContentReason, ContentStanding } from './content-state'
import { reviewersOf } from './reviewers.server'

export const contentFilters = ['mine', 'once', 'passed', 'refused'] as const
/** mine: what waits for this person’s look */
export type ContentFilter = (typeof contentFilters)[number]

export const CONTENT_PAGE = 30

export interface ContentWork {
  id: string
  version: number
  code: string
  title: string
  groupId: string
  fields: Record<string, string | string[]>
  standing: ContentStanding
  /** this person has passed it already */
  own: boolean
  verdicts: { decision: 'pass' | 'refuse' | 'reopen'; reasons: ContentReason[]; note: string; by: string; at: Date }[]
  files: { id: string; slot: string; name: string }[]
}

export interface ContentQueue {
  reviewers: number
  counts: Record<ContentFilter, number>
  works: ContentWork[]
}

/** Content of accepted works under a filter, by code: one page, and how many there are under each filter. A handful of queries. */
export async function contentQueue(eventId: string, personId: string, filter: ContentFilter, page: number): Promise<ContentQueue> {
  const ids = await idsByFilter(eventId, personId)
  const shown = ids[filter].slice((page - 1) * CONTENT_PAGE, page * CONTENT_PAGE)
  const [reviewers, rows, verdicts] = await Promise.all([
    reviewersOf(db, eventId),
    db.entry.findMany({ where: { eventId, id: { in: shown } }, select: work }),
    db.contentVerdict.findMany({
      where: { eventId, entryId: { in: shown } },
      orderBy: [{ createdAt: 'asc' }],
      select: {
        entryId: true,
        version: true,
        decision: true,
        reasons: true,
        note: true,
        byId: true,
        createdAt: true,
        by: { select: { name: true } },
      },
    }),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    reviewers,
    counts: { mine: ids.mine.length, once: ids.once.length, passed: ids.passed.length, refused: ids.refused.length },
    works: shown.flatMap((id): ContentWork[] => {
      const row = byId.get(id)
      if (!row) return []
      const version = row.submittedVersion ?? 0
      const own = verdicts.filter((one) => one.entryId === id && one.version === version)
      return [
        {
          id,
          version,
          code: row.code ?? '',
          title: row.title,
          groupId: row.groupId,
          fields: row.fields as ContentWork['fields'],
          standing: row.contentReview?.version === version ? row.contentReview.state : 'waiting',
          own: own.some(({ byId: by, decision }) => by === personId && decision === 'pass'),
          verdicts: own.map(({ decision, reasons, note, by, createdAt }) => ({
            decision,
            reasons: reasons as ContentReason[],
            note,
            by: by.name,
            at: createdAt,
          })),
          files: row.files.map(({ id: fileId, slot, originalName }) => ({ id: fileId, slot, name: originalName })),
        },
      ]
    }),
  }
}

const work = {
  id: true,
  code: true,
  title: true,
  groupId: true,
  fields: true,
  submittedVersion: true,
  contentReview: { select: { version: true, state: true } },
  files: {
    where: { state: 'ready', viewKey: { not: null } },
    orderBy: [{ slot: 'asc' }, { position: 'asc' }],
    select: { id: true, slot: true, originalName: true },
  },
} satisfies Prisma.EntrySelect

/** Accepted works by where their content stands for this person, in the order of their codes. */
async function idsByFilter(eventId: string, personId: string): Promise<Record<ContentFilter, string[]>> {
  const rows = await db.$queryRaw<{ id: string; state: 'once' | 'passed' | 'refused' | null; own: boolean }[]>`
    select e."id", r."state", exists (select 1 from "ContentVerdict" v where v."eventId" = e."eventId" and v."entryId" = e."id"
        and v."version" = r."version" and v."byId" = ${personId} and v."decision" = 'pass') as own
    from "Entry" e left join "ContentReview" r on r."eventId" = e."eventId" and r."entryId" = e."id" and r."version" = coalesce(e."submittedVersion", 0)
    where e."eventId" = ${eventId} and e."state" = 'accepted' order by e."code"`
  const of = (keep: (row: (typeof rows)[number]) => boolean) => rows.filter(keep).map(({ id }) => id)
  return {
    mine: of(({ state, own }) => state === null || (state === 'once' && !own)),
    once: of(({ state }) => state === 'once'),
    passed: of(({ state }) => state === 'passed'),
    refused: of(({ state }) => state === 'refused'),
  }
}
