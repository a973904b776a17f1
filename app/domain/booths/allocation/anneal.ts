import { type Compiled, at } from './compiled'
import { PlanState } from './plan-state'
import { rezoning } from './rezone'
import { type Worth, isBetter, scoreOf, worthOf } from './score'

/** Moves between two looks at the clock and at the best plan so far. */
const ROUND = 1000
/** More than so many would have to leave: not tried. */
const MOST_IN_THE_WAY = 6
const REZONE_ONE_IN = 400
const HOT = 6
const COLD = 0.3
/** 1 picks evenly, more leans to the first of the order */
const LEANING = 4

export type Annealing = {
  start: Int32Array
  moves: number
  /** how hot it begins: 1 shakes everything, a small number only polishes */
  heat: number
  /** each kind’s choices, those likeliest in a best plan first; by value when absent */
  order: Int32Array | null
  draw: () => number
  isLate: () => boolean
}

/**
 * Improves a plan by simulated annealing over ejection chains: an exhibitor takes a place it would rather have, those
 * in its way take their best free one, and the whole is kept or taken back (Kirkpatrick, Gelatt and Vecchi 1983; chains
 * after Glover 1996). It cools through the scales of all levels, so that higher ones freeze first. Answers the best
 * plan met, level by level.
 */
export function anneal(compiled: Compiled, { start, moves, heat, order, draw, isLate }: Annealing): Int32Array {
  const { kinds, kindOf, value } = compiled
  const worth = worthOf(compiled)
  const state = new PlanState(compiled, order)
  state.load(start)
  const movable = Array.from(start.keys()).filter((exhibitor) => isMovable(compiled, exhibitor))
  if (movable.length === 0) return start
  const rezone = rezoning(compiled, state, draw)
  let best: Int32Array = start.slice()
  let bestScore = scoreOf(compiled, best)
  const worthAt = (exhibitor: number, choice: number) => {
    if (choice < 0) return 0
    const tier = kinds[at(kindOf, exhibitor)]?.tier ?? 0
    return (worth.placed[tier] ?? 0) + (worth.perUnit[tier] ?? 0) * at(value, choice)
  }
  /** what the moves since the last `keep` brought */
  const gain = () => {
    const moved = state.moved()
    const seen = new Set<number>()
    let sum = 0
    for (let index = 0; index < moved.length; index += 2) {
      const exhibitor = moved[index] as number
      if (exhibitor < 0 || seen.has(exhibitor)) continue
      seen.add(exhibitor)
      // the first entry of an exhibitor that stood somewhere is its leaving
      sum += worthAt(exhibitor, at(state.chosen, exhibitor)) - worthAt(exhibitor, moved[index + 1] as number)
    }
    return sum
  }
  const [hot, cold] = temperatures(worth, heat)
  const homeless: number[] = movable.filter((exhibitor) => at(state.chosen, exhibitor) < 0)
  const out: number[] = []

  for (let move = 0; move < moves; move += 1) {
    const heatNow = hot * (cold / hot) ** (move / moves)
    if (compiled.delegations.length > 0 && Math.floor(draw() * REZONE_ONE_IN) === 0) rezone()
    else {
      const from = homeless.length > 0 && draw() < 0.3 ? homeless : movable
      const exhibitor = from[Math.floor(draw() * from.length)] as number
      const choice = pick(compiled, exhibitor, order, draw)
      if (choice === at(state.chosen, exhibitor) || !state.inZone(exhibitor, choice)) continue
      out.length = 0
      state.inTheWay(exhibitor, choice, out)
      if (out.length > MOST_IN_THE_WAY) continue
      state.take(exhibitor)
      for (const other of out) state.take(other)
      state.put(exhibitor, choice)
      settle(state, out)
    }
    const gained = gain()
    if (gained >= 0 || draw() < Math.exp(gained / heatNow)) state.keep()
    else state.takeBack()
    if (move % ROUND === ROUND - 1) {
      homeless.length = 0
      for (const exhibitor of movable) if (at(state.chosen, exhibitor) < 0) homeless.push(exhibitor)
      const score = scoreOf(compiled, state.chosen)
      if (isBetter(score, bestScore)) [best, bestScore] = [state.chosen.slice(), score]
      if (isLate()) break
    }
  }
  return isBetter(scoreOf(compiled, state.chosen), bestScore) ? state.chosen.slice() : best
}

function temperatures({ finest, coarsest, placed }: Worth, heat: number): [hot: number, cold: number] {
  const cold = finest * COLD
  const hot = Math.max(coarsest, (placed[0] ?? 0) / 300) * HOT
  return [Math.max(cold * 2, cold * (hot / cold) ** heat), cold]
}

/** A place of the exhibitor’s, one that is early in the order likelier than a later one. */
function pick({ kinds, kindOf }: Compiled, exhibitor: number, order: Int32Array | null, draw: () => number): number {
  const { start, end } = kinds[at(kindOf, exhibitor)] as Compiled['kinds'][number]
  const rank = start + Math.floor((end - start) * draw() ** LEANING)
  return order ? at(order, rank) : rank
}

/** Those who had to leave take their best free place, in turn. */
function settle(state: PlanState, out: readonly number[]): void {
  for (const other of out) {
    const choice = state.bestFree(other)
    if (choice >= 0) state.put(other, choice)
  }
}

export const isMovable = ({ kinds, kindOf }: Compiled, exhibitor: number): boolean => {
  const kind = kinds[at(kindOf, exhibitor)]
  return kind !== undefined && !kind.pinned && kind.end > kind.start
}
