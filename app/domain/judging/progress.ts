import type { Rulebook } from './rulebook'

export type ProgressInput = {
  /** scoring judges of the panel */
  judges: readonly string[]
  entries: readonly string[]
  criteria: readonly string[]
  marks: readonly { judge: string; entry: string; criterion: string }[]
  recusals: readonly { judge: string; entry: string }[]
  /** which works each judge was given; a judge who is not listed was given all of them */
  assigned?: ReadonlyMap<string, ReadonlySet<string>>
}

/** Counts of works: given to the judge, marked on every criterion, marked in part. `share` is 0 to 1, 1 for none given. */
export type JudgeProgress = {
  judge: string
  expected: number
  complete: number
  partial: number
  recused: number
  share: number
}

/** Counts of judges. `missing` and `partial` name those whose sheet for this work is empty or not full. */
export type WorkProgress = {
  entry: string
  expected: number
  complete: number
  partial: string[]
  missing: string[]
  recused: string[]
}

export type Progress = {
  judges: JudgeProgress[]
  works: WorkProgress[]
  expected: number
  complete: number
  share: number
}

/** How far a stage is, by judge and by work, in the order given. Recused works are not expected, whatever was marked. */
export function progressOf({ judges, entries, criteria, marks, recusals, assigned }: ProgressInput): Progress {
  const pair = (judge: string, entry: string) => `${judge}\u0000${entry}`
  const recused = new Set(recusals.map(({ judge, entry }) => pair(judge, entry)))
  const known = new Set(criteria)
  const marked = new Map<string, Set<string>>()
  for (const { judge, entry, criterion } of marks) {
    if (!known.has(criterion)) continue
    const key = pair(judge, entry)
    const sheet = marked.get(key)
    if (sheet) sheet.add(criterion)
    else marked.set(key, new Set([criterion]))
  }
  const byJudge = judges.map((judge): JudgeProgress => ({
    judge,
    expected: 0,
    complete: 0,
    partial: 0,
    recused: 0,
    share: 1,
  }))
  const works = entries.map((entry) => {
    const work: WorkProgress = { entry, expected: 0, complete: 0, partial: [], missing: [], recused: [] }
    for (const row of byJudge) {
      const given = assigned?.get(row.judge)
      if (given && !given.has(entry)) continue
      if (recused.has(pair(row.judge, entry))) {
        row.recused += 1
        work.recused.push(row.judge)
        continue
      }
      const done = marked.get(pair(row.judge, entry))?.size ?? 0
      row.expected += 1
      work.expected += 1
      if (done >= known.size) {
        row.complete += 1
        work.complete += 1
      } else if (done > 0) {
        row.partial += 1
        work.partial.push(row.judge)
      } else work.missing.push(row.judge)
    }
    return work
  })
  for (const row of byJudge) row.share = share(row.complete, row.expected)
  const expected = byJudge.reduce((sum, row) => sum + row.expected, 0)
  const complete = byJudge.reduce((sum, row) => sum + row.complete, 0)
  return { judges: byJudge, works, expected, complete, share: share(complete, expected) }
}

const share = (complete: number, expected: number) => (expected === 0 ? 1 : complete / expected)

export type ClosingObstacle =
  { reason: 'partial-sheet' | 'absent'; judge: string; entry: string } | { reason: 'unscored' | 'needs-substitute'; entry: string }

/**
 * What keeps a stage from closing under its rulebook. A sheet begun and not finished always does where judges'
 * totals are dropped; empty sheets, unmarked works and recusals only where the rulebook says so.
 */
export function closingObstacles(rulebook: Rulebook, { works }: Progress, panelSize: number): ClosingObstacle[] {
  const { drop, absence, unscored, recusal } = rulebook
  return works.flatMap(({ entry, partial, missing, complete, expected, recused }) => {
    const obstacles: ClosingObstacle[] = []
    if (drop?.level === 'total' || absence === 'wait') {
      obstacles.push(...partial.map((judge): ClosingObstacle => ({ reason: 'partial-sheet', judge, entry })))
    }
    if (absence === 'wait') obstacles.push(...missing.map((judge): ClosingObstacle => ({ reason: 'absent', judge, entry })))
    if (unscored === 'wait' && complete + partial.length === 0) obstacles.push({ reason: 'unscored', entry })
    if (recusal === 'substitute' && recused.length > 0 && expected < panelSize) obstacles.push({ reason: 'needs-substitute', entry })
    return obstacles
  })
}
