import { draws, shuffled } from '~/domain/draws'
import { evenPairs, meetingsOf } from './even-pairs'
import { fillByFlow } from './fill-by-flow'
import {
  type AssignmentProblem,
  type JudgeToFill,
  type Pairs,
  type Unmet,
  type WorkToJudge,
  byCategory,
  pairsByWork,
  sortedById,
} from './problem'
import { type Tables, at, loadsOf, sheetsOf } from './tables'
import { fixPins, missingOf } from './unmet'

export type Assignment = {
  /** in the order of works, then of judges */
  assignments: [work: string, judge: string][]
  loads: Record<string, number>
  /** over all pairs of judges: on how many works they meet; SD with divisor n */
  pairMeetings: { mean: number; sd: number }
  preferenceTotal: number
  unmet: Unmet[]
}

/** Proposals for swaps, two to three microseconds each: in all, and for one pair of work and judge. */
const TRIES = 80_000
const TRIES_A_PAIR = 40

/**
 * Gives every work its judges: as many as asked as far as conflicts, maxima and pins allow, loads as even as they
 * can be, then the highest preference total there is at such loads (minimum-cost flow), then pairs of judges that
 * meet equally often (swaps). Where there are too few judges the shortage is shared, and the draw says by which works. The same problem and seed give the same answer in whatever order its rows come.
 */
export function assignWorks(problem: AssignmentProblem): Assignment {
  const judges = sortedById(problem.judges)
  const draw = draws(problem.seed ?? 0)
  const toUnits = unitsOf(problem.preferences ?? [])
  const pairs = pairsByWork(problem)
  const before = new Int32Array(judges.length)
  let met: Int32Array = new Int32Array(judges.length ** 2)
  const given = new Map<string, Set<string>>()
  const unmet: Unmet[] = []
  // room that a judge's pins in categories still to come will take
  const awaited = pinsOf(problem.works, judges, pairs)
  for (const works of byCategory(problem.works)) {
    pinsOf(works, judges, pairs).forEach((pins, judge) => (awaited[judge] = at(awaited, judge) - pins))
    const tables = tablesOf(works, judges, pairs, problem.perWork, toUnits, before, awaited, met)
    unmet.push(...fixPins(tables, works, judges, pairs))
    fillByFlow(tables, shuffled(works.length, draw), draw)
    const share = Math.ceil((TRIES * works.length) / problem.works.length)
    evenPairs(tables, draw, Math.min(share, TRIES_A_PAIR * works.length * problem.perWork))
    unmet.push(...missingOf(tables, works))
    const sheets = sheetsOf(tables)
    works.forEach(({ id }, work) => given.set(id, new Set(sheets[work]?.map((judge) => judges[judge]?.id ?? ''))))
    loadsOf(tables).forEach((load, judge) => (before[judge] = at(before, judge) + load))
    met = meetingsOf(sheets, judges.length, met)
  }
  const place = new Map(problem.works.map(({ id }, index) => [id, index]))
  const loads = new Map(judges.map(({ id }, judge) => [id, at(before, judge)]))
  return {
    assignments: problem.works.flatMap(({ id: work }) =>
      problem.judges.flatMap(({ id: judge }): [string, string][] => (given.get(work)?.has(judge) ? [[work, judge]] : [])),
    ),
    loads: Object.fromEntries(problem.judges.map(({ id }) => [id, loads.get(id) ?? 0])),
    pairMeetings: spread(met, judges.length),
    preferenceTotal: total(problem, given),
    unmet: unmet.sort((a, b) => (place.get(a.work) ?? 0) - (place.get(b.work) ?? 0)),
  }
}

function tablesOf(
  works: readonly WorkToJudge[],
  judges: readonly JudgeToFill[],
  pairs: Pairs,
  perWork: number,
  toUnits: (value: number) => number,
  before: Int32Array,
  awaited: Int32Array,
  met: Int32Array,
): Tables {
  const cells = works.length * judges.length
  const isConflict = conflictsOf(judges, pairs)
  const tables: Tables = {
    works: works.length,
    judges: judges.length,
    need: Int32Array.from(works, (work) => work.perWork ?? perWork),
    allowed: new Uint8Array(cells).fill(1),
    pinned: new Uint8Array(cells),
    given: new Uint8Array(cells),
    gain: new Float64Array(cells),
    max: Int32Array.from(judges, ({ max = Infinity }, judge) =>
      Math.max(0, Math.min(max - at(before, judge) - at(awaited, judge), works.length)),
    ),
    before: Int32Array.from(before),
    met,
  }
  works.forEach((row, work) => {
    const said = pairs.get(row.id)
    judges.forEach((judge, index) => {
      const cell = work * judges.length + index
      if (isConflict(row, index)) tables.allowed[cell] = 0
      tables.gain[cell] = toUnits(said?.values.get(judge.id) ?? 0)
    })
  })
  return tables
}

/** Whether a work is a conflict of the judge at a place in `judges`. */
function conflictsOf(judges: readonly JudgeToFill[], pairs: Pairs) {
  const groups = judges.map((judge) => new Set(judge.groups))
  return ({ id, group }: WorkToJudge, judge: number): boolean =>
    pairs.get(id)?.conflicts.has(judges[judge]?.id ?? '') === true || (group !== undefined && groups[judge]?.has(group) === true)
}

/** By judge: how many of the works are pinned to it and may be. */
function pinsOf(works: readonly WorkToJudge[], judges: readonly JudgeToFill[], pairs: Pairs): Int32Array {
  const isConflict = conflictsOf(judges, pairs)
  const places = new Map(judges.map(({ id }, judge) => [id, judge]))
  const counts = new Int32Array(judges.length)
  for (const work of works)
    for (const id of pairs.get(work.id)?.pins ?? []) {
      const judge = places.get(id)
      if (judge !== undefined && !isConflict(work, judge)) counts[judge] = at(counts, judge) + 1
    }
  return counts
}

/** Preferences as whole numbers, so that sums are exact: by the power of ten their decimals ask for, up to 10⁹ in all. */
function unitsOf(preferences: readonly (readonly [string, string, number])[]): (value: number) => number {
  let scale = 1
  const largest = preferences.reduce((most, [, , value]) => Math.max(most, Math.abs(value)), 1)
  while (scale < 1e6 && largest * scale * 10 <= 1e9 && preferences.some(([, , value]) => !Number.isInteger(value * scale))) scale *= 10
  return (value) => Math.round(value * scale)
}

function spread(meet: Int32Array, judges: number): { mean: number; sd: number } {
  const counts: number[] = []
  for (let a = 0; a < judges; a += 1) for (let b = a + 1; b < judges; b += 1) counts.push(at(meet, a * judges + b))
  if (counts.length === 0) return { mean: 0, sd: 0 }
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const sd = Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length)
  return { mean: rounded(mean, 3), sd: rounded(sd, 3) }
}

function total({ preferences = [] }: AssignmentProblem, given: ReadonlyMap<string, ReadonlySet<string>>) {
  const sum = preferences.reduce((sum, [work, judge, value]) => sum + (given.get(work)?.has(judge) ? value : 0), 0)
  return rounded(sum, 6)
}

const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals
