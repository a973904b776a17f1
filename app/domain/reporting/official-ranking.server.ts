import { db } from '~/db.server'
import { behind, receiverId, receivers } from '~/domain/entries/receivers'
import { labelOrder } from '~/domain/judging/panel/seat-label'
import { stageRanking, type StageRanking } from '~/domain/judging/ranking.server'

/**
 * The ranking of a stage as staff see it. Once published it is the published one: ties the chair decided stay
 * decided. Before, `chairOrder` shows what a decision of the chair would make of it. Null where there is no rulebook.
 */
export async function officialRanking(eventId: string, stageId: string, chairOrder: readonly string[]): Promise<StageRanking | null> {
  const stage = await db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId, id: stageId } }, select: { state: true, rulebook: true } })
  if (stage.rulebook === null) return null
  if (stage.state !== 'published') return inSeatOrder(await stageRanking(eventId, stageId, { chairOrder }))
  const published = await db.resultRow.findMany({ where: { eventId, stageId }, orderBy: [{ rank: 'asc' }], select: { entryId: true } })
  return inSeatOrder(await stageRanking(eventId, stageId, { chairOrder: published.map(({ entryId }) => entryId) }))
}

const inSeatOrder = (ranking: StageRanking): StageRanking => ({ ...ranking, seats: [...ranking.seats].sort((a, b) => labelOrder(a.label, b.label)) })

/** Whom a publication tells: how many people stand behind the works of a stage. */
export async function resultAudience(eventId: string, entryIds: readonly string[]): Promise<number> {
  const rows = await db.entry.findMany({ where: { eventId, id: { in: [...entryIds] } }, select: behind })
  return new Set(rows.flatMap((row) => receivers(row).map(receiverId))).size
}
