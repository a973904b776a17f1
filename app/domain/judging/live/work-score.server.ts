import type { Reader } from '~/db.server'
import { sheetCriteria } from '../measured/recorded-points'
import { stageMeasurements } from '../measured/stage-measurements.server'
import { labelOrder } from '../panel/seat-label'
import { scoreStage } from '../score-stage'
import { stageRulebook } from '../stage-rulebook.server'
import { type ShownScore, shownScore } from './shown-score'

export type SeatStanding = 'done' | 'partial' | 'empty' | 'aside'

export type WorkScore = ShownScore & {
  /** the scoring panel in its order: who has marked the work, without any mark */
  seats: { id: string; label: string; name: string; standing: SeatStanding }[]
}

/** One work's score by the rulebook from the marks in force and from what was measured, and how far the panel is with it. As many queries whatever the stage holds. */
export async function workScore(
  reader: Reader,
  { eventId, stageId, entryId, now }: { eventId: string; stageId: string; entryId: string; now: Date },
): Promise<WorkScore> {
  const counted = { eventId, stageId, entryId, seat: { removedAt: null, scoring: true } }
  const [stage, seats, marks, recusals, given] = await Promise.all([
    reader.stage.findUniqueOrThrow({
      where: { eventId_id: { eventId, id: stageId } },
      select: { rulebook: true, rulebookHash: true, judgesPerWork: true },
    }),
    reader.judgeSeat.findMany({
      where: { eventId, stageId, removedAt: null, scoring: true },
      select: { id: true, label: true, name: true },
    }),
    reader.mark.findMany({ where: { ...counted, value: { not: null } }, select: { seatId: true, criterionId: true, value: true } }),
    reader.recusal.findMany({ where: counted, select: { seatId: true } }),
    reader.workAssignment.findMany({ where: counted, select: { seatId: true } }),
  ])
  seats.sort((a, b) => labelOrder(a.label, b.label))
  const rulebook = stageRulebook(stage)
  const recorded = await stageMeasurements(reader, eventId, stageId, rulebook, now)
  const aside = new Set(recusals.map(({ seatId }) => seatId))
  const assigned = stage.judgesPerWork === null ? null : new Set(given.map(({ seatId }) => seatId))
  const expected = seats.filter(({ id }) => assigned?.has(id) ?? true)
  const isExpected = new Set(expected.map(({ id }) => id))
  const { scores } = scoreStage(
    rulebook,
    [{ id: entryId, category: '' }],
    marks.flatMap(({ seatId, criterionId, value }) =>
      isExpected.has(seatId) ? [{ entry: entryId, judge: seatId, criterion: criterionId, score: value?.toString() ?? '' }] : [],
    ),
    recusals.map(({ seatId }) => ({ entry: entryId, judge: seatId })),
    recorded.filter(({ entry }) => entry === entryId),
  )
  const marksOf = new Map<string, Map<string, string>>()
  for (const { seatId, criterionId, value } of marks) {
    if (!isExpected.has(seatId) || aside.has(seatId)) continue
    marksOf.set(seatId, (marksOf.get(seatId) ?? new Map()).set(criterionId, value?.toString() ?? ''))
  }
  const standing = (id: string): SeatStanding => {
    if (aside.has(id)) return 'aside'
    const size = marksOf.get(id)?.size ?? 0
    return size === 0 ? 'empty' : size < sheetCriteria(rulebook).length ? 'partial' : 'done'
  }
  const [score] = scores
  return {
    ...shownScore(rulebook, score, marksOf),
    seats: expected.map((seat) => ({ ...seat, standing: standing(seat.id) })),
  }
}
