import { Exact } from '../exact'
import { type Criterion, type Rulebook, isMeasured } from '../rulebook'

/** The most that one criterion can earn, before its weight. */
export function fullMarks(criterion: Criterion): Exact {
  if (!isMeasured(criterion)) return Exact.of(criterion.max)
  const { points } = criterion.measured
  if ('deductions' in points) return Exact.of(points.deductions.from)
  const marks = 'linear' in points ? [points.linear.at, points.linear.then] : Object.values(points.table)
  return Exact.of(Math.max(...marks))
}

/** The most that a module's criteria earn together, each times its weight. */
export function fullModule({ criteria }: Rulebook, module: string): Exact {
  return Exact.sum(
    criteria.filter((criterion) => criterion.module === module).map((criterion) => fullMarks(criterion).times(Exact.of(criterion.weight))),
  )
}

/**
 * What each criterion is worth of the whole, for pictures and tables: its weight, or where there are modules its part
 * of its module's share.
 */
export function worthOf(rulebook: Rulebook): number[] {
  const { modules, criteria } = rulebook
  return criteria.map((criterion) => {
    const own = modules?.find(({ id }) => id === criterion.module)
    if (!own) return criterion.weight
    return fullMarks(criterion).times(Exact.of(criterion.weight)).times(Exact.of(own.share)).over(fullModule(rulebook, own.id)).toNumber()
  })
}

/**
 * Modules out of 100 and the total by their shares: module = 100 × Σ weighted / its full marks, rounded by `module`; total
 * = Σ share % × module, rounded by `total`. Null while a module is incomplete.
 */
export function scoreModules(
  rulebook: Rulebook,
  weighted: ReadonlyMap<string, Exact>,
): { modules: Map<string, Exact>; total: Exact | null } {
  const { modules = [], criteria, rounding } = rulebook
  const mode = rounding?.mode ?? 'half-up'
  const scores = new Map<string, Exact>()
  for (const { id } of modules) {
    const own = criteria.filter(({ module }) => module === id)
    const parts = own.flatMap((criterion) => weighted.get(criterion.id) ?? [])
    if (parts.length !== own.length) continue
    scores.set(id, Exact.sum(parts).times(Exact.of(100)).over(fullModule(rulebook, id)).round(rounding?.module, mode))
  }
  if (scores.size !== modules.length) return { modules: scores, total: null }
  const total = Exact.sum(modules.map(({ id, share }) => (scores.get(id) ?? Exact.zero).times(Exact.of(share)).over(100)))
  return { modules: scores, total: total.round(rounding?.total, mode) }
}
