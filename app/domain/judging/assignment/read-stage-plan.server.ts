import type { Reader } from '~/db.server'
import { sheetRulebook } from '../stage-rulebook.server'
import { worksInStage } from '../works-in-stage.server'
import { judgesPerWork } from './judges-per-work'
import { type StagePlanInput, pairKey } from './stage-plan'

/** Everything an assignment is computed from, in seven queries; null where the event has no such stage. */
export async function readStagePlan(reader: Reader, eventId: string, stageId: string) {
  const stage = await reader.stage.findUnique({
    where: { eventId_id: { eventId, id: stageId } },
    select: {
      state: true,
      judgesPerWork: true,
      rulebook: true,
      rulebookHash: true,
      ballot: true,
      keptAt: true,
      event: { select: { config: true } },
    },
  })
  if (!stage) return null
  const criteria = sheetRulebook(stage).criteria.map(({ id }) => id)
  const where = await worksInStage(reader, eventId, stageId)
  const counted = { eventId, stageId, seat: { removedAt: null, scoring: true } }
  const [seats, works, given, marks, recusals] = await Promise.all([
    reader.judgeSeat.findMany({
      where: { eventId, stageId, removedAt: null, scoring: true },
      select: { id: true, label: true, name: true, declaredAt: true, droppedOutAt: true, lockedAt: true },
    }),
    reader.entry.findMany({
      where,
      orderBy: { code: 'asc' },
      select: { id: true, code: true, title: true, groupId: true, trackId: true },
    }),
    reader.workAssignment.findMany({
      where: { ...counted, entry: where },
      select: { seatId: true, entryId: true, pinned: true },
    }),
    reader.mark.groupBy({
      by: ['seatId', 'entryId'],
      where: { ...counted, criterionId: { in: criteria }, value: { not: null } },
      _count: true,
    }),
    reader.recusal.findMany({
      where: { ...counted, entry: where },
      select: { seatId: true, entryId: true },
    }),
  ])
  const key = ({ seatId, entryId }: { seatId: string; entryId: string }) => pairKey({ seat: seatId, work: entryId })
  const input: Omit<StagePlanInput, 'perWork'> & { perWork: number | 'all' } = {
    state: stage.state,
    isAssigned: stage.judgesPerWork !== null,
    perWork: judgesPerWork(stage.event.config, stageId),
    seats: seats.map(({ id, label, droppedOutAt, lockedAt }) => ({
      id,
      label,
      droppedOut: droppedOutAt !== null,
      locked: lockedAt !== null,
    })),
    works: works.map(({ id, groupId, trackId }) => ({ id, group: groupId, track: trackId })),
    given: given.map(({ seatId, entryId, pinned }) => ({ seat: seatId, work: entryId, pinned })),
    begun: new Set(marks.map(key)),
    full: new Set(marks.filter(({ _count }) => _count === criteria.length).map(key)),
    recused: new Set(recusals.map(key)),
  }
  return { input, seats, works }
}
