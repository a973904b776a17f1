import type { MarksMatrix } from './marks-matrix'
import { add, at, mean } from './typed-arrays'

const SLOPE_PRIOR = 20
const NOISE_PRIOR = 20
const DEGREES = 4

/**
 * One factor with shrinkage, y_ij = m_j + a_j θ_i + ε_ij, θ ~ N(0, 1), by EM: each judge’s slope is drawn to the
 * panel’s by κ = 20 marks, each judge’s noise to the panel’s by ν = 20. `robust` weighs marks as a t with four
 * degrees of freedom would. Kept to be compared with; scores in points.
 */
export function factorScores(matrix: MarksMatrix, { robust = false, iterations = 60 } = {}): Float64Array {
  const { entries, judges, start, judge, y, share } = matrix
  const level = new Float64Array(judges.length)
  const slope = new Float64Array(judges.length).fill(0.7)
  const noise = new Float64Array(judges.length).fill(0.5)
  const theta = new Float64Array(entries.length)
  const spread = new Float64Array(entries.length)
  const weight = share.slice()
  const counts = new Float64Array(judges.length)
  for (let k = 0; k < y.length; k += 1) {
    add(counts, at(judge, k), 1)
    add(level, at(judge, k), at(y, k))
  }
  for (let j = 0; j < judges.length; j += 1) level[j] = at(level, j) / at(counts, j)
  for (let round = 0; round < iterations; round += 1) {
    for (let i = 0; i < entries.length; i += 1) {
      let precision = 1
      let pull = 0
      for (let k = at(start, i); k < at(start, i + 1); k += 1) {
        const j = at(judge, k)
        const part = (at(weight, k) * at(slope, j)) / at(noise, j)
        precision += part * at(slope, j)
        pull += part * (at(y, k) - at(level, j))
      }
      spread[i] = 1 / precision
      theta[i] = pull / precision
    }
    const pooled = mean(slope)
    const sums = {
      w: new Float64Array(judges.length),
      t: new Float64Array(judges.length),
      tt: new Float64Array(judges.length),
      y: new Float64Array(judges.length),
      ty: new Float64Array(judges.length),
      rss: new Float64Array(judges.length),
    }
    eachMark(matrix, (i, k, j) => {
      const w = at(weight, k)
      add(sums.w, j, w)
      add(sums.t, j, w * at(theta, i))
      add(sums.tt, j, w * (at(theta, i) ** 2 + at(spread, i)))
      add(sums.y, j, w * at(y, k))
      add(sums.ty, j, w * at(theta, i) * at(y, k))
    })
    for (let j = 0; j < judges.length; j += 1) {
      const [w, t, tt] = [at(sums.w, j), at(sums.t, j), at(sums.tt, j) + SLOPE_PRIOR]
      const ty = at(sums.ty, j) + SLOPE_PRIOR * pooled
      const determinant = w * tt - t * t
      slope[j] = (w * ty - t * at(sums.y, j)) / determinant
      level[j] = (tt * at(sums.y, j) - t * ty) / determinant
    }
    let all = 0
    eachMark(matrix, (i, k, j) => {
      const rest = at(y, k) - at(level, j) - at(slope, j) * at(theta, i)
      const square = at(weight, k) * (rest * rest + at(slope, j) ** 2 * at(spread, i))
      add(sums.rss, j, square)
      all += square
      if (robust) weight[k] = (at(share, k) * (DEGREES + 1)) / (DEGREES + (rest * rest) / at(noise, j))
    })
    const pooledNoise = Math.max(1e-8, all / y.length)
    for (let j = 0; j < judges.length; j += 1) noise[j] = (at(sums.rss, j) + NOISE_PRIOR * pooledNoise) / (at(counts, j) + NOISE_PRIOR)
  }
  const [meanLevel, meanSlope] = [mean(level), mean(slope)]
  return theta.map((value) => matrix.centre + matrix.scale * (meanLevel + meanSlope * value))
}

function eachMark({ entries, start, judge }: MarksMatrix, see: (work: number, mark: number, judge: number) => void): void {
  for (let i = 0; i < entries.length; i += 1) for (let k = at(start, i); k < at(start, i + 1); k += 1) see(i, k, at(judge, k))
}
