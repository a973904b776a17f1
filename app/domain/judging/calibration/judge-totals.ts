import { Exact } from '../exact'
import { measuredPoints } from '../measured-points'
import { type Rulebook, isMeasured } from '../rulebook'
import type { StageMark } from '../gather-sheets'
import type { JudgeTotal } from './marks-matrix'

/** A sheet weighs at least this much, or a criterion that hardly parts works would weigh nothing. */
const LEAST_SHARE = 0.05

type Judged = { id: string; weight: number; mean: number; spread: number }
type Sheet = { entry: string; judge: string; marks: Map<string, number> }

/**
 * Each judge’s weighted total of each work, whatever the rulebook later drops. What an instrument measured is the
 * work’s and enters all its totals alike (the mean, where several wrote it down; what is recorded once for all judges says nothing about them and
 * stays out). On a partial sheet a missing mark is
 * taken to stand as high among the marks of its criterion as those given stand among theirs (in standard deviations,
 * heavier criteria counting more); `share` is the portion of the full sheet’s weight that was given, and so the weight
 * the total has. Sheets without a judged mark, and marks of judges who stood aside, count nothing.
 */
export function judgeTotals(
  rulebook: Rulebook,
  marks: readonly StageMark[],
  recusals: readonly { entry: string; judge: string }[] = [],
): JudgeTotal[] {
  const aside = new Set(recusals.map(keyOf))
  const counted = marks.filter((mark) => !aside.has(keyOf(mark)))
  const measured = measuredParts(rulebook, counted)
  const judged = rulebook.criteria.filter((criterion) => !isMeasured(criterion)).map(({ id, weight }) => ({ id, weight }))
  const weights = new Map(judged.map(({ id, weight }) => [id, weight]))
  const sheets = new Map<string, Sheet>()
  for (const { entry, judge, criterion, score } of counted) {
    const value = Exact.parse(score)
    if (!value || !weights.has(criterion)) continue
    const sheet = sheets.get(keyOf({ entry, judge })) ?? { entry, judge, marks: new Map<string, number>() }
    sheet.marks.set(criterion, value.toNumber())
    sheets.set(keyOf({ entry, judge }), sheet)
  }
  const known = judged.map(({ id, weight }): Judged => ({ id, weight, ...levelOf([...sheets.values()], id) }))
  return [...sheets.values()].map(({ entry, judge, marks: own }) => {
    const { total, share } = fillSheet(known, own)
    return { entry, judge, share, total: total + (measured.get(entry) ?? 0) }
  })
}

/** The sheet’s total and how much of a full one was given. */
function fillSheet(criteria: readonly Judged[], own: ReadonlyMap<string, number>): { total: number; share: number } {
  let [total, weightGiven, weightAll, height] = [0, 0, 0, 0]
  for (const { id, weight, mean, spread } of criteria) {
    const mark = own.get(id)
    weightAll += weight * spread
    if (mark === undefined) continue
    total += weight * mark
    weightGiven += weight * spread
    height += weight * (mark - mean)
  }
  if (own.size === criteria.length) return { total, share: 1 }
  const standing = weightGiven > 0 ? height / weightGiven : 0
  for (const { id, weight, mean, spread } of criteria) if (!own.has(id)) total += weight * (mean + spread * standing)
  // marks that are all alike have no spread to weigh by: then criteria count by number
  const share = weightGiven > 0 ? weightGiven / weightAll : own.size / criteria.length
  return { total, share: Math.max(LEAST_SHARE, share) }
}

function levelOf(sheets: readonly Sheet[], criterion: string): { mean: number; spread: number } {
  const values = sheets.flatMap(({ marks }) => marks.get(criterion) ?? [])
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1)
  return { mean, spread: Math.sqrt(square) }
}

/** By work, Σ weight × points of what was measured. */
function measuredParts(rulebook: Rulebook, marks: readonly StageMark[]): Map<string, number> {
  const parts = new Map<string, number>()
  for (const criterion of rulebook.criteria.filter(isMeasured).filter(({ measured: { source } }) => source === undefined)) {
    const points = new Map<string, number[]>()
    for (const { entry, criterion: id, score } of marks) {
      const value = id === criterion.id ? Exact.parse(score) : null
      if (value) points.set(entry, [...(points.get(entry) ?? []), measuredPoints(criterion, value).toNumber()])
    }
    for (const [entry, values] of points) {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      parts.set(entry, (parts.get(entry) ?? 0) + criterion.weight * mean)
    }
  }
  return parts
}

const keyOf = ({ entry, judge }: { entry: string; judge: string }) => JSON.stringify([entry, judge])
