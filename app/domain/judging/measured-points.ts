import { Exact } from './exact'
import type { MeasuredCriterion } from './rulebook'

/**
 * The points a measured quantity earns. A line runs from `from` (worth `at`) to `to` (worth `then`) and is flat
 * beyond both; a table gives the points of the highest threshold that was reached, and below its lowest threshold
 * the points of that lowest one. Counted faults are several quantities and no matter of this: it throws on them.
 */
export function measuredPoints({ measured: { points } }: MeasuredCriterion, value: Exact): Exact {
  if ('deductions' in points) throw new RangeError('counted faults are not one quantity')
  return 'linear' in points ? pointsOnLine(points.linear, value) : pointsInTable(points.table, value)
}

function pointsOnLine(line: { from: number; at: number; to: number; then: number }, value: Exact): Exact {
  const [from, at, to, then] = [Exact.of(line.from), Exact.of(line.at), Exact.of(line.to), Exact.of(line.then)]
  const way = value.minus(from).over(to.minus(from))
  if (way.compare(Exact.zero) <= 0) return at
  if (way.compare(Exact.of(1)) >= 0) return then
  return at.plus(then.minus(at).times(way))
}

function pointsInTable(table: Record<string, number>, value: Exact): Exact {
  const rows = Object.entries(table)
    .map(([threshold, points]) => ({ threshold: Exact.of(threshold), points: Exact.of(points) }))
    .sort((a, b) => a.threshold.compare(b.threshold))
  const reached = rows.findLast(({ threshold }) => threshold.compare(value) <= 0)
  return (reached ?? rows[0])?.points ?? Exact.zero
}
