import { Exact } from './exact'
import type { Rulebook } from './rulebook'

/**
 * Leaves out the highest and lowest values, from `fromJudges` values on; below that nothing. Among equal values
 * the earlier in `marks` counts as the lower, so that the choice depends on the caller's order alone.
 */
export function dropExtremes(marks: readonly { judge: string; value: Exact }[], drop: Rulebook['drop']) {
  const sorted = [...marks].sort((a, b) => a.value.compare(b.value))
  const applies = drop !== undefined && sorted.length >= drop.fromJudges
  const [low, high] = applies ? [drop.low, drop.high] : [0, 0]
  const end = sorted.length - high
  return {
    values: sorted.slice(low, end).map(({ value }) => value),
    dropped: [
      ...sorted.slice(0, low).map(({ judge }) => ({ judge, side: 'low' as const })),
      ...sorted.slice(end).map(({ judge }) => ({ judge, side: 'high' as const })),
    ],
  }
}

/** Mean (the default) or median, exact; the median of an even count is the mean of the middle two. Throws on no values. */
export function averageOf(values: readonly Exact[], average: Rulebook['average']): Exact {
  if (average !== 'median') return Exact.sum(values).over(values.length)
  const sorted = [...values].sort((a, b) => a.compare(b))
  const upper = Math.floor(sorted.length / 2)
  return averageOf(sorted.slice(sorted.length % 2 === 0 ? upper - 1 : upper, upper + 1), 'mean')
}
