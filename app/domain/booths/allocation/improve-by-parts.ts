import type { SolveWhole } from '~/gateways/solver.server'
import { type Compiled, at } from './compiled'
import type { DualRows } from './dual-rows'
import type { Guide } from './first-plan'
import { isMovable } from './anneal'
import { PlanState } from './plan-state'
import { isBetter, scoreOf, worthOf } from './score'
import { rowBook } from './whole-program'

/** So many exhibitors move at a time, each among so many of its likeliest choices. */
const PART = 140
const CHOICES = 16
/** Whose places are looked at to find who competes with whom. */
const RIVALS = 5
const MOST_SECONDS = 4

export type Parts = {
  plan: Int32Array
  guide: Guide
  dual: DualRows
  rounds: number
  solve: SolveWhole
  draw: () => number
  isLate: () => boolean
  tell: (plan: Int32Array) => void
}

/**
 * Large neighbourhood search (Shaw 1998): takes up a group of exhibitors that compete for the same places, leaves all
 * others and the zones of delegations as they are, and has HiGHS stand the group best. Earlier levels count a hundred
 * times the next, and a plan is taken only when it is better level by level.
 */
export function improveByParts(compiled: Compiled, { plan, guide, dual, rounds, solve, draw, isLate, tell }: Parts): Int32Array {
  const movable = Array.from(plan.keys()).filter((exhibitor) => isMovable(compiled, exhibitor))
  if (movable.length < 2) return plan
  const state = new PlanState(compiled, guide.order)
  state.load(plan)
  let best = plan
  let score = scoreOf(compiled, plan)
  for (let round = 0; round < rounds && !isLate(); round += 1) {
    const homeless = movable.filter((exhibitor) => at(state.chosen, exhibitor) < 0)
    const from = homeless.length > 0 && round % 3 === 0 ? homeless : movable
    const part = rivalsOf(compiled, state, guide, from[Math.floor(draw() * from.length)] ?? 0)
    const before = state.chosen.slice()
    for (const exhibitor of part) state.take(exhibitor)
    const columns = columnsOf(compiled, state, guide, part, before)
    const solved = solve(partProgram(compiled, dual, columns, before), {
      seconds: MOST_SECONDS,
      seed: compiled.seed,
      onBetter: () => undefined,
      onBound: () => undefined,
    })
    const next = before.slice()
    if (solved.x) {
      for (const exhibitor of part) next[exhibitor] = -1
      columns.forEach(({ exhibitor, choice }, column) => {
        if ((solved.x?.[column] ?? 0) > 0.5) next[exhibitor] = choice
      })
    }
    const reached = scoreOf(compiled, next)
    const better = isBetter(reached, score)
    state.load(better ? next : before)
    if (!better) continue
    best = next
    score = reached
    tell(best)
  }
  return best
}

/** The exhibitor, those who hold the places it would like, those who hold what they would like, and so on. */
function rivalsOf(compiled: Compiled, state: PlanState, { order }: Guide, first: number): number[] {
  const part = [first]
  const seen = new Set(part)
  for (let next = 0; next < part.length && part.length < PART; next += 1) {
    const exhibitor = part[next] as number
    const kind = compiled.kinds[at(compiled.kindOf, exhibitor)]
    const out: number[] = []
    for (let rank = kind?.start ?? 0; rank < Math.min(kind?.end ?? 0, (kind?.start ?? 0) + RIVALS); rank += 1)
      state.inTheWay(exhibitor, at(order, rank), out)
    for (const other of out) {
      if (seen.has(other) || !isMovable(compiled, other)) continue
      seen.add(other)
      part.push(other)
    }
  }
  return part
}

type Column = { exhibitor: number; choice: number }

function columnsOf(compiled: Compiled, state: PlanState, { order }: Guide, part: readonly number[], before: Int32Array): Column[] {
  return part.flatMap((exhibitor) => {
    const kind = compiled.kinds[at(compiled.kindOf, exhibitor)]
    const own = at(before, exhibitor)
    const found = own < 0 ? [] : [{ exhibitor, choice: own }]
    // one that stands nowhere may go anywhere
    const most = own < 0 ? Infinity : CHOICES
    for (let rank = kind?.start ?? 0; rank < (kind?.end ?? 0) && found.length < most; rank += 1) {
      const choice = at(order, rank)
      if (choice !== own && state.isFree(exhibitor, choice)) found.push({ exhibitor, choice })
    }
    return found
  })
}

function partProgram(compiled: Compiled, { from, rows }: DualRows, columns: readonly Column[], before: Int32Array) {
  const { kinds, kindOf, value } = compiled
  const worth = worthOf(compiled)
  const book = rowBook()
  const own = new Map<number, number[]>()
  const shared = new Map<number, number[]>()
  const put = (map: Map<number, number[]>, key: number, column: number) => {
    const list = map.get(key)
    if (list) list.push(column)
    else map.set(key, [column])
  }
  columns.forEach(({ exhibitor, choice }, column) => {
    put(own, exhibitor, column)
    for (let index = at(from, choice); index < at(from, choice + 1); index += 1) put(shared, at(rows, index), column)
  })
  for (const list of own.values()) book.add(-Infinity, 1, list)
  for (const list of shared.values()) if (list.length > 1) book.add(-Infinity, 1, list)
  const cost = Float64Array.from(columns, ({ exhibitor, choice }) => {
    const tier = kinds[at(kindOf, exhibitor)]?.tier ?? 0
    return ((worth.placed[tier] ?? 0) + (worth.perUnit[tier] ?? 0) * at(value, choice)) / worth.finest
  })
  const known = Float64Array.from(columns, ({ exhibitor, choice }) => (at(before, exhibitor) === choice ? 1 : 0))
  return { cost, upper: new Float64Array(columns.length).fill(1), rows: book.done(), known }
}
