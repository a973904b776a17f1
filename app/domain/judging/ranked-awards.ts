import { categoryFor } from './quota'
import type { Award } from './section'

/** A work of the last published ranking. `rank` counts within `category`; null when it has none. */
export type RankedWork = { entry: string; group: string; track: string | null; category: string; rank: number | null }

/** An award that the ranking alone decides, to the people who made the work. */
export const isByRanking = ({ by, to, from, for: item }: Award): boolean => by === 'ranking' && to === 'authors' && !from && !item

/**
 * Which work has earned which award, by entry: awards in the order of the file take the next ranks, one award a work.
 * Nothing is awarded across a tie that the ranking left open, nor where works were not ranked against one another.
 */
export function rankedAwards(awards: readonly Award[], works: readonly RankedWork[]): Map<string, string> {
  const given = new Map<string, string>()
  const undecided = new Set<string>()
  for (const award of awards.filter(isByRanking)) {
    for (const [scope, members] of scopesOf(award, works)) {
      if (undecided.has(scope)) continue
      const waiting = members.filter(({ entry }) => !given.has(entry))
      const winners = waiting.slice(0, award.count ?? waiting.length)
      const next = waiting[winners.length]
      if (next && winners.at(-1)?.rank === next.rank) {
        undecided.add(scope)
        continue
      }
      for (const { entry } of winners) given.set(entry, award.id)
    }
  }
  return given
}

/** Works in which an award is given out together, by rank; a scope whose works were ranked apart is left out. */
function scopesOf({ per, groups }: Award, works: readonly RankedWork[]): Map<string, RankedWork[]> {
  const scopes = new Map<string, RankedWork[]>()
  for (const work of works) {
    if (work.rank === null || (groups && !groups.includes(work.group))) continue
    const scope = categoryFor(per, work)
    scopes.set(scope, [...(scopes.get(scope) ?? []), work])
  }
  for (const [scope, members] of scopes) {
    if (new Set(members.map(({ category }) => category)).size > 1) scopes.delete(scope)
    else members.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  }
  return scopes
}
