import type { Reader } from '~/db.server'
import { scoreStage } from '../score-stage'
import { stageSheets } from '../stage-sheets.server'
import { singleStandings } from './single-standings'
import type { SpecialStandings } from './special-awards'
import { stageMeasurements } from './stage-measurements.server'
import { teamStandings } from './team-standings'
import { teamsOf } from './teams-of.server'

/** Single items and teams of a stage as the marks and records stand, among the entries of a version of its result. */
export async function specialStandings(
  reader: Reader,
  eventId: string,
  stageId: string,
  entries: readonly { entry: string; category: string }[],
  now: Date,
): Promise<SpecialStandings> {
  const { rulebook, marks, recusals } = await stageSheets(reader, eventId, stageId, 'mark')
  const inVersion = new Set(entries.map(({ entry }) => entry))
  const recorded = (await stageMeasurements(reader, eventId, stageId, rulebook, now)).filter(({ entry }) => inVersion.has(entry))
  const { scores } = scoreStage(
    rulebook,
    entries.map(({ entry, category }) => ({ id: entry, category })),
    marks.filter(({ entry }) => inVersion.has(entry)),
    recusals.map(({ seatId, entryId }) => ({ entry: entryId, judge: seatId })),
    recorded,
  )
  const teamOf = rulebook.teams ? await teamsOf(reader, eventId, rulebook.teams.field, [...inVersion]) : new Map<string, string>()
  return { singles: singleStandings(rulebook, scores, recorded), teams: teamStandings(rulebook, scores, teamOf) }
}
