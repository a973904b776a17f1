import { db } from '~/db.server'
import { Exact } from '../exact'
import type { Rulebook } from '../rulebook'
import { type TeamStanding, teamStandings } from './team-standings'
import { teamsOf } from './teams-of.server'

/** Teams by the published totals of a stage; empty where the rulebook has none. Teams and entries by id. */
export async function publishedTeams(
  eventId: string,
  rulebook: Rulebook,
  rows: readonly { entryId: string; total: string | null }[],
): Promise<TeamStanding[]> {
  if (!rulebook.teams) return []
  const teamOf = await teamsOf(
    db,
    eventId,
    rulebook.teams.field,
    rows.map(({ entryId }) => entryId),
  )
  return teamStandings(
    rulebook,
    rows.map(({ entryId, total }) => ({ entry: entryId, exact: { total: total === null ? null : Exact.of(total) } })),
    teamOf,
  )
}
