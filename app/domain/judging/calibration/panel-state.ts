import { type BlupFit, fitBlup } from './blup'
import type { MarksMatrix } from './marks-matrix'
import { at } from './typed-arrays'

/** What one sweep of the panel model holds; everything standardised. */
export type PanelState = {
  /** γ_g + θ_i, by work */
  quality: Float64Array
  /** E[γ_g + θ_i | everything else], by work */
  expected: Float64Array
  /** γ by group; a single group has none */
  level: Float64Array
  /** b, a and σ² by judge */
  bias: Float64Array
  slope: Float64Array
  noise: Float64Array
  /** λ by mark: below 1 where a mark looks like an outlier */
  trust: Float64Array
  /** share × λ / σ², by mark */
  precision: Float64Array
  middle: number
  workVariance: Scale
  biasVariance: Scale
  slopeVariance: Scale
  levelVariance: Scale
  /** σ² of the judges is drawn around this, worth so many marks */
  noiseLevel: number
  noiseWorth: number
  /** of the t that marks scatter by; Infinity is the normal */
  degrees: number
}

/** A variance under a half-Cauchy prior of its root, as the mixture of Makalic and Schmidt (2016). */
export type Scale = { value: number; mixing: number; prior: number }

const scale = (value: number, prior: number): Scale => ({ value, mixing: 1, prior })

/** Where the sweeps begin: at BLUP’s estimates. */
export function panelState(matrix: MarksMatrix): PanelState {
  const { judges, y, groups } = matrix
  const fit: BlupFit = fitBlup(matrix, { iterations: 30, tolerance: 1e-3 })
  const noise = Math.max(1e-3, fit.noiseVariance)
  return {
    quality: fit.works,
    expected: fit.works.slice(),
    level: new Float64Array(groups > 1 ? groups : 0),
    bias: fit.biases,
    slope: new Float64Array(judges.length).fill(1),
    noise: new Float64Array(judges.length).fill(noise),
    trust: new Float64Array(y.length).fill(1),
    precision: Float64Array.from(y, (_, k) => at(matrix.share, k) / noise),
    middle: 0,
    workVariance: scale(Math.max(1e-3, fit.workVariance), 1),
    biasVariance: scale(Math.max(1e-3, fit.judgeVariance), 0.2),
    slopeVariance: scale(0.02, 0.1),
    levelVariance: scale(0.1, 0.5),
    noiseLevel: noise,
    noiseWorth: 16,
    degrees: 16,
  }
}
