import { db } from '~/db.server'
import type { EntryFilter } from '~/domain/entries/precheck/entry-filter'
import type { PaperKind } from '~/generated/prisma/enums'
import { paperJobKey } from './paper-job'
import { fetchableUntil, paperKinds } from './paper-kind'
import { countWithPapers } from './works-with-papers.server'

/** An order as its page shows it. */
export interface ListedOrder {
  id: string
  kind: PaperKind
  by: string
  askedAt: Date
  works: number
  done: number
  papers: number
  leftOut: number
  bytes: number
  state: 'making' | 'ready' | 'lapsed' | 'failed'
  until: Date | null
}

const SHOWN = 50

/** The last orders of an event, newest first. */
export async function ordersOf(eventId: string, now: Date): Promise<ListedOrder[]> {
  const rows = await db.paperOrder.findMany({
    where: { eventId },
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
    take: SHOWN,
    include: { askedBy: { select: { name: true } } },
  })
  const waiting = rows.filter(({ madeAt }) => madeAt === null).map(({ id }) => paperJobKey(id))
  const alive = await db.$queryRaw<{ key: string }[]>`
    select "key" from graphile_worker.jobs where "key" = any(${waiting}) and "attempts" < "max_attempts"`
  const jobs = new Set(alive.map(({ key }) => key))
  return rows.map(({ id, kind, askedBy, askedAt, entryIds, done, papers, leftOut, bytes, fileKey, madeAt }) => {
    const until = madeAt && fetchableUntil(madeAt)
    const state = !until ? (jobs.has(paperJobKey(id)) ? 'making' : 'failed') : fileKey && now <= until ? 'ready' : 'lapsed'
    return {
      id,
      kind,
      by: askedBy.name,
      askedAt,
      works: entryIds.length,
      done,
      papers,
      leftOut,
      bytes: Number(bytes),
      state,
      until,
    }
  })
}

/** How many works of a filter there are papers of, by kind. */
export const paperCounts = (eventId: string, filter: EntryFilter): Promise<{ kind: PaperKind; works: number }[]> =>
  Promise.all(paperKinds.map(async (kind) => ({ kind, works: await countWithPapers(db, eventId, filter, kind) })))
