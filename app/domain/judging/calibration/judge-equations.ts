import type { Square } from './cholesky'
import type { MarksMatrix } from './marks-matrix'
import { add, at } from './typed-arrays'

/**
 * The normal equations of (γ, b) in y_ij = b_j + a_j (γ_g(i) + θ_i) + ε_ij once the works’ own part θ is integrated
 * out: per work V⁻¹ = P − P a aᵀ P / (1/σθ² + aᵀ P a) with P the diagonal of its marks’ precisions. The first
 * `groups` unknowns are γ, then come the judges.
 */
export type JudgeEquations = { left: Square; right: Float64Array; groups: number }

export function emptyEquations({ judges }: MarksMatrix, groups: number): JudgeEquations {
  const size = groups + judges.length
  return { left: { size, values: new Float64Array(size * size) }, right: new Float64Array(size), groups }
}

/** Fills in what the marks say; the caller adds the priors. `slope` is by judge, `precision` by mark. */
export function fillEquations(
  { left, right, groups }: JudgeEquations,
  { entries, start, judge, y, group }: MarksMatrix,
  slope: Float64Array,
  precision: Float64Array,
  workVariance: number,
): void {
  const { size, values } = left
  values.fill(0)
  right.fill(0)
  for (let i = 0; i < entries.length; i += 1) {
    const [from, to] = [at(start, i), at(start, i + 1)]
    let weight = 0
    let pull = 0
    for (let k = from; k < to; k += 1) {
      const a = at(slope, at(judge, k))
      weight += at(precision, k) * a * a
      pull += at(precision, k) * a * at(y, k)
    }
    const total = 1 / workVariance + weight
    const kept = 1 / (workVariance * total)
    const g = at(group, i)
    if (groups > 0) {
      add(values, g * size + g, weight * kept)
      add(right, g, pull * kept)
    }
    for (let k = from; k < to; k += 1) {
      const row = groups + at(judge, k)
      const pa = at(precision, k) * at(slope, at(judge, k))
      add(right, row, at(precision, k) * at(y, k) - (pa * pull) / total)
      add(values, row * size + row, at(precision, k))
      if (groups > 0) add(values, row * size + g, pa * kept)
      // a work's judges stand in ascending order: this stays in the lower triangle
      for (let l = from; l <= k; l += 1) {
        const other = at(judge, l)
        add(values, row * size + groups + other, -(pa * at(precision, l) * at(slope, other)) / total)
      }
    }
  }
}
