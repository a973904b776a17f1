import { type Compiled, at } from './compiled'
import { inWords, namesOf, reasons, wishesInWords } from './explain'
import { type AllocationProblem, DECIMALS, type LevelName } from './problem'
import { scoreOf } from './score'
import type { Found } from './solve-levels'

export type ByLevel = Partial<Record<LevelName, number>>

export type Allocation = {
  /** `infeasible` only when pins cannot hold together; everybody else can always be left out */
  status: 'optimal' | 'feasible' | 'infeasible'
  placements: { exhibitor: string; cells: string[]; value: number; why: string }[]
  unplaced: { exhibitor: string; why: string }[]
  /** tier-regret: the sum over all tiers, of which the highest counts first */
  objective: ByLevel
  /** by level what no plan passes that keeps the levels before it */
  bound: ByLevel
  /** at the first level that is not proven, of the tiers the first that is not: |bound − objective| / max(1, |bound|) */
  gap: number
  /** with tier-regret: the regret of each tier, the highest first */
  tierRegret?: { objective: number[]; bound: number[] }
}

/** What is said about a plan; rows in the order of the exhibitors' ids. */
export function answerOf(problem: AllocationProblem, compiled: Compiled, { plan, bounds }: Found): Allocation {
  const why = reasons(compiled, plan).map((reason) => inWords(reason, problem.tiers))
  const nameOf = (exhibitor: number) => compiled.exhibitors[exhibitor]?.id ?? ''
  const placements: Allocation['placements'] = []
  const unplaced: Allocation['unplaced'] = []
  for (const [exhibitor, choice] of plan.entries()) {
    if (choice < 0) unplaced.push({ exhibitor: nameOf(exhibitor), why: why[exhibitor] ?? '' })
    else {
      const wishes = wishesInWords(compiled, exhibitor, choice)
      placements.push({
        exhibitor: nameOf(exhibitor),
        cells: namesOf(compiled, at(compiled.block, choice)),
        value: shown(at(compiled.value, choice) / compiled.unit),
        why: wishes === '' ? (why[exhibitor] ?? '') : `${why[exhibitor] ?? ''}; ${wishes}`,
      })
    }
  }
  const figures = figuresOf(compiled, plan, bounds)
  const open = figures.find(({ objective, bound }) => objective !== bound)
  return {
    status: open ? 'feasible' : 'optimal',
    placements,
    unplaced,
    ...byLevel(figures),
    gap: open ? Math.abs(open.bound - open.objective) / Math.max(1, Math.abs(open.bound)) : 0,
    ...tierRegret(figures),
  }
}

/** The answer when pins contradict each other: nobody is placed, and each exhibitor is told which pins. */
export function infeasibleAnswer({ objective }: AllocationProblem, { exhibitors, broken }: Compiled): Allocation {
  const zero = (): ByLevel => Object.fromEntries(objective.map((level) => [level, 0]))
  const why = `the pins cannot all hold: ${broken.join('; ')}`
  return {
    status: 'infeasible',
    placements: [],
    unplaced: exhibitors.map(({ id }) => ({ exhibitor: id, why })),
    objective: zero(),
    bound: zero(),
    gap: 0,
  }
}

type Figures = { name: LevelName; objective: number; bound: number }

function figuresOf(compiled: Compiled, plan: Int32Array, bounds: readonly number[]): Figures[] {
  const score = scoreOf(compiled, plan)
  return compiled.levels.map(({ name, tier }, level) => {
    const unit = name === 'placed' ? 1 : compiled.unit
    const own = score[level] ?? 0
    // a level nothing is known of is bounded by everybody's first choice
    const most = Math.max(own, Math.min(bounds[level] ?? Infinity, everybodysBest(compiled, name, tier)))
    // the regret is what their first choices are worth less what a tier gets
    const best = name === 'tier-regret' ? askedOf(compiled, tier) : 0
    return name === 'tier-regret'
      ? { name, objective: shown((best - own) / unit), bound: shown((best - most) / unit) }
      : { name, objective: shown(own / unit), bound: shown(most / unit) }
  })
}

/** The values of the first choices of a tier’s exhibitors, whether they can be had or not. */
const askedOf = ({ kinds }: Compiled, tier: number) =>
  kinds.reduce((sum, kind) => sum + (kind.tier === tier ? (kind.asked.values[0] ?? 0) * kind.members.length : 0), 0)

function everybodysBest({ kinds, value }: Compiled, name: LevelName, tier: number): number {
  return kinds.reduce((sum, { start, end, members, pinned, tier: own }) => {
    if (end === start || (name === 'tier-regret' && own !== tier)) return sum
    const best = name === 'placed' ? 1 : at(value, start)
    return sum + members.length * (pinned ? best : Math.max(0, best))
  }, 0)
}

function byLevel(figures: readonly Figures[]): Pick<Allocation, 'objective' | 'bound'> {
  const objective: ByLevel = {}
  const bound: ByLevel = {}
  for (const { name, ...one } of figures) {
    objective[name] = shown((objective[name] ?? 0) + one.objective)
    bound[name] = shown((bound[name] ?? 0) + one.bound)
  }
  return { objective, bound }
}

function tierRegret(figures: readonly Figures[]): Pick<Allocation, 'tierRegret'> {
  const tiers = figures.filter(({ name }) => name === 'tier-regret')
  if (tiers.length === 0) return {}
  return { tierRegret: { objective: tiers.map(({ objective }) => objective), bound: tiers.map(({ bound }) => bound) } }
}

const shown = (value: number) => Math.round(value * 10 ** DECIMALS) / 10 ** DECIMALS + 0
