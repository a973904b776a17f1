import { randomUUID } from 'node:crypto'
import { db, pool } from '~/db.server'
import { calibrateStage } from '~/domain/judging/calibrate-stage.server'
import { stageRanking } from '~/domain/judging/ranking.server'
import type { Rulebook } from '~/domain/judging/rulebook'
import { invariant } from '~/invariant'
import { benchRulebook, makeContest, type BenchContest } from '#test/support/bench-contest'
import { launchOnOwnDatabase } from '#test/support/bench-server'

const FIVE = ['design', 'craft', 'colour', 'market', 'finish']
const fiveCriteria: Rulebook = {
  ...benchRulebook,
  criteria: FIVE.map((id) => ({ id, weight: 2, min: 1, max: 10, step: 0.5, name: { zh: id, en: id } })),
  ties: ['undropped-mean', 'criterion:design', 'majority'],
  quota: { places: 20, alternates: 5 },
}

/**
 * The official ranking of a preliminary round from the database, beside merely reading its marks through bare `pg` in
 * the same run; and the calibrated layer with its intervals, in its thread, for a round where three judges see a work.
 */
export async function* run({ works = 2_343, judges = 7, runs = 7 } = {}): AsyncIterable<object> {
  const server = await launchOnOwnDatabase()
  try {
    const contest = await makeContest({ works, judges, rulebook: fiveCriteria })
    const marks = await markAll(contest, FIVE, () => true)
    const read: number[] = []
    const ranked: number[] = []
    for (let n = 0; n < runs; n += 1) {
      read.push(await timed(() => readMarks(contest, marks)))
      ranked.push(await timed(() => rankAll(contest, works)))
    }
    const [readMs, rankMs] = [median(read), median(ranked)]
    yield {
      bench: 'ranking',
      works,
      judges,
      criteria: FIVE.length,
      marks,
      readMs,
      rankMs,
      ratio: Math.round((rankMs / readMs) * 100) / 100,
    }
    yield await calibrated()
  } finally {
    await server.stop()
  }
}

/** Every judge’s marks of the works they see, straight into the table. */
async function markAll(
  { eventId, stageId, entryIds, judges }: BenchContest,
  criteria: readonly string[],
  sees: (judge: number, work: number) => boolean,
) {
  const works = [...entryIds.values()]
  for (const [judge, { seatId }] of judges.entries()) {
    const rows = works.flatMap((entryId, work) =>
      sees(judge, work)
        ? criteria.map((criterionId, at) => ({
            eventId,
            stageId,
            seatId,
            entryId,
            criterionId,
            markId: randomUUID(),
            markedAt: new Date(),
            value: 1 + ((work * 7 + judge * 3 + at * 5 + ((work * judge) % 11)) % 19) / 2,
          }))
        : [],
    )
    for (let at = 0; at < rows.length; at += 2_000) await db.mark.createMany({ data: rows.slice(at, at + 2_000) })
  }
  await pool().query('analyze')
  return db.mark.count({ where: { eventId } })
}

async function readMarks({ eventId, stageId }: BenchContest, marks: number) {
  const { rows } = await pool().query(
    'select "seatId", "entryId", "criterionId", "value" from "Mark" where "eventId" = $1 and "stageId" = $2',
    [eventId, stageId],
  )
  invariant(rows.length === marks, `read ${rows.length} of ${marks} marks`)
}

async function rankAll({ eventId, stageId }: BenchContest, works: number) {
  const { works: ranked } = await stageRanking(eventId, stageId)
  invariant(ranked.length === works && ranked.every(({ rank }) => rank !== null), 'every work has a rank')
}

async function calibrated({ works = 1_509, judges = 15, each = 3 } = {}): Promise<object> {
  const contest = await makeContest({ works, judges, rulebook: benchRulebook })
  const marks = await markAll(
    contest,
    benchRulebook.criteria.map(({ id }) => id),
    (judge, work) => Array.from({ length: each }, (_, n) => (work * each + n * 4 + Math.floor(work / 5)) % judges).includes(judge),
  )
  const began = performance.now()
  const layer = await calibrateStage(contest.eventId, contest.stageId)
  const seconds = Math.round(performance.now() - began) / 1000
  invariant(layer !== null, 'the stage is calibrated')
  return { bench: 'ranking', layer: 'calibrated', works, judges, marks, seconds }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return Math.round((performance.now() - began) * 10) / 10
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
