import type { SolveWhole } from '~/gateways/solver.server'
import { type Compiled, at } from './compiled'
import type { DualRows } from './dual-rows'
import type { Question } from './lagrange'
import { scoreOf } from './score'
import { planOf, wholeProgram } from './whole-program'

export type Proof = {
  dual: DualRows
  question: Question
  /** by choice, how much less than `against` a plan with it can reach at least */
  loss: Float64Array
  against: number
  plan: Int32Array
  /** by level; that of the question falls as it is proven */
  bounds: number[]
  solve: SolveWhole
  /** seconds left, asked again before each programme */
  left: () => number
  tell: () => void
}

/** Columns of the first programme; and of the last one that ends in time and does not take gigabytes. */
const NEAR = 6_000
const MOST = 30_000
const NEAR_SHARE = 0.4

/**
 * Proves a level, or bounds it as far as time allows, by two programmes: the first over the choices that lose least
 * against the bound, which finds a plan close to it; the second over all that lose no more than is still between that
 * plan and the bound, which are few then, and with which it is proven. Answers the best plan found for the exhibitors
 * that were counted: the given one when none is better.
 */
export function proveLevel(compiled: Compiled, proof: Proof): Int32Array {
  const { question, loss, against, plan, bounds, left } = proof
  const { level, counted } = question
  const reachedBy = (found: Int32Array) => scoreOf(compiled, found)[level] ?? 0
  let best: Int32Array = plan.map((choice, exhibitor) => (counted[at(compiled.kindOf, exhibitor)] ? choice : -1))
  const bound = () => bounds[level] ?? Infinity
  const run = (within: number, seconds: number) => {
    const alive = question.alive.map((one, choice) => (one && at(loss, choice) <= within ? 1 : 0))
    for (const choice of best) if (choice >= 0) alive[choice] = 1
    const { program, choices } = wholeProgram(compiled, proof.dual, { ...question, alive }, best)
    const take = (x: Float64Array) => {
      const found = planOf(compiled, choices, x)
      if (reachedBy(found) > reachedBy(best)) best = found
    }
    // a plan with any choice that loses more reaches no more than this
    const outside = Math.floor(against - within + SLACK * (1 + Math.abs(against)))
    const fall = (told: number) => {
      const to = Math.max(reachedBy(best), outside, Math.floor(told + SLACK * (1 + Math.abs(told))))
      if (to >= bound()) return
      bounds[level] = to
      proof.tell()
    }
    const solved = proof.solve(program, { seconds, seed: compiled.seed, onBetter: take, onBound: fall })
    if (solved.x) take(solved.x)
    fall(solved.status === 'stopped' ? solved.bound : reachedBy(best))
  }
  const room = () => against - reachedBy(best) + SLACK * (1 + Math.abs(against))
  const near = lossOfNearest(compiled, question, loss)
  if (near < room()) run(near, left() * NEAR_SHARE)
  if (bound() > reachedBy(best) && left() > 0 && countWithin(compiled, question, loss, room()) <= MOST) run(room(), left())
  return best
}

const SLACK = 1e-7

const isCounted = ({ kindOfChoice }: Compiled, { alive, counted }: Question, choice: number) =>
  alive[choice] === 1 && counted[at(kindOfChoice, choice)] === 1

function countWithin(compiled: Compiled, question: Question, loss: Float64Array, within: number): number {
  let count = 0
  for (let choice = 0; choice < loss.length; choice += 1)
    if (at(loss, choice) <= within && isCounted(compiled, question, choice)) count += 1
  return count
}

/** The loss up to which there are about so many choices. */
function lossOfNearest(compiled: Compiled, question: Question, loss: Float64Array): number {
  const sorted = loss.filter((_, choice) => isCounted(compiled, question, choice)).sort()
  return sorted.length <= NEAR ? Infinity : at(sorted, NEAR)
}
