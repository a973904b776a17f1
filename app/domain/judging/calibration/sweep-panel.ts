import { factorise, solveLower, solveUpper } from './cholesky'
import { type JudgeEquations, fillEquations } from './judge-equations'
import type { MarksMatrix } from './marks-matrix'
import type { PanelState, Scale } from './panel-state'
import type { RandomDraws } from './random-draws'
import { add, at, mean } from './typed-arrays'

/** A thousandth of the marks’ own spread: no finer than they are written. */
const NOISE_FLOOR = 1e-6

/** (γ, b) together with the works integrated out, then every work given those. */
export function drawWorks(state: PanelState, matrix: MarksMatrix, equations: JudgeEquations, draws: RandomDraws): void {
  const { left, right, groups } = equations
  const { entries, start, judge, y, group } = matrix
  fillEquations(equations, matrix, state.slope, state.precision, state.workVariance.value)
  for (let u = 0; u < left.size; u += 1) {
    const variance = u < groups ? state.levelVariance.value : state.biasVariance.value
    add(left.values, u * left.size + u, 1 / variance)
    if (u >= groups) add(right, u, state.middle / variance)
  }
  factorise(left)
  solveLower(left, right)
  for (let u = 0; u < left.size; u += 1) add(right, u, draws.normal())
  solveUpper(left, right)
  for (let g = 0; g < groups; g += 1) state.level[g] = at(right, g)
  for (let j = 0; j < state.bias.length; j += 1) state.bias[j] = at(right, groups + j)
  const worth = 1 / state.workVariance.value
  for (let i = 0; i < entries.length; i += 1) {
    let weight = worth
    let pull = groups > 0 ? worth * at(state.level, at(group, i)) : 0
    for (let k = at(start, i); k < at(start, i + 1); k += 1) {
      const j = at(judge, k)
      const part = at(state.precision, k) * at(state.slope, j)
      weight += part * at(state.slope, j)
      pull += part * (at(y, k) - at(state.bias, j))
    }
    state.expected[i] = pull / weight
    state.quality[i] = pull / weight + draws.normal() / Math.sqrt(weight)
  }
}

/** Each judge’s bias and slope given the works, then the noise, then how far each mark is trusted. */
export function drawJudges(state: PanelState, { entries, judges, start, judge, y, share }: MarksMatrix, draws: RandomDraws): void {
  const count = judges.length
  const sums = new Float64Array(count * 6)
  const { bias, slope, noise, precision, trust, quality } = state
  for (let i = 0; i < entries.length; i += 1) {
    const f = at(quality, i)
    for (let k = at(start, i); k < at(start, i + 1); k += 1) {
      const s = at(judge, k) * 6
      const p = at(precision, k)
      add(sums, s, p)
      add(sums, s + 1, p * f)
      add(sums, s + 2, p * f * f)
      add(sums, s + 3, p * at(y, k))
      add(sums, s + 4, p * f * at(y, k))
      add(sums, s + 5, 1)
    }
  }
  const [forBias, forSlope] = [1 / state.biasVariance.value, 1 / state.slopeVariance.value]
  for (let j = 0; j < count; j += 1) {
    const [p, pf, pff] = [at(sums, j * 6) + forBias, at(sums, j * 6 + 1), at(sums, j * 6 + 2) + forSlope]
    const [py, pfy] = [at(sums, j * 6 + 3) + forBias * state.middle, at(sums, j * 6 + 4) + forSlope]
    // the slope with the bias integrated out, then the bias given the slope
    const own = pff - (pf * pf) / p
    slope[j] = (pfy - (pf * py) / p) / own + draws.normal() / Math.sqrt(own)
    bias[j] = (py - pf * at(slope, j)) / p + draws.normal() / Math.sqrt(p)
  }
  const squares = new Float64Array(count)
  for (let i = 0; i < entries.length; i += 1) {
    for (let k = at(start, i); k < at(start, i + 1); k += 1) {
      const j = at(judge, k)
      const rest = at(y, k) - at(bias, j) - at(slope, j) * at(quality, i)
      // kept for the step below, where it becomes the mark's precision
      precision[k] = at(share, k) * rest * rest
      add(squares, j, at(trust, k) * at(precision, k))
    }
  }
  const { noiseWorth, noiseLevel, degrees } = state
  for (let j = 0; j < count; j += 1) {
    const rate = (noiseWorth * noiseLevel + at(squares, j)) / 2
    // judges who agree to the last digit would otherwise be drawn to no noise at all, and divided by it
    noise[j] = Math.max(NOISE_FLOOR, rate / draws.gamma((noiseWorth + at(sums, j * 6 + 5)) / 2))
  }
  for (let k = 0; k < y.length; k += 1) {
    const variance = at(noise, at(judge, k))
    trust[k] = degrees === Infinity ? 1 : draws.gamma((degrees + 1) / 2) / ((degrees + at(precision, k) / variance) / 2)
    precision[k] = (at(share, k) * at(trust, k)) / variance
  }
}

/** The variances, each given what it is the variance of. */
export function drawVariances(state: PanelState, { group }: MarksMatrix, draws: RandomDraws): void {
  const { quality, level, bias, slope } = state
  let squares = 0
  for (let i = 0; i < quality.length; i += 1) {
    const own = level.length > 0 ? at(quality, i) - at(level, at(group, i)) : at(quality, i)
    squares += own * own
  }
  drawScale(state.workVariance, quality.length, squares, draws)
  if (level.length > 0) drawScale(state.levelVariance, level.length, sumOfSquares(level, 0), draws)
  state.middle = mean(bias) + draws.normal() * Math.sqrt(state.biasVariance.value / bias.length)
  drawScale(state.biasVariance, bias.length, sumOfSquares(bias, state.middle), draws)
  drawScale(state.slopeVariance, slope.length, sumOfSquares(slope, 1), draws)
}

function drawScale(variance: Scale, count: number, squares: number, draws: RandomDraws): void {
  variance.value = Math.max(1e-8, (1 / variance.mixing + squares / 2) / draws.gamma((count + 1) / 2))
  variance.mixing = (1 / variance.prior ** 2 + 1 / variance.value) / draws.gamma(1)
}

function sumOfSquares(values: Float64Array, around: number): number {
  let sum = 0
  for (let n = 0; n < values.length; n += 1) sum += (at(values, n) - around) ** 2
  return sum
}
