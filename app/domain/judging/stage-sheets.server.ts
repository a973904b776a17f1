import { labelOrder } from './panel/seat-label'
import type { Reader } from '~/db.server'
import { invariant } from '~/invariant'
import { sheetCriteria } from './measured/recorded-points'
import type { ProgressInput } from './progress'
import { stageMarks } from './stage-marks-sql.server'
import { stageBallot, stageRulebook } from './stage-rulebook.server'
import { voteRulebook } from './votes/ballot'
import { hasFirstPass, passOf } from './votes/passes'
import { worksInStage } from './works-in-stage.server'

/**
 * All marks of a stage with its panel and works, in six queries however many there are: what progress, obstacles and
 * ranking are computed from. Seats that were removed from the panel and non-scoring ones do not count, nor do marks
 * of works that went to another judge. `panelSize` is how many judges a work is to have; `progress` makes what progress
 * is counted from. Of a stage with two passes the sheets of the one that runs, or of the one asked for; `works` are all
 * that entered the stage, whatever the first kept.
 */
export async function stageSheets(reader: Reader, eventId: string, stageId: string, asked?: 'vote' | 'mark') {
  const stage = await reader.stage.findUnique({ where: { eventId_id: { eventId, id: stageId } } })
  invariant(stage, `no stage ${stageId} in ${eventId}`)
  const pass = asked ?? passOf(stage)
  const rulebook = pass === 'vote' ? voteRulebook(stageBallot(stage)) : stageRulebook(stage)
  const criteria = sheetCriteria(rulebook).map(({ id }) => id)
  const counted = { eventId, stageId, seat: { removedAt: null, scoring: true } }
  const seats = await reader.judgeSeat.findMany({
    where: { eventId, stageId, removedAt: null, scoring: true },
    select: {
      id: true,
      label: true,
      name: true,
      isChair: true,
      acceptedAt: true,
      declaredAt: true,
      lockedAt: true,
      sheetHash: true,
    },
  })
  seats.sort((a, b) => labelOrder(a.label, b.label))
  const [works, marks, recusals, given, firstPass] = await Promise.all([
    reader.entry.findMany({
      where: await worksInStage(reader, eventId, stageId),
      orderBy: [{ group: { position: 'asc' } }, { code: 'asc' }],
      select: { id: true, code: true, title: true, groupId: true, trackId: true },
    }),
    stageMarks(reader, { eventId, stageId, criteria, seats: seats.map(({ id }) => id) }),
    reader.recusal.findMany({ where: counted, select: { seatId: true, entryId: true } }),
    stage.judgesPerWork === null ? null : reader.workAssignment.findMany({ where: counted, select: { seatId: true, entryId: true } }),
    stage.keptAt === null || !hasFirstPass(stage) ? [] : reader.firstPassRow.findMany({ where: { eventId, stageId } }),
  ])
  const assigned = given && new Map(seats.map(({ id }) => [id, new Set<string>()]))
  for (const { seatId, entryId } of given ?? []) assigned?.get(seatId)?.add(entryId)
  const kept = pass === 'mark' && firstPass.length > 0 ? new Set(firstPass.filter((row) => row.kept).map(({ entryId }) => entryId)) : null
  const progress = (): ProgressInput => ({
    judges: seats.map(({ id }) => id),
    entries: works.map(({ id }) => id).filter((id) => kept === null || kept.has(id)),
    criteria,
    marks,
    recusals: recusals.map(({ seatId, entryId }) => ({ judge: seatId, entry: entryId })),
    ...(assigned ? { assigned } : {}),
  })
  const panelSize = stage.judgesPerWork ?? seats.length
  return { stage, pass, rulebook, seats, works, marks, recusals, progress, panelSize, firstPass }
}
