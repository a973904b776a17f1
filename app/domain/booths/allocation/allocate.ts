import type { SolveWhole } from '~/gateways/solver.server'
import { invariant } from '~/invariant'
import { type Allocation, answerOf, infeasibleAnswer } from './answer'
import { compile } from './compile'
import { planFaults } from './plan-faults'
import type { AllocationProblem } from './problem'
import { solveLevels } from './solve-levels'

export type AllocateTools = {
  solve: SolveWhole
  /** seconds since the work began */
  elapsed: () => number
  /** told of the best answer so far, a few times a second at most; none of the rest is lost when the work is cut off */
  tell?: ((answer: () => Allocation) => void) | undefined
}

/**
 * Gives booths to exhibitors: the best plan by the levels of the objective in their order, with what bounds it. The
 * same problem and seed give the same answer, whatever the order of their rows, unless the time limit cuts in.
 */
export function allocate(problem: AllocationProblem, { solve, elapsed, tell }: AllocateTools): Allocation {
  const compiled = compile(problem)
  if (compiled.broken.length > 0) return infeasibleAnswer(problem, compiled)
  const found = solveLevels(compiled, {
    solve,
    elapsed,
    seconds: problem.timeLimitSeconds,
    tell: (so) => tell?.(() => answerOf(problem, compiled, so)),
  })
  const faults = planFaults(compiled, found.plan)
  invariant(faults.length === 0, `a plan breaks the rules: ${faults.slice(0, 3).join('; ')}`)
  return answerOf(problem, compiled, found)
}
