import type { MarksMatrix } from './marks-matrix'
import type { PanelState } from './panel-state'
import type { RandomDraws } from './random-draws'
import { at } from './typed-arrays'

const WORTHS = [4, 8, 16, 32, 64, 128]
const DEGREES = [3, 4, 6, 10, 20, Infinity]

/** How alike the judges’ noises are, and where they lie. */
export function drawNoiseShape(state: PanelState, draws: RandomDraws): void {
  const { noise } = state
  const count = noise.length
  let inverse = 0
  let logs = 0
  for (let j = 0; j < count; j += 1) {
    inverse += 1 / at(noise, j)
    logs += Math.log(at(noise, j))
  }
  state.noiseLevel = draws.gamma((1 + count * state.noiseWorth) / 2) / ((1 + state.noiseWorth * inverse) / 2)
  const { noiseLevel } = state
  state.noiseWorth = choose(
    WORTHS,
    (worth) => {
      const half = worth / 2
      return count * (half * Math.log(half * noiseLevel) - logGamma(half)) - (half + 1) * logs - half * noiseLevel * inverse
    },
    draws,
  )
}

/** How heavy the tails of the marks are: the degrees of freedom, given everything but the trust in single marks. */
export function drawDegrees(state: PanelState, { entries, start, judge, y, share }: MarksMatrix, draws: RandomDraws): void {
  const squares = new Float64Array(y.length)
  for (let i = 0; i < entries.length; i += 1) {
    for (let k = at(start, i); k < at(start, i + 1); k += 1) {
      const j = at(judge, k)
      const rest = at(y, k) - at(state.bias, j) - at(state.slope, j) * at(state.quality, i)
      squares[k] = (at(share, k) * rest * rest) / at(state.noise, j)
    }
  }
  state.degrees = choose(
    DEGREES,
    (degrees) => {
      let sum = 0
      if (degrees === Infinity) {
        for (let k = 0; k < squares.length; k += 1) sum += at(squares, k)
        return -sum / 2 - (squares.length * Math.log(2 * Math.PI)) / 2
      }
      for (let k = 0; k < squares.length; k += 1) sum += Math.log1p(at(squares, k) / degrees)
      const level = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - Math.log(Math.PI * degrees) / 2
      return squares.length * level - ((degrees + 1) / 2) * sum
    },
    draws,
  )
}

/** One of the options, as likely as the exponentials of their logs say. */
function choose(options: readonly number[], log: (option: number) => number, { uniform }: RandomDraws): number {
  const logs = options.map(log)
  const highest = Math.max(...logs)
  const weights = logs.map((value) => Math.exp(value - highest))
  let left = uniform() * weights.reduce((sum, weight) => sum + weight, 0)
  const found = weights.findIndex((weight) => (left -= weight) <= 0)
  return options[found === -1 ? options.length - 1 : found] ?? Infinity
}

/** ln Γ for positive halves, by Stirling’s series above 7. */
function logGamma(x: number): number {
  if (x < 7) return logGamma(x + 1) - Math.log(x)
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + 1 / (12 * x) - 1 / (360 * x ** 3)
}
