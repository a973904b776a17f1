import { allocateBooths } from '~/domain/booths/allocation/allocate-booths.server'
import type { Allocation } from '~/domain/booths/allocation/answer'
import type { AllocationProblem } from '~/domain/booths/allocation/problem'
import { type Instance, instance } from './allocation/instances'

const VALUE: AllocationProblem['objective'] = ['placed', 'value']
const TIERS: AllocationProblem['objective'] = ['placed', 'tier-regret', 'value']
const INSTANCES: Instance[] = [
  { name: 'rows-84', shape: 'rows', fill: '84%', objective: VALUE },
  { name: 'rows-95', shape: 'rows', fill: '95%', objective: VALUE },
  { name: 'islands-95', shape: 'islands', fill: '95%', objective: VALUE },
  { name: 'rows-84-tiers', shape: 'rows', fill: '84%', objective: TIERS },
  { name: 'rows-95-tiers', shape: 'rows', fill: '95%', objective: TIERS },
  { name: 'islands-95-tiers', shape: 'islands', fill: '95%', objective: TIERS },
]
const SECONDS = 120
const GOAL = 0.01
const SAMPLE_MS = 100
const SEED = 1

/**
 * Solves each instance in its thread and prints what it reached, what bounds it, the gap, when the gap first was 1%,
 * and the peak of the process's memory. A regret is a small number, so its gap is that of the value that is given up;
 * `valueGap` holds the same difference against the value the tier gets, which compares with other figures.
 */
export async function* run({ instances = INSTANCES, seconds = SECONDS } = {}): AsyncIterable<object> {
  for (const of of instances) {
    const problem = instance(of, SEED, seconds)
    let peak = 0
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS)
    const began = performance.now()
    const elapsed = () => Math.round((performance.now() - began) / 100) / 10
    let within: number | null = null
    const look = (answer: Allocation) => {
      if (within === null && answer.objective.placed === problem.exhibitors.length && answer.gap <= GOAL) within = elapsed()
    }
    const answer = await allocateBooths(problem, look)
    look(answer)
    clearInterval(watch)
    yield {
      bench: 'allocation',
      instance: of.name,
      status: answer.status,
      objective: answer.objective,
      bound: answer.bound,
      gap: rounded(answer.gap),
      ...(answer.tierRegret && { tierRegret: answer.tierRegret, valueGap: valueGap(problem, answer) }),
      secondsToOnePercent: within,
      seconds: elapsed(),
      peakMB: Math.round(peak / 1e6),
    }
  }
}

/** At the first tier not proven, how much more value no plan can pass, against what the tier gets at most. */
function valueGap({ exhibitors, tiers }: AllocationProblem, { tierRegret }: Allocation): number {
  const open = tierRegret?.objective.findIndex((regret, tier) => regret !== tierRegret.bound[tier]) ?? -1
  if (!tierRegret || open < 0) return 0
  const [least, above] = [tiers[open] ?? -Infinity, tiers[open - 1] ?? Infinity]
  const best = exhibitors
    .filter(({ points = 0 }) => points >= least && points < above)
    .reduce((sum, { placements = [] }) => sum + Math.max(0, ...placements.map(({ value }) => value)), 0)
  const bound = tierRegret.bound[open] ?? 0
  return rounded(((tierRegret.objective[open] ?? 0) - bound) / (best - bound))
}

const rounded = (value: number) => Math.round(value * 1e5) / 1e5
