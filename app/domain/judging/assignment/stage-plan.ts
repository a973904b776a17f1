import type { StageState } from '~/generated/prisma/enums'
import { assignWorks } from './assign-works'
import type { AssignmentProblem, Unmet } from './problem'

/** A stage as far as its assignment goes. Pairs are of works in the stage and judges on the panel. */
export type StagePlanInput = {
  state: StageState
  /** false as long as every judge sees every work */
  isAssigned: boolean
  perWork: number
  seats: readonly { id: string; label: string; droppedOut: boolean; locked: boolean }[]
  works: readonly { id: string; group: string; track: string | null }[]
  /** pairs that stand now */
  given: readonly { seat: string; work: string; pinned: boolean }[]
  /** pairs of which every criterion is marked, and of which any is */
  full: ReadonlySet<string>
  begun: ReadonlySet<string>
  recused: ReadonlySet<string>
}

export type PlannedJudge = {
  seat: string
  now: number
  planned: number
  added: number
  taken: number
  /** works left out because the judge stands aside for them */
  conflicts: number
}

export type StagePlan = {
  pairs: { seat: string; work: string; pinned: boolean }[]
  added: { seat: string; work: string }[]
  taken: { seat: string; work: string }[]
  judges: PlannedJudge[]
  pairMeetings: { mean: number; sd: number }
  unmet: Unmet[]
}

export type PlanRefusal = 'no-judges' | 'no-works' | 'too-few-judges' | 'stage-over' | 'open-without-assignment' | 'everyone-sees-all'

/** Why works cannot be assigned now; null when they can. */
export function refusePlan({
  state,
  isAssigned,
  perWork,
  seats,
  works,
}: Omit<StagePlanInput, 'perWork'> & { perWork: number | 'all' }): PlanRefusal | null {
  if (perWork === 'all') return 'everyone-sees-all'
  if (state === 'closed' || state === 'published') return 'stage-over'
  if (state === 'open' && !isAssigned) return 'open-without-assignment'
  if (seats.length === 0) return 'no-judges'
  if (works.length === 0) return 'no-works'
  return perWork > seats.length ? 'too-few-judges' : null
}

export const pairKey = ({ seat, work }: { seat: string; work: string }) => `${seat} ${work}`

/**
 * Which judge is to see which work. Before the stage opens everything but pins is drawn anew. While it is open nothing
 * moves that need not: pairs stand unless the judge stands aside, or has left with the sheet unfinished; what is
 * missing is filled. Judges who left or signed get nothing new. Every group and track is spread evenly.
 */
export function planStage(input: StagePlanInput, seed: number): StagePlan {
  const { state, seats, works, given, full, begun, recused } = input
  const stuck = new Map(seats.map((seat) => [seat.id, seat]))
  const kept = given.filter((pair) => {
    const key = pairKey(pair)
    if (recused.has(key)) return state === 'upcoming' && pair.pinned
    if (stuck.get(pair.seat)?.droppedOut) return full.has(key)
    return state !== 'upcoming' || pair.pinned || begun.has(key)
  })
  const keptOf = count(kept, ({ work }) => work)
  const keptBy = count(kept, ({ seat }) => seat)
  const problem: AssignmentProblem = {
    works: works.map(({ id, group, track }) => ({
      id,
      category: `${group} ${track ?? ''}`,
      perWork: Math.max(input.perWork, keptOf.get(id) ?? 0),
    })),
    judges: seats.map(({ id, droppedOut, locked }) => (droppedOut || locked ? { id, max: keptBy.get(id) ?? 0 } : { id })),
    perWork: input.perWork,
    conflicts: [...recused].map((key) => {
      const [seat = '', work = ''] = key.split(' ')
      return [work, seat]
    }),
    pins: kept.map(({ seat, work }) => [work, seat]),
    seed,
  }
  const { assignments, pairMeetings, unmet } = assignWorks(problem)
  const pinned = new Set(given.filter((pair) => pair.pinned).map(pairKey))
  const pairs = assignments.map(([work, seat]) => ({
    seat,
    work,
    pinned: pinned.has(pairKey({ seat, work })),
  }))
  // before the first assignment only pins are stored, and no judge has anything from them yet
  const before = input.isAssigned ? given : []
  const had = new Set(before.map(pairKey))
  const has = new Set(pairs.map(pairKey))
  const added = pairs.filter((pair) => !had.has(pairKey(pair))).map(({ seat, work }) => ({ seat, work }))
  const taken = before.filter((pair) => !has.has(pairKey(pair))).map(({ seat, work }) => ({ seat, work }))
  const bySeat = ({ seat }: { seat: string }) => seat
  const [nowOf, plannedOf, addedOf, takenOf] = [before, pairs, added, taken].map((rows) => count(rows, bySeat))
  const conflictsOf = count([...recused], (key) => key.split(' ')[0] ?? '')
  return {
    pairs,
    added,
    taken,
    judges: seats.map(({ id }) => ({
      seat: id,
      now: nowOf?.get(id) ?? 0,
      planned: plannedOf?.get(id) ?? 0,
      added: addedOf?.get(id) ?? 0,
      taken: takenOf?.get(id) ?? 0,
      conflicts: conflictsOf.get(id) ?? 0,
    })),
    pairMeetings,
    unmet,
  }
}

function count<Row>(rows: readonly Row[], by: (row: Row) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(by(row), (counts.get(by(row)) ?? 0) + 1)
  return counts
}
