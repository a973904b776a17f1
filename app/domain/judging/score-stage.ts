import { averageOf, dropExtremes } from './drop-and-average'
import { Exact } from './exact'
import { type Sheet, type Sheets, type StageMark, gatherSheets } from './gather-sheets'
import { scoreModules } from './measured/module-scores'
import { type RecordProblem, type RecordedValue, isRecorded, recordedPoints, refuseRecorded } from './measured/recorded-points'
import type { Criterion, Rulebook } from './rulebook'

/** A work in the stage; works of one category are ranked against each other. */
export type StageEntry = { id: string; category: string }

export type ScoreProblem = { entry: string; judge: string; criterion: string } & {
  reason:
    | 'unknown-entry'
    | 'unknown-criterion'
    | 'not-a-number'
    | 'marked-twice'
    | 'partial-sheet'
    | 'criterion-unmarked'
    /** a judge's mark for what is recorded once for all */
    | 'not-for-judges'
    | 'not-recorded'
    | RecordProblem
}

/** A mark or a judge's total that the rulebook leaves out of the average. `criterion` is null where totals are dropped. */
export type DroppedMark = { judge: string; criterion: string | null; side: 'high' | 'low' }

export type EntryScore = {
  entry: string
  category: string
  /** by criterion id: the average after its rounding, unweighted; a criterion nobody marked is absent */
  criteria: Record<string, string>
  /** by module id, out of 100; absent where the rulebook has no modules */
  modules?: Record<string, string>
  total: string | null
  /** how many judges scored the work, before dropping */
  judges: number
  dropped: DroppedMark[]
  /** what ranking compares; the texts above are the same numbers, printed */
  exact: {
    total: Exact | null
    criteria: Map<string, Exact>
    /** empty where the rulebook has no modules */
    modules: Map<string, Exact>
    /** the mean of all judges with nothing dropped and nothing rounded on the way */
    undroppedMean: Exact | null
    /** Σ weight × mark of every judge who marked all criteria, by judge */
    sheets: Map<string, Exact>
    /** judges who marked some of the criteria and not all */
    partial: string[]
    /** the lowest single mark, before dropping */
    lowest: Exact | null
  }
}

type Weighted = { criterion: Criterion; weight: Exact }

/**
 * The official score of every work, exactly as the rulebook says. Marks of recused judges do not count. `scores`
 * follows the order of `entries`; `problems` lists what the rulebook calls an error, and nothing may be published
 * while it is not empty (a partial sheet is left out of the totals shown meanwhile). What was recorded once for all
 * judges stands on every judge's sheet alike, so that dropping and averaging leave it as it is.
 */
export function scoreStage(
  rulebook: Rulebook,
  entries: readonly StageEntry[],
  marks: readonly StageMark[],
  recusals: readonly { entry: string; judge: string }[] = [],
  recorded: readonly RecordedValue[] = [],
): { scores: EntryScore[]; problems: ScoreProblem[] } {
  const problems: ScoreProblem[] = []
  const pointsOf = recordedPoints(rulebook, soundRecords(rulebook, entries, recorded, problems))
  const sheetsOf = gatherSheets(rulebook, entries, marks, recusals, ({ entry, judge, criterion }, reason) =>
    problems.push({ entry, judge, criterion, reason }),
  )
  const weighted = rulebook.criteria.map((criterion) => ({ criterion, weight: Exact.of(criterion.weight) }))
  const scores = entries.map((entry) =>
    scoreEntry(rulebook, weighted, entry, sheetsOf.get(entry.id) ?? new Map(), pointsOf.get(entry.id) ?? new Map(), problems),
  )
  return { scores, problems }
}

/** The records that can stand; the others are reported. */
function soundRecords(
  rulebook: Rulebook,
  entries: readonly StageEntry[],
  recorded: readonly RecordedValue[],
  problems: ScoreProblem[],
): RecordedValue[] {
  const known = new Set(entries.map(({ id }) => id))
  const criteria = new Map(rulebook.criteria.map((criterion) => [criterion.id, criterion]))
  const seen = new Set<string>()
  return recorded.filter((record) => {
    const { entry, criterion, item } = record
    const key = JSON.stringify([entry, criterion, item])
    const reason = !known.has(entry) ? 'unknown-entry' : seen.has(key) ? 'recorded-twice' : refuseRecorded(criteria.get(criterion), record)
    seen.add(key)
    if (reason) problems.push({ entry, judge: '', criterion, reason })
    return reason === null
  })
}

function scoreEntry(
  rulebook: Rulebook,
  weighted: readonly Weighted[],
  entry: StageEntry,
  sheets: Sheets,
  recorded: ReadonlyMap<string, Exact>,
  problems: ScoreProblem[],
): EntryScore {
  const judged = recorded.size === 0 ? sheets : withRecorded(weighted, sheets, recorded)
  const full = fullSheets(weighted, judged)
  const byTotal = rulebook.drop?.level === 'total'
  const outcome = byTotal ? scoreByTotals(rulebook, weighted, judged, full) : scoreByCriteria(rulebook, weighted, judged, recorded)
  for (const [judge, sheet] of judged) {
    const missing = byTotal && !full.has(judge) && weighted.find(({ criterion }, at) => !sheet[at] && !isRecorded(criterion))
    if (missing) problems.push({ entry: entry.id, judge, criterion: missing.criterion.id, reason: 'partial-sheet' })
  }
  for (const { criterion } of weighted) {
    if (judged.size === 0 && recorded.size === 0) break
    if (isRecorded(criterion) ? recorded.has(criterion.id) : outcome.criteria.has(criterion.id) || (byTotal && judged.size > 0)) continue
    problems.push({
      entry: entry.id,
      judge: '',
      criterion: criterion.id,
      reason: isRecorded(criterion) ? 'not-recorded' : 'criterion-unmarked',
    })
  }
  const { criterion: criterionDecimals, module: moduleDecimals, total: totalDecimals } = rulebook.rounding ?? {}
  const texts = (values: ReadonlyMap<string, Exact>, decimals: number | undefined) =>
    Object.fromEntries([...values].map(([id, value]) => [id, value.toText(decimals)]))
  return {
    entry: entry.id,
    category: entry.category,
    criteria: texts(outcome.criteria, criterionDecimals),
    ...(rulebook.modules ? { modules: texts(outcome.modules, moduleDecimals) } : {}),
    total: outcome.total?.toText(totalDecimals) ?? null,
    judges: byTotal ? full.size : judged.size,
    dropped: outcome.dropped,
    exact: {
      total: outcome.total,
      criteria: outcome.criteria,
      modules: outcome.modules,
      undroppedMean: outcome.undroppedMean,
      sheets: full,
      partial: full.size === judged.size ? [] : [...judged.keys()].filter((judge) => !full.has(judge)),
      lowest: lowestOf(sheets),
    },
  }
}

function lowestOf(sheets: Sheets): Exact | null {
  let lowest: Exact | null = null
  for (const sheet of sheets.values()) for (const mark of sheet) if (mark && (!lowest || mark.compare(lowest) < 0)) lowest = mark
  return lowest
}

/** What was recorded once stands on every judge's sheet alike. */
function withRecorded(weighted: readonly Weighted[], sheets: Sheets, recorded: ReadonlyMap<string, Exact>): Sheets {
  const complete = (sheet: Sheet) => weighted.map(({ criterion }, at) => recorded.get(criterion.id) ?? sheet[at])
  return new Map([...sheets].map(([judge, sheet]) => [judge, complete(sheet)]))
}

type Outcome = Pick<EntryScore, 'dropped'> & Pick<EntryScore['exact'], 'total' | 'criteria' | 'modules' | 'undroppedMean'>

/** Per criterion: drop, average, round, times weight, round; then the sum, rounded, or the modules by their shares. */
function scoreByCriteria(rulebook: Rulebook, weighted: readonly Weighted[], sheets: Sheets, recorded: ReadonlyMap<string, Exact>): Outcome {
  const { rounding, drop, average } = rulebook
  const mode = rounding?.mode ?? 'half-up'
  const criteria = new Map<string, Exact>()
  const dropped: DroppedMark[] = []
  const parts = new Map<string, Exact>()
  const undropped = new Map<string, Exact>()
  for (const [at, { criterion, weight }] of weighted.entries()) {
    const once = recorded.get(criterion.id)
    const marks = once
      ? [{ judge: '', value: once }]
      : [...sheets].flatMap(([judge, sheet]) => {
          const value = sheet[at]
          return value ? [{ judge, value }] : []
        })
    if (marks.length === 0) continue
    const kept = dropExtremes(marks, drop)
    dropped.push(...kept.dropped.map((mark) => ({ ...mark, criterion: criterion.id })))
    const value = averageOf(kept.values, average).round(rounding?.criterion, mode)
    criteria.set(criterion.id, value)
    parts.set(criterion.id, value.times(weight).round(rounding?.weighted, mode))
    undropped.set(
      criterion.id,
      averageOf(
        marks.map((mark) => mark.value),
        'mean',
      ).times(weight),
    )
  }
  const complete = parts.size === weighted.length
  if (rulebook.modules) {
    const exactly = scoreModules({ ...rulebook, rounding: undefined }, undropped)
    return { criteria, dropped, ...scoreModules(rulebook, parts), undroppedMean: exactly.total }
  }
  return {
    criteria,
    modules: new Map(),
    dropped,
    total: complete ? Exact.sum([...parts.values()]).round(rounding?.total, mode) : null,
    undroppedMean: complete ? Exact.sum([...undropped.values()]) : null,
  }
}

/** Each judge's total, rounded; drop, average, round. The criteria are averages over the judges that were kept. */
function scoreByTotals(rulebook: Rulebook, weighted: readonly Weighted[], sheets: Sheets, full: Map<string, Exact>): Outcome {
  const { rounding, drop, average } = rulebook
  const mode = rounding?.mode ?? 'half-up'
  const totals = [...full].map(([judge, total]) => ({ judge, value: total.round(rounding?.weighted, mode) }))
  if (totals.length === 0) return { criteria: new Map(), modules: new Map(), dropped: [], total: null, undroppedMean: null }
  const kept = dropExtremes(totals, drop)
  const out = new Set(kept.dropped.map(({ judge }) => judge))
  const keptSheets = totals.flatMap(({ judge }) => (out.has(judge) ? [] : [sheets.get(judge) ?? []]))
  const criteria = weighted.map(({ criterion }, at): [string, Exact] => {
    const marks = keptSheets.map((sheet) => sheet[at]).filter((mark) => mark !== undefined)
    return [criterion.id, averageOf(marks, average).round(rounding?.criterion, mode)]
  })
  return {
    criteria: new Map(criteria),
    modules: new Map(),
    dropped: kept.dropped.map((total) => ({ ...total, criterion: null })),
    total: averageOf(kept.values, average).round(rounding?.total, mode),
    undroppedMean: averageOf(
      totals.map(({ value }) => value),
      'mean',
    ),
  }
}

function fullSheets(weighted: readonly Weighted[], sheets: Sheets): Map<string, Exact> {
  const full = new Map<string, Exact>()
  for (const [judge, sheet] of sheets) {
    const parts: Exact[] = []
    for (let at = 0; at < weighted.length; at += 1) {
      const [mark, weight] = [sheet[at], weighted[at]?.weight]
      if (mark && weight) parts.push(mark.times(weight))
    }
    if (parts.length === weighted.length) full.set(judge, Exact.sum(parts))
  }
  return full
}
