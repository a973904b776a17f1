import type { JudgeSeverity } from './calibrated-layer'
import type { MarksMatrix } from './marks-matrix'
import type { PanelDraws } from './panel-model'
import { add, at, mean } from './typed-arrays'

/** How severe or lenient, spread out and noisy each judge is, most lenient first. */
export function severities({ judges, judge }: MarksMatrix, { count, biases, slopes, noises }: PanelDraws): JudgeSeverity[] {
  const works = new Int32Array(judges.length)
  for (let k = 0; k < judge.length; k += 1) add(works, at(judge, k), 1)
  return judges
    .map((id, j): JudgeSeverity => {
      const drawn = Float64Array.from({ length: count }, (_, draw) => at(biases, draw * judges.length + j)).sort()
      return {
        judge: id,
        works: at(works, j),
        bias: mean(drawn),
        biasInterval: [at(drawn, Math.floor(0.025 * count)), at(drawn, Math.ceil(0.975 * count) - 1)],
        slope: at(slopes, j),
        noise: at(noises, j),
      }
    })
    .sort((a, b) => b.bias - a.bias || (a.judge < b.judge ? -1 : 1))
}
