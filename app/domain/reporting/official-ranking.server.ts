import { db } from '~/db.server'
import { behind, receiverId, receivers } from '~/domain/entries/receivers'
import { labelOrder } from '~/domain/judging/panel/seat-label'
import { stageRanking, type RankedWork, type StageRanking } from '~/domain/judging/ranking.server'

/** A work as staff see it; after publication it may have been taken out. */
export type OfficialWork = Omit<RankedWork, 'standing'> & { standing: RankedWork['standing'] | 'withdrawn' | 'disqualified' }

export type OfficialRanking = Omit<StageRanking, 'works'> & { works: OfficialWork[] }

/**
 * The ranking of a stage as staff see it: computed from the marks until it is published, with what the chair has
 * decided. From then on ranks, totals and standings are those of the version in force, whatever the marks would give
 * now; the marks beside them are only shown. Null where there is no rulebook.
 */
export async function officialRanking(eventId: string, stageId: string): Promise<OfficialRanking | null> {
  const stage = await db.stage.findUniqueOrThrow({
    where: { eventId_id: { eventId, id: stageId } },
    select: { publishedVersion: true, rulebook: true },
  })
  if (stage.rulebook === null) return null
  const [computed, published] = await Promise.all([
    stageRanking(eventId, stageId),
    stage.publishedVersion === null ? null : versionRows(eventId, stageId, stage.publishedVersion),
  ])
  const seats = [...computed.seats].sort((a, b) => labelOrder(a.label, b.label))
  if (!published) return { ...computed, seats }
  const marked = new Map(computed.works.map((work) => [work.entry, work]))
  const works = published.map(({ entryId, entry, category, rank, total, judges, standing }): OfficialWork => {
    const work = marked.get(entryId)
    return {
      // a work that has left the stage since has no marks here any more
      ...(work ?? { criteria: {}, dropped: [], decidedBy: null, sharing: 0, sheets: {}, partial: [], recused: [], votes: null }),
      entry: entryId,
      code: entry.code ?? '',
      title: entry.title,
      group: entry.groupId,
      track: entry.trackId,
      category,
      rank,
      total,
      judges,
      standing,
      awaitsChair: false,
    }
  })
  return { ...computed, seats, works, problems: [] }
}

const versionRows = (eventId: string, stageId: string, version: number) =>
  db.resultRow.findMany({
    where: { eventId, stageId, version },
    orderBy: [{ category: 'asc' }, { rank: { sort: 'asc', nulls: 'last' } }, { entryId: 'asc' }],
    select: {
      entryId: true,
      category: true,
      rank: true,
      total: true,
      judges: true,
      standing: true,
      entry: { select: { code: true, title: true, groupId: true, trackId: true } },
    },
  })

/** Whom a publication tells: how many people stand behind the works of a stage. */
export async function resultAudience(eventId: string, entryIds: readonly string[]): Promise<number> {
  const rows = await db.entry.findMany({ where: { eventId, id: { in: [...entryIds] } }, select: behind })
  return new Set(rows.flatMap((row) => receivers(row).map(receiverId))).size
}
