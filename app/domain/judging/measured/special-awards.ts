import type { Award } from '../section'
import type { SingleStanding } from './single-standings'
import type { TeamStanding } from './team-standings'

export type SpecialStandings = { singles: readonly SingleStanding[]; teams: readonly TeamStanding[] }

/** Awards that go by a single item or by teams rather than by the total. */
export const isSpecial = ({ by, for: item }: Award): boolean => by === 'ranking' && item !== undefined

/**
 * Who earns the awards for single items and teams: the first `count` places of each category; a team's award goes to
 * everybody whose total is in its sum. Nothing is given across a tie that the last place would cut.
 */
export function specialAwards(awards: readonly Award[], { singles, teams }: SpecialStandings): { entry: string; award: string }[] {
  return awards.filter(isSpecial).flatMap((award) => {
    const own = singles.filter(({ single }) => single === award.for)
    const lists =
      award.for === 'teams'
        ? [teams.map(({ rank, entries }) => ({ rank, entries }))]
        : [...new Set(own.map(({ category }) => category))].map((of) =>
            own.flatMap(({ category, rank, entry }) => (category === of ? [{ rank, entries: [entry] }] : [])),
          )
    return lists.flatMap((list) =>
      winners(list, award.count).flatMap(({ entries }) => entries.map((entry) => ({ entry, award: award.id }))),
    )
  })
}

/** The first `count` of a list in the order of rank; those who share a rank with the first that is left out get nothing. */
function winners<Row extends { rank: number | null }>(list: readonly Row[], count: number | undefined): Row[] {
  const placed = list.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  const next = count === undefined ? undefined : placed[count]
  return placed.slice(0, count).filter(({ rank }) => rank !== next?.rank)
}
