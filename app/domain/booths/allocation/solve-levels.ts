import type { SolveWhole } from '~/gateways/solver.server'
import { draws } from '~/domain/draws'
import { anneal, isMovable } from './anneal'
import { type Compiled, at } from './compiled'
import { type DualRows, dualRows } from './dual-rows'
import { type Guide, firstPlan, guideBy } from './first-plan'
import { improveByParts } from './improve-by-parts'
import { type Question, lagrange } from './lagrange'
import { type Level, weightOn } from './levels'
import { PlanState } from './plan-state'
import { proveLevel } from './prove-level'
import { isBetter, scoreOf, worthOf } from './score'

export type Found = {
  /** by exhibitor its choice, −1 for none */
  plan: Int32Array
  /** by level what no plan exceeds that keeps the earlier levels, in whole units; Infinity while unknown */
  bounds: readonly number[]
}

export type Tools = {
  solve: SolveWhole
  seconds: number
  /** seconds since the work began */
  elapsed: () => number
  /** told of every better plan and of every lower bound */
  tell: (found: Found) => void
}

const MOVES_PER_EXHIBITOR = 1000
const LEAST_MOVES = 3_000
const MOST_MOVES = 3_000_000
const FIRST = 0.1
const ROUNDS = 400
const PART_ROUNDS = 120
/** shares of the time limit after which a step gives way to the next */
const UNTIL = { first: 0.1, prices: 0.2, search: 0.4, parts: 0.6 }
const PRICES = 0.1
/** of the time left, what a level leaves to those after it */
const KEPT = 0.5
/** choices up to which a level is proven with everybody in it, if it was not without the tiers below */
const WHOLE = 6_000
/** how much more a level counts than the next where prices guide the search */
const GUIDING = 5

/**
 * The best plan by the levels in their order, and what bounds it. Prices from a Lagrangian bound say where delegations
 * go and which places are likely; a search makes a plan of it, and HiGHS improves it part by part. Then, level by level,
 * a Lagrangian bound rules out most choices, and HiGHS proves the level over the rest or finds better. Steps are
 * counted, not timed: the same problem and seed give the same plan unless the time limit cuts in. Out of time, the best
 * plan and the bounds so far.
 */
export function solveLevels(compiled: Compiled, tools: Tools): Found {
  const { levels, kinds, block } = compiled
  const bounds = levels.map(() => Infinity)
  const draw = draws(compiled.seed)
  let plan = firstPlan(compiled, draw)
  const tell = () => tools.tell({ plan, bounds: [...bounds] })
  const take = (found: Int32Array) => {
    if (!isBetter(scoreOf(compiled, found), scoreOf(compiled, plan))) return false
    plan = found
    tell()
    return true
  }
  tell()
  const after = (share: number) => () => tools.elapsed() > share * tools.seconds
  const movable = compiled.exhibitors.filter((_, exhibitor) => isMovable(compiled, exhibitor)).length
  const moves = Math.min(MOST_MOVES, Math.max(LEAST_MOVES, movable * MOVES_PER_EXHIBITOR))
  const search = (start: Int32Array, order: Int32Array | null, share: number, heat: number, until: number) =>
    anneal(compiled, { start, moves: Math.round(moves * share), heat, order, draw, isLate: after(until) })
  take(search(plan, null, FIRST, 1, UNTIL.first))

  const placeable = kinds.reduce((sum, kind) => sum + (kind.end > kind.start ? kind.members.length : 0), 0)
  const dual = dualRows(compiled)
  const guide = guideOf(compiled, dual, plan, placeable, after(UNTIL.prices))
  take(search(firstPlan(compiled, draw, guide), guide.order, 1, 1, UNTIL.search))
  const parts = (rounds: number, until: number) =>
    take(improveByParts(compiled, { plan, guide, dual, rounds, solve: tools.solve, draw, isLate: after(until), tell: take }))
  if (movable > 60) parts(PART_ROUNDS, UNTIL.parts)

  let alive: Uint8Array = new Uint8Array(block.length).fill(1)
  const isEverybody = (index: number, score: readonly number[]) =>
    levels.some(({ name }, earlier) => earlier < index && name === 'placed' && score[earlier] === placeable)
  const proveWith = (index: number, score: readonly number[], counted: Uint8Array) => {
    const reached = score[index] ?? 0
    const question: Question = {
      level: index,
      floors: score.slice(0, index),
      everybody: isEverybody(index, score),
      alive,
      reached,
      counted,
    }
    const late = after(Math.min(1, tools.elapsed() / tools.seconds + PRICES))
    const priced = lagrange(compiled, dual, question, ROUNDS, late)
    bounds[index] = Math.max(reached, Math.min(bounds[index] ?? Infinity, priced.bound))
    alive = priced.alive
    tell()
    if ((bounds[index] ?? 0) <= reached) return
    const until = tools.seconds - (index === levels.length - 1 ? 0 : (tools.seconds - tools.elapsed()) * KEPT)
    const left = () => Math.max(0, until - tools.elapsed())
    if (left() <= 0) return
    const found = proveLevel(compiled, {
      dual,
      question: { ...question, alive },
      loss: priced.loss,
      against: priced.against,
      plan,
      bounds,
      solve: tools.solve,
      left,
      tell,
    })
    const whole = completed(compiled, found, plan, counted)
    take(whole)
    take(search(whole, guide.order, 0.3, 0.6, 1))
  }
  levels.forEach((level, index) => {
    const score = scoreOf(compiled, plan)
    const reached = score[index] ?? 0
    const outer = level.name === 'placed' ? placeable : isDecided(levels, index) ? reached : Infinity
    bounds[index] = outer
    if (outer <= reached) return tell()
    const everyone = new Uint8Array(kinds.length).fill(1)
    const tiers = countedFor(compiled, index)
    const afterPlaced = levels.slice(0, index).some(({ name }) => name === 'placed')
    // how many are placed is felt by all tiers; only where it is everybody may the tiers below be left out
    if (afterPlaced && !isEverybody(index, score)) return proveWith(index, score, everyone)
    proveWith(index, score, tiers)
    // a bound then, but not always a tight one: who has to be placed below can take a first choice away
    const now = scoreOf(compiled, plan)
    const open = (bounds[index] ?? Infinity) > (now[index] ?? 0)
    if (afterPlaced && open && tiers.includes(0) && block.length <= WHOLE) proveWith(index, now, everyone)
  })
  if (movable > 60 && levels.some((_, level) => (scoreOf(compiled, plan)[level] ?? 0) < (bounds[level] ?? Infinity))) parts(Infinity, 1)
  return { plan, bounds: settled(compiled, plan, bounds) }
}

/** Prices for all levels at once, earlier ones counting more: not a bound, but what to try first. */
function guideOf(compiled: Compiled, dual: DualRows, plan: Int32Array, placeable: number, isLate: () => boolean): Guide {
  const { kinds, kindOfChoice, value } = compiled
  const { placed, perUnit } = worthOf(compiled, GUIDING)
  const weights = Float64Array.from(value, (one, choice) => {
    const tier = kinds[at(kindOfChoice, choice)]?.tier ?? 0
    return (placed[tier] ?? 0) + (perUnit[tier] ?? 0) * one
  })
  const reached = plan.reduce((sum, choice) => sum + (choice < 0 ? 0 : at(weights, choice)), 0)
  const everybody = plan.reduce((sum, choice) => sum + (choice < 0 ? 0 : 1), 0) === placeable
  const question: Question = {
    level: 0,
    floors: [],
    everybody,
    alive: new Uint8Array(value.length).fill(1),
    reached,
    counted: new Uint8Array(kinds.length).fill(1),
    weights,
  }
  return guideBy(compiled, lagrange(compiled, dual, question, ROUNDS, isLate).loss)
}

/** A tier and those above it; the tiers below feel the level only as room, and leaving them out keeps the bound true. */
function countedFor({ levels, kinds }: Compiled, index: number): Uint8Array {
  const soFar = levels.slice(0, index + 1)
  return Uint8Array.from(kinds, ({ tier }) =>
    soFar.every(({ name }) => name === 'placed') || soFar.some((level) => level.name !== 'placed' && weightOn(level, tier, 1) !== 0)
      ? 1
      : 0,
  )
}

/** The sum of all tiers is their value: after regret, value is decided. */
const isDecided = (levels: readonly Level[], index: number) =>
  levels[index]?.name === 'value' && levels.slice(0, index).some(({ name }) => name === 'tier-regret')

/** A plan for those counted, with everybody else where the former plan has them, or at the best free place. */
function completed(compiled: Compiled, part: Int32Array, plan: Int32Array, counted: Uint8Array): Int32Array {
  const state = new PlanState(compiled)
  state.load(plan)
  state.load(part)
  const given = (exhibitor: number) => counted[at(compiled.kindOf, exhibitor)] === 1
  for (const [exhibitor, choice] of plan.entries())
    if (choice >= 0 && !given(exhibitor) && state.isFree(exhibitor, choice)) state.put(exhibitor, choice)
  for (const exhibitor of plan.keys()) {
    if (at(state.chosen, exhibitor) >= 0 || given(exhibitor)) continue
    const choice = state.bestFree(exhibitor)
    if (choice >= 0) state.put(exhibitor, choice)
  }
  return state.chosen.slice()
}

/** What follows of bounds once a plan reached more, and of the sum when all of its parts are proven. */
function settled(compiled: Compiled, plan: Int32Array, bounds: readonly number[]): number[] {
  return scoreOf(compiled, plan).map((reached, level) =>
    isDecided(compiled.levels, level) && bounds.slice(0, level).every((bound, before) => bound <= (scoreOf(compiled, plan)[before] ?? 0))
      ? reached
      : Math.max(reached, bounds[level] ?? Infinity),
  )
}
