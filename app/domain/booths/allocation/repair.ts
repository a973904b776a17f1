import { type AllocateTools, allocate } from './allocate'
import { floorGraph } from './floor-graph'
import type { AllocationProblem, ExhibitorToPlace, Placement } from './problem'
import { wishedPlacements } from './wished-placements'

export type Standing = { exhibitor: string; cells: readonly string[] }

export type Change = {
  /** exhibitors that are gone; their cells are free */
  cancelled?: readonly string[] | undefined
  /** cells nobody can stand on any more */
  blocked?: readonly string[] | undefined
}

export type Repair = {
  /** who has to change places; `from` is empty for one that stood nowhere, `to` for one that now stands nowhere */
  moves: { exhibitor: string; from: readonly string[]; to: readonly string[] }[]
  /** the whole plan after them */
  plan: Standing[]
  /** whether fewer moves are proven impossible */
  proven: boolean
}

/**
 * Mends a plan after a cancellation or when cells are lost: first as many exhibitors placed as can be, then as few moved
 * as can be, then the most value. Nobody moves only to stand better.
 */
export function repair(problem: AllocationProblem, plan: readonly Standing[], change: Change, tools: AllocateTools): Repair {
  const stood = new Map(plan.map(({ exhibitor, cells }) => [exhibitor, cells]))
  const mended = repairProblem(problem, stood, change)
  const answer = allocate(mended, tools)
  const stands = new Map(answer.placements.map(({ exhibitor, cells }) => [exhibitor, cells]))
  return {
    moves: mended.exhibitors.flatMap(({ id }) => {
      const [from, to] = [stood.get(id) ?? [], stands.get(id) ?? []]
      return keyOf(from) === keyOf(to) ? [] : [{ exhibitor: id, from, to }]
    }),
    plan: answer.placements.map(({ exhibitor, cells }) => ({ exhibitor, cells })),
    proven: answer.status === 'optimal',
  }
}

/**
 * The same floor without the lost cells and the gone exhibitors. Staying is worth more than all else together, so that
 * one level of value orders moves before values.
 */
function repairProblem(problem: AllocationProblem, stood: ReadonlyMap<string, readonly string[]>, change: Change): AllocationProblem {
  const gone = new Set(change.cancelled)
  const lost = new Set(change.blocked)
  const staying = problem.exhibitors.filter(({ id }) => !gone.has(id))
  const asked = askedOn(problem)
  const places = new Map(
    staying.map((one) => [one.id, withOwn(asked(one), stood.get(one.id)).filter(({ cells }) => !cells.some((id) => lost.has(id)))]),
  )
  const spread = [...places.values()].reduce((sum, list) => {
    // against standing nowhere too, which is worth 0
    const values = [0, ...list.map(({ value }) => value)]
    return sum + Math.max(...values) - Math.min(...values)
  }, 1)
  return {
    ...problem,
    objective: ['placed', 'value'],
    cells: problem.cells.filter(({ id }) => !lost.has(id)),
    pins: problem.pins.filter(({ exhibitor, cells }) => !gone.has(exhibitor) && !cells.some((id) => lost.has(id))),
    exhibitors: staying.map(({ id, points, delegation, category }) => {
      const own = keyOf(stood.get(id) ?? [])
      const placements = (places.get(id) ?? []).map(({ cells, value }) => ({ cells, value: value + (keyOf(cells) === own ? spread : 0) }))
      return { id, points, delegation, category, placements }
    }),
  }
}

/** What an exhibitor asked for on the floor as it was: an aisle that comes of a lost cell is no opening. */
function askedOn({ cells }: AllocationProblem): (exhibitor: ExhibitorToPlace) => readonly Placement[] {
  const floor = floorGraph(cells)
  return (exhibitor) =>
    exhibitor.placements ??
    wishedPlacements(floor, exhibitor).map(({ cells: block, value }) => ({ cells: block.map((cell) => floor.ids[cell] ?? ''), value }))
}

/** An organiser may have put it where it never asked to stand; it may stay there. */
function withOwn(asked: readonly Placement[], own: readonly string[] | undefined): readonly Placement[] {
  if (!own || own.length === 0 || asked.some(({ cells }) => keyOf(cells) === keyOf(own))) return asked
  return [...asked, { cells: own, value: 0 }]
}

const keyOf = (cells: readonly string[]) => JSON.stringify([...cells].sort())
