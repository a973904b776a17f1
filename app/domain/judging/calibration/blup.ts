import { factorise, inverse, solveLower, solveUpper } from './cholesky'
import { emptyEquations, fillEquations } from './judge-equations'
import type { MarksMatrix } from './marks-matrix'
import { add, at, mean } from './typed-arrays'

export type BlupFit = {
  /** γ_g + θ̂_i by work and b̂_j by judge, standardised */
  works: Float64Array
  biases: Float64Array
  /** variances of works, judges and single marks, standardised */
  workVariance: number
  judgeVariance: number
  noiseVariance: number
}

const FLOOR = 1e-8

/**
 * y_ij = γ_g(i) + θ_i + b_j + ε_ij with random θ, b, ε: best linear unbiased prediction, variances by EM (Laird and
 * Ware 1982; for reviewers of papers Lawrence and Cortes, NeurIPS 2014), here with a term for each group.
 */
export function fitBlup(matrix: MarksMatrix, { iterations = 100, tolerance = 1e-6 } = {}): BlupFit {
  const { y, judges, entries } = matrix
  const slope = new Float64Array(judges.length).fill(1)
  const precision = new Float64Array(y.length)
  const equations = emptyEquations(matrix, matrix.groups)
  let fit: BlupFit = {
    works: new Float64Array(entries.length),
    biases: new Float64Array(judges.length),
    workVariance: 0.5,
    judgeVariance: 0.2,
    noiseVariance: 0.3,
  }
  for (let round = 0; round < iterations; round += 1) {
    for (let k = 0; k < y.length; k += 1) precision[k] = at(matrix.share, k) / fit.noiseVariance
    fillEquations(equations, matrix, slope, precision, fit.workVariance)
    const { left, right, groups } = equations
    for (let u = 0; u < left.size; u += 1) add(left.values, u * left.size + u, u < groups ? FLOOR : 1 / fit.judgeVariance)
    factorise(left)
    solveLower(left, right)
    solveUpper(left, right)
    const next = improve(matrix, equations.right, inverse(left), fit, precision)
    const moved =
      Math.abs(next.workVariance - fit.workVariance) +
      Math.abs(next.judgeVariance - fit.judgeVariance) +
      Math.abs(next.noiseVariance - fit.noiseVariance)
    fit = next
    if (moved < tolerance) break
  }
  return fit
}

/** One EM step: predictions under the present variances, and the variances that make them likeliest. */
function improve(matrix: MarksMatrix, solution: Float64Array, covariance: Float64Array, old: BlupFit, precision: Float64Array): BlupFit {
  const { entries, judges, start, judge, y, group, groups, share } = matrix
  const size = groups + judges.length
  const works = new Float64Array(entries.length)
  let workSquares = 0
  let noiseSquares = 0
  for (let i = 0; i < entries.length; i += 1) {
    const [from, to] = [at(start, i), at(start, i + 1)]
    let weight = 0
    for (let k = from; k < to; k += 1) weight += at(precision, k)
    const own = 1 / (1 / old.workVariance + weight)
    const unknowns = [at(group, i)]
    const loads = [own * weight]
    let theta = 0
    for (let k = from; k < to; k += 1) {
      const part = own * at(precision, k)
      theta += part * (at(y, k) - at(solution, at(group, i)) - at(solution, groups + at(judge, k)))
      unknowns.push(groups + at(judge, k))
      loads.push(part)
    }
    works[i] = at(solution, at(group, i)) + theta
    workSquares += theta * theta + own + quadratic(covariance, size, unknowns, loads)
    for (let k = from; k < to; k += 1) {
      const at1 = k - from + 1
      const shifted = loads.map((load, n) => (n === 0 || n === at1 ? load - 1 : load))
      const rest = at(y, k) - at(solution, at(group, i)) - at(solution, groups + at(judge, k)) - theta
      noiseSquares += at(share, k) * (rest * rest + own + quadratic(covariance, size, unknowns, shifted))
    }
  }
  const biases = solution.slice(groups)
  let biasSquares = 0
  for (let j = 0; j < judges.length; j += 1) biasSquares += at(biases, j) ** 2 + at(covariance, (groups + j) * size + groups + j)
  return {
    works,
    biases,
    workVariance: Math.max(FLOOR, workSquares / (entries.length || 1)),
    judgeVariance: Math.max(FLOOR, biasSquares / (judges.length || 1)),
    noiseVariance: Math.max(FLOOR, noiseSquares / (y.length || 1)),
  }
}

function quadratic(covariance: Float64Array, size: number, unknowns: readonly number[], loads: readonly number[]): number {
  let sum = 0
  for (let m = 0; m < unknowns.length; m += 1) {
    for (let n = 0; n < unknowns.length; n += 1)
      sum += (loads[m] ?? 0) * (loads[n] ?? 0) * at(covariance, (unknowns[m] ?? 0) * size + (unknowns[n] ?? 0))
  }
  return sum
}

/** The calibrated totals of BLUP, in points, for a panel whose judges are on average as strict as these. */
export function blupScores(matrix: MarksMatrix): Float64Array {
  const { works, biases } = fitBlup(matrix)
  const level = mean(biases)
  return works.map((value) => matrix.centre + matrix.scale * (value + level))
}
