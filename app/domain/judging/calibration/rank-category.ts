import type { CalibratedEntry } from './calibrated-layer'
import type { MarksMatrix } from './marks-matrix'
import type { PanelDraws } from './panel-model'
import { rankDraws } from './rank-draws'
import { at } from './typed-arrays'

/** A ranked work; `work` is its index in the matrix. */
export type RankedByDraws = CalibratedEntry & { score: number; rank: number; work: number }

/**
 * The works of one category (`members`, indices) in the order of their scores, as printed: equal scores share a rank.
 * Works with the same marks of the same judges (`evidence`) are given the same score and chance.
 */
export function rankCategory(
  matrix: MarksMatrix,
  draws: PanelDraws,
  evidence: readonly string[],
  category: string,
  members: readonly number[],
  places: number | null,
): RankedByDraws[] {
  // marks that never differ leave nothing to tell works apart by
  const flat = matrix.y.every((value) => value === 0)
  // two decimals of a 100-point scale, or as fine on a finer one
  const decimals = Math.min(10, Math.max(2, 2 - Math.floor(Math.log10(matrix.scale))))
  const scoreOf = alike(members, evidence, (work) => (flat ? matrix.centre : at(draws.scores, work)))
  const scores = new Map(members.map((work) => [work, Number(scoreOf(work).toFixed(decimals))]))
  const score = (work: number) => scores.get(work) ?? 0
  const order = [...members].sort((a, b) => score(b) - score(a) || a - b)
  const last = places !== null && places < order.length ? (order[places - 1] ?? null) : null
  const drawn = new Map(rankDraws(draws, matrix.entries.length, members, places, last).map((one, m) => [members[m] ?? 0, one]))
  const chance = alike(members, evidence, (work) => drawn.get(work)?.inQuota ?? 0)
  let rank = 0
  return order.map((work, place): RankedByDraws => {
    const own = drawn.get(work)
    if (place === 0 || score(order[place - 1] ?? 0) !== score(work)) rank = place + 1
    const [low, high] = own?.interval ?? [rank, rank]
    return {
      work,
      entry: matrix.entries[work] ?? '',
      category,
      score: score(work),
      rank,
      interval: flat ? [1, members.length] : [Math.min(low, rank), Math.max(high, rank)],
      inQuota: places === null ? null : flat ? Math.min(1, places / members.length) : chance(work),
      beatsCut: own?.beatsCut ?? null,
      judges: at(matrix.start, work + 1) - at(matrix.start, work),
    }
  })
}

/** What of a work the model sees, as text: works of which it sees the same are told the same. */
export function evidenceOf({ entries, start, judge, y, share, group }: MarksMatrix): string[] {
  return entries.map((_, i) => {
    const marks = Array.from({ length: at(start, i + 1) - at(start, i) }, (__, n) => at(start, i) + n)
    return [at(group, i), ...marks.flatMap((k) => [at(judge, k), at(y, k), at(share, k)])].join(' ')
  })
}

/** The mean over all works of the same evidence. */
function alike(members: readonly number[], evidence: readonly string[], value: (work: number) => number): (work: number) => number {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const work of members) {
    const known = sums.get(evidence[work] ?? '') ?? { sum: 0, count: 0 }
    sums.set(evidence[work] ?? '', { sum: known.sum + value(work), count: known.count + 1 })
  }
  return (work) => {
    const { sum, count } = sums.get(evidence[work] ?? '') ?? { sum: 0, count: 1 }
    return sum / count
  }
}
