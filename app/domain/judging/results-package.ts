import { type CalibratedResult, calibratedResults } from './calibration/calibrated-results'
import { type ValueRefusal, refuseValue } from './mark'
import { clockTimes, isRecorded } from './measured/recorded-points'
import { readMeasurements, readTeams } from './measured/package-tables'
import { type SingleStanding, singleStandings } from './measured/single-standings'
import { type TeamStanding, teamStandings } from './measured/team-standings'
import { packageTable } from './package-table'
import { rankStage } from './rank'
import { readRulebook } from './read-rulebook'
import { canonicalRulebook } from './rulebook-hash'
import type { QuotaStanding } from './quota'
import type { VoteCounts } from './votes/count-votes'
import { recomputeVotes } from './votes/recompute-votes'
import { type Criterion, type Rulebook, isMeasured } from './rulebook'
import type { StageMark } from './gather-sheets'
import { type ScoreProblem, type StageEntry, scoreStage } from './score-stage'

/** The texts of a results package; `entries` is null where the package has one category and no such file. */
export type PackageTexts = {
  rulebook: string
  scores: string
  entries: string | null
  /** works the chair placed, best first; null where nothing was left to the chair */
  chair?: string | null
  /** what was recorded once for all judges; null where nothing was */
  measurements?: string | null
  /** the team of each entry; null where there are none */
  teams?: string | null
} & Partial<VotePackage>

/** The texts of a vote, alone or before the marks; null where nothing was decided about border works. */
export type VotePackage = { ballot: string | null; votes: string | null; votesChair: string | null; moves: string | null }

export type PackageResult = {
  entry: string
  category: string
  criteria: Record<string, string>
  /** where the rulebook has modules: each out of 100 */
  modules?: Record<string, string>
  total: string | null
  rank: number | null
  judges: number
  /** of a vote, with what the work then stands at */
  votes?: VoteCounts
  standing?: QuotaStanding
}

/** What `recompute` prints. */
export type RecomputedPackage = {
  rulebookHash: string
  results: PackageResult[]
  /** where the rulebook ranks single items and teams */
  singles?: SingleStanding[]
  teams?: TeamStanding[]
  /** the vote that came before the marks */
  firstPass?: { ballotHash: string; results: PackageResult[] }
  calibrated?: CalibratedResult[]
}

/** `notes` say what of the calibrated layer could not be told, a sentence each. */
export type Recomputed = { ok: true; output: RecomputedPackage; notes: string[] } | { ok: false; problems: string[] }

/** The category of every work in a package without `entries.csv`. */
export const ONLY_CATEGORY = 'all'

/**
 * Computes a published stage again from its results package. Problems are one line each, `file:line: what is wrong`;
 * nothing is computed while there is one. `sha256` hashes UTF-8 text to lower-case hex; `calibrated` adds that layer.
 */
export function recomputePackage(texts: PackageTexts, sha256: (text: string) => string, { calibrated = false } = {}): Recomputed {
  const read = readRulebook(texts.rulebook)
  if (!read.ok) {
    return {
      ok: false,
      problems: read.problems.map(({ line, col, message }) => `rulebook.yaml:${line}:${col}: ${message}`),
    }
  }
  const problems: string[] = []
  const listed = texts.entries === null ? null : readEntries(texts.entries, problems)
  const { marks, seen } = readScores(texts.scores, read.rulebook, listed, problems)
  const entries = listed ?? [...seen].map((id): StageEntry => ({ id, category: ONLY_CATEGORY }))
  const known = new Set(entries.map(({ id }) => id))
  const recorded = texts.measurements ? readMeasurements(texts.measurements, read.rulebook, listed ? known : null, problems) : []
  for (const { entry } of recorded) {
    if (known.has(entry)) continue
    known.add(entry)
    entries.push({ id: entry, category: ONLY_CATEGORY })
  }
  const teamOf = texts.teams ? readTeams(texts.teams, known, problems) : new Map<string, string>()
  const chairOrder = texts.chair ? readChair(texts.chair, known, problems) : []
  const { scores, problems: unscorable } = scoreStage(read.rulebook, entries, marks, [], recorded)
  if (problems.length === 0) problems.push(...unscorable.map(describeProblem))
  if (problems.length > 0) return { ok: false, problems }
  const results = rankStage(read.rulebook, scores, {
    chairOrder,
    times: clockTimes(read.rulebook, recorded),
  }).map(({ entry, category, criteria, modules, total, rank, judges }) => ({
    entry,
    category,
    criteria,
    ...(modules ? { modules } : {}),
    total,
    rank,
    judges,
  }))
  const rulebookHash = sha256(canonicalRulebook(read.document))
  const firstPass = votesOf(texts, entries, sha256, problems)
  if (problems.length > 0) return { ok: false, problems }
  const output = {
    rulebookHash,
    results,
    ...(read.rulebook.singles ? { singles: singleStandings(read.rulebook, scores, recorded) } : {}),
    ...(read.rulebook.teams ? { teams: teamStandings(read.rulebook, scores, teamOf) } : {}),
    ...(firstPass ? { firstPass: { ballotHash: firstPass.rulebookHash, results: firstPass.results } } : {}),
  }
  if (!calibrated) return { ok: true, output, notes: [] }
  const layer = calibratedResults(read.rulebook, entries, marks, rulebookHash)
  return { ok: true, output: { ...output, calibrated: layer.results }, notes: layer.notes }
}

/** A stage that only votes: its whole result is the count. */
export function recomputeVotePackage(texts: VotePackage & Pick<PackageTexts, 'entries'>, sha256: (text: string) => string): Recomputed {
  const problems: string[] = []
  const listed = texts.entries === null ? null : readEntries(texts.entries, problems)
  const output = votesOf(texts, listed, sha256, problems)
  if (output && problems.length === 0) return { ok: true, output, notes: [] }
  return { ok: false, problems }
}

function votesOf(
  { ballot, votes, votesChair, moves }: Partial<VotePackage>,
  entries: readonly StageEntry[] | null,
  sha256: (text: string) => string,
  problems: string[],
) {
  if (!ballot || !votes) return null
  return recomputeVotes({ ballot, votes, order: votesChair ?? null, moves: moves ?? null }, entries, sha256, problems)
}

function readChair(text: string, known: ReadonlySet<string>, problems: string[]): string[] {
  const order: string[] = []
  for (const { line, cells } of packageTable('chair.csv', text, ['entry'], problems)) {
    const [id = ''] = cells
    if (!known.has(id)) problems.push(`chair.csv:${line}: ${id || 'the entry'} is not among the works`)
    else if (order.includes(id)) problems.push(`chair.csv:${line}: ${id} is placed twice`)
    else order.push(id)
  }
  return order
}

function readEntries(text: string, problems: string[]): StageEntry[] {
  const categories = new Map<string, string>()
  for (const { line, cells } of packageTable('entries.csv', text, ['entry', 'category'], problems)) {
    const [id = '', category = ''] = cells
    if (id === '') problems.push(`entries.csv:${line}: the entry is missing`)
    else if (categories.has(id)) problems.push(`entries.csv:${line}: ${id} is listed twice`)
    categories.set(id, category)
  }
  return [...categories].map(([id, category]) => ({ id, category }))
}

function readScores(text: string, rulebook: Rulebook, listed: StageEntry[] | null, problems: string[]) {
  const known = listed && new Set(listed.map(({ id }) => id))
  const criteria = new Map(rulebook.criteria.map((criterion) => [criterion.id, criterion]))
  const marks: StageMark[] = []
  const seen = new Set<string>()
  const lineOf = new Map<string, number>()
  for (const { line, cells } of packageTable('scores.csv', text, ['entry', 'judge', 'criterion', 'score'], problems)) {
    const [entry = '', judge = '', criterionId = '', score = ''] = cells
    const criterion = criteria.get(criterionId)
    const key = JSON.stringify([entry, judge, criterionId])
    const first = lineOf.get(key)
    const report = (message: string) => problems.push(`scores.csv:${line}: ${message}`)
    if (entry === '' || judge === '') report('entry and judge are both needed')
    else if (known && !known.has(entry)) report(`${entry} is not in entries.csv`)
    else if (!criterion) report(`the rulebook has no criterion ${criterionId}; it has ${[...criteria.keys()].join(', ')}`)
    else if (isRecorded(criterion)) report(`${criterionId} is recorded once for all judges: its values stand in measurements.csv`)
    else if (first !== undefined) report(`${judge} already marked ${criterionId} of ${entry} in line ${first}`)
    else {
      lineOf.set(key, line)
      seen.add(entry)
      const refusal = score === '' ? null : refuseValue(criterion, score)
      if (refusal) report(describeValue(criterion, score, refusal))
      else if (score !== '') marks.push({ entry, judge, criterion: criterionId, score })
    }
  }
  return { marks, seen }
}

function describeValue(criterion: Criterion, score: string, refusal: ValueRefusal): string {
  if (refusal === 'not-a-number') return `“${score}” is not a decimal number such as 7.5`
  if (isMeasured(criterion)) return `${score} cannot be a measured value of ${criterion.id}: at most five digits and three decimals`
  const { id, min, max, step } = criterion
  if (refusal === 'out-of-range') return `${score} is outside the marks of ${id}, ${min} to ${max}`
  return `${score} is not on a step of ${id}: ${min} to ${max} by ${step}`
}

function describeProblem({ entry, judge, criterion, reason }: ScoreProblem): string {
  if (reason === 'partial-sheet') {
    return `scores.csv: ${judge} did not mark ${criterion} of ${entry}; where judges’ totals are dropped, a sheet has to be complete`
  }
  if (reason === 'not-recorded')
    return `measurements.csv: ${criterion} of ${entry} is missing, so it has no total; an empty value says that it did not take part`
  if (reason === 'criterion-unmarked') return `scores.csv: nobody marked ${criterion} of ${entry}, so it has no total`
  return `scores.csv: ${entry}, ${judge}, ${criterion}: ${reason}`
}
