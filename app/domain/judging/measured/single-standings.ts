import { partition } from '../break-tie'
import { Exact } from '../exact'
import type { Rulebook } from '../rulebook'
import type { EntryScore } from '../score-stage'
import { type RecordedValue, clockTimes } from './recorded-points'

/** An entry’s place in one single item, such as threading. Entries that did not earn it completely are left out. */
export type SingleStanding = { single: string; category: string; entry: string; points: string; rank: number }

/**
 * The single items of the rulebook: Σ weight × points of the item’s criteria, rounded as a total; equal points go by the
 * shorter time in those criteria, then share the rank. In the order of the rulebook, by category, rank and entry.
 */
export function singleStandings(rulebook: Rulebook, scores: readonly EntryScore[], recorded: readonly RecordedValue[]): SingleStanding[] {
  const { singles = [], rounding } = rulebook
  const mode = rounding?.mode ?? 'half-up'
  return singles.flatMap((single) => {
    const own = rulebook.criteria.filter(({ id }) => single.criteria.includes(id))
    const times = clockTimes({ ...rulebook, criteria: own }, recorded)
    const placed = scores.flatMap(({ entry, category, exact }) => {
      const parts = own.flatMap(({ id, weight }) => exact.criteria.get(id)?.times(Exact.of(weight)) ?? [])
      if (parts.length !== own.length) return []
      return [
        {
          entry,
          category,
          points: Exact.sum(parts).round(rounding?.total, mode),
          time: times.get(entry) ?? Infinity,
        },
      ]
    })
    const categories = partition(placed, (a, b) => order(a.category, b.category))
    return categories.flatMap((category) => {
      const result: SingleStanding[] = []
      for (const equal of partition(category, (a, b) => b.points.compare(a.points) || sooner(a.time, b.time))) {
        const rank = result.length + 1
        for (const { entry, category: of, points } of [...equal].sort((a, b) => order(a.entry, b.entry)))
          result.push({
            single: single.id,
            category: of,
            entry,
            points: points.toText(rounding?.total),
            rank,
          })
      }
      return result
    })
  })
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const sooner = (a: number, b: number) => (a === b ? 0 : a - b)
