import { Exact } from './exact'
import { isRecorded } from './measured/recorded-points'
import { measuredPoints } from './measured-points'
import { type Rulebook, isMeasured } from './rulebook'

/** One judge's mark for one criterion of one work, as decimal text: what was entered is what counts. */
export type StageMark = { entry: string; judge: string; criterion: string; score: string }

/** What a judge gave a work, by the position of the criterion in the rulebook; undefined where nothing was given. */
export type Sheet = readonly (Exact | undefined)[]

/** The sheets of one work by judge, in the order of judge ids, so that the order in which marks arrived decides nothing. */
export type Sheets = ReadonlyMap<string, Sheet>

type MarkProblem = 'unknown-entry' | 'unknown-criterion' | 'not-for-judges' | 'not-a-number' | 'marked-twice'

/**
 * Every entry's sheets by entry id, an entry nobody marked with none. Marks of recused judges are left out; a mark that
 * cannot stand is told to `report` and left out (one given twice: the later stands).
 */
export function gatherSheets(
  rulebook: Rulebook,
  entries: readonly { id: string }[],
  marks: readonly StageMark[],
  recusals: readonly { entry: string; judge: string }[],
  report: (mark: StageMark, reason: MarkProblem) => void,
): ReadonlyMap<string, Sheets> {
  const sheetsOf = new Map(entries.map(({ id }) => [id, new Map<string, (Exact | undefined)[]>()]))
  const positions = new Map(rulebook.criteria.map((criterion, at) => [criterion.id, { criterion, at }]))
  const blank = new Array<undefined>(rulebook.criteria.length).fill(undefined)
  const recused = new Map<string, Set<string>>()
  for (const { entry, judge } of recusals) recused.set(entry, (recused.get(entry) ?? new Set()).add(judge))
  // a judge gives one of a few marks, thousands of times
  const read = new Map<string, Exact | null>()
  for (const mark of marks) {
    const sheets = sheetsOf.get(mark.entry)
    const position = positions.get(mark.criterion)
    let value = read.get(mark.score)
    if (value === undefined) read.set(mark.score, (value = Exact.parse(mark.score)))
    if (!sheets) report(mark, 'unknown-entry')
    else if (!position) report(mark, 'unknown-criterion')
    else if (isRecorded(position.criterion)) report(mark, 'not-for-judges')
    else if (!value) report(mark, 'not-a-number')
    else if (!recused.get(mark.entry)?.has(mark.judge)) {
      let sheet = sheets.get(mark.judge)
      if (!sheet) sheets.set(mark.judge, (sheet = [...blank]))
      if (sheet[position.at]) report(mark, 'marked-twice')
      sheet[position.at] = isMeasured(position.criterion) ? measuredPoints(position.criterion, value) : value
    }
  }
  for (const [entry, sheets] of sheetsOf)
    if (!isOrdered(sheets)) sheetsOf.set(entry, new Map([...sheets].sort(([a], [b]) => (a < b ? -1 : 1))))
  return sheetsOf
}

function isOrdered(sheets: Sheets): boolean {
  let before = ''
  for (const judge of sheets.keys()) {
    if (judge < before) return false
    before = judge
  }
  return true
}
