import type { Reader } from '~/db.server'
import type { EntryFilter } from '~/domain/entries/precheck/entry-filter'
import { entryWhere } from '~/domain/entries/precheck/entry-where.server'
import type { Prisma } from '~/generated/prisma/client'
import type { PaperKind } from '~/generated/prisma/enums'

/** Works of which there is such a paper now: what was withdrawn or turned away has none. */
const having: Record<PaperKind, Prisma.EntryWhereInput> = {
  receipts: { submittedVersion: { not: null }, state: { in: ['submitted', 'returned', 'accepted'] } },
  labels: { pieces: { some: { droppedAt: null } }, state: 'accepted' },
  certificates: { certificates: { some: { revokedAt: null } }, state: 'accepted' },
}

/** Among given works, those with such a paper now. */
export async function stillWithPapers(reader: Reader, eventId: string, kind: PaperKind, entryIds: readonly string[]) {
  return reader.entry.findMany({
    where: { eventId, id: { in: [...entryIds] }, ...having[kind] },
    select: { id: true, number: true, code: true },
  })
}

const withFilter = async (eventId: string, filter: EntryFilter, kind: PaperKind): Promise<Prisma.EntryWhereInput> => ({
  AND: [await entryWhere(eventId, filter), having[kind]],
})

/** How many works of a filter have such a paper. */
export const countWithPapers = async (reader: Reader, eventId: string, filter: EntryFilter, kind: PaperKind): Promise<number> =>
  reader.entry.count({ where: await withFilter(eventId, filter, kind) })

/** The works of a filter with such a paper: by 报名号, labels by 匿名编号, whatever the list is sorted by. At most `most` and one. */
export async function withPapers(reader: Reader, eventId: string, filter: EntryFilter, kind: PaperKind, most: number): Promise<string[]> {
  const rows = await reader.entry.findMany({
    where: await withFilter(eventId, filter, kind),
    orderBy: [kind === 'labels' ? { code: 'asc' } : { number: 'asc' }, { id: 'asc' }],
    take: most + 1,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
