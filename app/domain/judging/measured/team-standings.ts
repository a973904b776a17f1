import { partition } from '../break-tie'
import { Exact } from '../exact'
import type { Rulebook } from '../rulebook'

/** A team’s place. `total` is the sum of its best entries; null when it has fewer than the rulebook asks for. */
export type TeamStanding = { team: string; total: string | null; rank: number | null; entries: string[] }

type Placed = { entry: string; exact: { total: Exact | null } }

/**
 * Teams by the sum of their `best` totals, 1-1-3; equal sums go by the better best entry, then share the rank. Teams with
 * fewer entries that have a total stand last, without a rank. Sorted by rank, then name (by code unit).
 */
export function teamStandings(rulebook: Rulebook, scores: readonly Placed[], teamOf: ReadonlyMap<string, string>): TeamStanding[] {
  const { teams, rounding } = rulebook
  if (!teams) return []
  const members = new Map<string, Placed[]>()
  for (const score of scores) {
    const team = teamOf.get(score.entry)
    if (team) members.set(team, [...(members.get(team) ?? []), score])
  }
  const sums = [...members]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([team, own]) => {
      const placed = own
        .flatMap(({ entry, exact: { total } }) => (total ? [{ entry, total }] : []))
        .sort((a, b) => b.total.compare(a.total) || (a.entry < b.entry ? -1 : 1))
        .slice(0, teams.best)
      const full = placed.length === teams.best
      return {
        team,
        sum: full ? Exact.sum(placed.map(({ total }) => total)) : null,
        best: placed[0]?.total ?? null,
        entries: placed.map(({ entry }) => entry),
      }
    })
  const ranked = sums.flatMap(({ sum, best, ...team }) => (sum && best ? [{ ...team, sum, best }] : []))
  const result: TeamStanding[] = []
  for (const equal of partition(ranked, (a, b) => b.sum.compare(a.sum) || b.best.compare(a.best))) {
    const rank = result.length + 1
    for (const { team, sum, entries } of equal) result.push({ team, total: sum.toText(rounding?.total), rank, entries })
  }
  return [...result, ...sums.flatMap(({ team, sum, entries }) => (sum ? [] : [{ team, total: null, rank: null, entries }]))]
}
