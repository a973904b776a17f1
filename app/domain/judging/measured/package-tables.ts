import { packageTable } from '../package-table'
import type { Rulebook } from '../rulebook'
import { type RecordProblem, type RecordedValue, isRecorded, itemsOf, refuseRecorded } from './recorded-points'

/** `measurements.csv`: what was recorded once for all judges; `item` is a fault, otherwise empty. `entries` are the works there are, if that is known. */
export function readMeasurements(
  text: string,
  rulebook: Rulebook,
  entries: ReadonlySet<string> | null,
  problems: string[],
): RecordedValue[] {
  const criteria = new Map(rulebook.criteria.map((criterion) => [criterion.id, criterion]))
  const lineOf = new Map<string, number>()
  return packageTable('measurements.csv', text, ['entry', 'criterion', 'item', 'value'], problems).flatMap(
    ({ line, cells: [entry = '', criterionId = '', item = '', value = ''] }) => {
      const report = (message: string) => {
        problems.push(`measurements.csv:${line}: ${message}`)
        return []
      }
      const record = { entry, criterion: criterionId, item, value: value === '' ? null : value }
      const key = JSON.stringify([entry, criterionId, item])
      const first = lineOf.get(key)
      const criterion = criteria.get(criterionId)
      if (entry === '') return report('the entry is missing')
      if (entries && !entries.has(entry)) return report(`${entry} is not in entries.csv`)
      if (first !== undefined)
        return report(`${item ? `${item} of ${criterionId}` : criterionId} of ${entry} stands in line ${first} already`)
      lineOf.set(key, line)
      const refusal = refuseRecorded(criterion, record)
      if (!refusal) return [record]
      return report(
        say(
          refusal,
          record,
          criterion && isRecorded(criterion) ? itemsOf(criterion) : [...criteria.values()].filter(isRecorded).map(({ id }) => id),
        ),
      )
    },
  )
}

function say(refusal: RecordProblem, { criterion, item, value }: RecordedValue, known: readonly string[]): string {
  switch (refusal) {
    case 'unknown-criterion':
      return `${criterion || 'the criterion'} is not recorded under this rulebook; recorded are ${known.join(', ') || 'none'}`
    case 'unknown-item':
      return `${criterion} has no item “${item}”; it has ${known.map((one) => one || 'the empty one').join(', ')}`
    case 'negative':
      return `${value} is less than nothing`
    default:
      return `“${value}” is not a decimal number such as 312.4`
  }
}

/** `teams.csv`: the team each entry counts for. */
export function readTeams(text: string, entries: ReadonlySet<string>, problems: string[]): Map<string, string> {
  const teams = new Map<string, string>()
  for (const { line, cells } of packageTable('teams.csv', text, ['entry', 'team'], problems)) {
    const [entry = '', team = ''] = cells
    if (!entries.has(entry)) problems.push(`teams.csv:${line}: ${entry || 'the entry'} is not among the entries`)
    else if (teams.has(entry)) problems.push(`teams.csv:${line}: ${entry} has a team already`)
    else if (team !== '') teams.set(entry, team)
  }
  return teams
}
