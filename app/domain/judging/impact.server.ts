import type { Reader } from '~/db.server'
import type { Change } from '~/domain/events/change'
import { NAMED_ROWS } from '~/domain/events/impact'
import type { Obstacle, ObstacleReason } from '~/domain/events/impact'

type Question = { reader: Reader; eventId: string; changes: readonly Change[] }

/** Stages keys that may change after the stage opened: they are words, or dates with checks of their own. */
const harmless = ['name', 'note', 'dates']

/** Seats, marks, results and frozen rulebooks that stand in the way of changes to an event. */
export async function judgingImpact({ reader, eventId, changes }: Question): Promise<Obstacle[]> {
  const found: Obstacle[] = []
  for (const change of changes) {
    if (change.type === 'rulebook-changed') {
      found.push(...(await openedStage(reader, eventId, change.stage, change.path, 'rulebook-frozen')))
    }
    if (change.type === 'stage-changed' && !harmless.includes(change.key)) {
      found.push(...(await openedStage(reader, eventId, change.stage, change.path, 'stage-frozen')))
    }
    if (change.type !== 'removed' && change.type !== 'rekeyed') continue
    if (change.part === 'stage') found.push(...(await stageInUse(reader, eventId, change.id, change.path)))
    if (change.part === 'criterion' && change.stage) {
      found.push(...(await criterionInUse(reader, eventId, change.stage, change.id, change.path)))
    }
  }
  return found
}

async function openedStage(reader: Reader, eventId: string, id: string, path: string, reason: ObstacleReason): Promise<Obstacle[]> {
  const stage = await reader.stage.findUnique({ where: { eventId_id: { eventId, id } } })
  if (!stage || (stage.state === 'upcoming' && !stage.frozenAt)) return []
  return [{ path, reason, id, rows: [stage.frozenAt?.toISOString() ?? stage.state], count: 1 }]
}

async function stageInUse(reader: Reader, eventId: string, id: string, path: string): Promise<Obstacle[]> {
  const seats = await reader.judgeSeat.findMany({
    where: { eventId, stageId: id },
    select: { label: true },
    orderBy: { label: 'asc' },
  })
  if (seats.length > 0) {
    const rows = seats.slice(0, NAMED_ROWS).map(({ label }) => label)
    return [{ path, reason: 'stage-in-use', id, rows, count: seats.length }]
  }
  return openedStage(reader, eventId, id, path, 'stage-frozen')
}

async function criterionInUse(reader: Reader, eventId: string, stageId: string, id: string, path: string): Promise<Obstacle[]> {
  const where = { eventId, stageId, criterionId: id }
  const count = await reader.mark.count({ where })
  if (count === 0) return []
  const marks = await reader.mark.findMany({
    where,
    distinct: ['seatId'],
    take: NAMED_ROWS,
    select: { seat: { select: { label: true } } },
  })
  return [{ path, reason: 'criterion-in-use', id, rows: marks.map(({ seat }) => seat.label), count }]
}
