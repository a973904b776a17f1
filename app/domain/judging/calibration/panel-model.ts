import { emptyEquations } from './judge-equations'
import type { MarksMatrix } from './marks-matrix'
import { drawDegrees, drawNoiseShape } from './noise-shape'
import { type PanelState, panelState } from './panel-state'
import type { RandomDraws } from './random-draws'
import { drawJudges, drawVariances, drawWorks } from './sweep-panel'
import { add, at, mean } from './typed-arrays'

/** Draws from the posterior of the panel model, in points of the totals unless said otherwise. */
export type PanelDraws = {
  count: number
  /** the works’ quality, draw after draw: index = draw × works + work; only their order within a draw means anything */
  works: Float32Array
  /** posterior mean and variance by work: the total an average judge of this panel would give, noise apart */
  scores: Float64Array
  variances: Float64Array
  /** index = draw × judges + judge: points above the panel’s mean for the same work */
  biases: Float64Array
  /** posterior means by judge: spread of marks as a multiple of the panel’s, and the SD of single marks */
  slopes: Float64Array
  noises: Float64Array
  /** how much one more mark by an average judge tells: its variance as a statement on the quality */
  readVariance: number
}

/**
 * The default calibration model: one factor with everything learned from the data.
 *
 *   y_ij = b_j + a_j (γ_g(i) + θ_i) + ε_ij,   ε_ij ~ t_ν with scale σ_j
 *   θ ~ N(0, σθ²), γ ~ N(0, σγ²), b ~ N(μ, σb²), a ~ N(1, σa²), 1/σ_j² ~ Gamma around a common level
 *
 * Roots of the variances have half-Cauchy priors; how alike the judges’ noises are and ν are drawn from grids. So the
 * data decide between the plain mean (σb, σa → 0), BLUP (σa → 0, ν = ∞), the factor model and its robust variant: it
 * takes the place of the fixed κ, ν of `factor.ts`. Sampled by a Gibbs sampler that draws (γ, b) together with θ
 * integrated out and then θ given those, which keeps few bridges between panels from slowing it down. Deterministic
 * for a matrix and a seed.
 */
export function drawPanel(matrix: MarksMatrix, draws: RandomDraws, { warmUp = 300, count = 2000 } = {}): PanelDraws {
  const [size, judges] = [matrix.entries.length, matrix.judges.length]
  const state = panelState(matrix)
  const equations = emptyEquations(matrix, state.level.length)
  const works = new Float32Array(count * size)
  const biases = new Float64Array(count * judges)
  const [scores, squares] = [new Float64Array(size), new Float64Array(size)]
  const [slopes, noises] = [new Float64Array(judges), new Float64Array(judges)]
  let readVariance = 0
  for (let sweep = 0; sweep < warmUp + count; sweep += 1) {
    drawWorks(state, matrix, equations, draws)
    drawJudges(state, matrix, draws)
    drawVariances(state, matrix, draws)
    drawNoiseShape(state, draws)
    if (sweep % 5 === 0) drawDegrees(state, matrix, draws)
    if (sweep < warmUp) continue
    const [level, slope, quality] = [mean(state.bias), mean(state.slope), mean(state.quality)]
    const row = sweep - warmUp
    for (let i = 0; i < size; i += 1) {
      works[row * size + i] = at(state.quality, i)
      add(scores, i, (level + slope * at(state.expected, i)) / count)
      add(squares, i, (slope * (at(state.quality, i) - quality)) ** 2 / count)
    }
    for (let j = 0; j < judges; j += 1) {
      const severity = at(state.bias, j) - level + (at(state.slope, j) - slope) * quality
      biases[row * judges + j] = matrix.scale * severity
      add(slopes, j, at(state.slope, j) / slope / count)
      add(noises, j, Math.sqrt(at(state.noise, j)) / count)
    }
    readVariance += informationOf(state, slope) / count
  }
  const centred = mean(scores)
  return {
    count,
    works,
    biases,
    slopes,
    scores: scores.map((value) => matrix.centre + matrix.scale * value),
    variances: squares.map((square, i) => matrix.scale ** 2 * Math.max(1e-9, square - (at(scores, i) - centred) ** 2)),
    noises: noises.map((value) => matrix.scale * value),
    readVariance: matrix.scale ** 2 * readVariance,
  }
}

/** σ² over the Fisher information of a t, (ν + 1) / (ν + 3), on the scale of an average judge’s marks. */
function informationOf({ noise, slope, degrees }: PanelState, average: number): number {
  let information = 0
  const tails = degrees === Infinity ? 1 : (degrees + 1) / (degrees + 3)
  for (let j = 0; j < noise.length; j += 1) information += (at(slope, j) ** 2 * tails) / at(noise, j) / noise.length
  return average ** 2 / Math.max(1e-9, information)
}
