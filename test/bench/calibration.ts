import { createHash } from 'node:crypto'
import { blupScores } from '~/domain/judging/calibration/blup'
import { calibrate } from '~/domain/judging/calibration/calibrate'
import { factorScores } from '~/domain/judging/calibration/factor'
import { type MarksMatrix, marksMatrix } from '~/domain/judging/calibration/marks-matrix'
import { randomDraws, seedOf } from '~/domain/judging/calibration/random-draws'
import { rawMeans } from '~/domain/judging/calibration/raw-mean'
import { kendallTau, precisionAt } from './calibration/agreement'
import { droppedMeans, zScores } from './calibration/other-scores'
import { type Scenario, type Simulated, readBySome, scenarios } from './calibration/scenarios'

/**
 * How well each way of scoring finds the true order of simulated contests, and whether the ranks' 95% intervals hold
 * what they promise. Every figure has the half-width of its 95% confidence interval over the replications (`±`).
 * The last lines say how fast the layer is and whether its default model passes the gate.
 */

const methods: Record<string, (matrix: MarksMatrix) => ArrayLike<number>> = {
  raw: rawMeans,
  dropped: droppedMeans,
  z: zScores,
  blup: blupScores,
  factor: factorScores,
  factorT: (matrix) => factorScores(matrix, { robust: true }),
}

const seed = (text: string) => createHash('sha256').update(text).digest('hex')

type Figure = { mean: number; half: number }

export async function* run(): AsyncIterable<object> {
  const gain = new Map<string, Figure>()
  const coverage = new Map<string, Figure>()
  for (const scenario of scenarios) {
    const { line, panelOverRaw, covered } = bench(scenario)
    gain.set(scenario.name, panelOverRaw)
    coverage.set(scenario.name, covered)
    yield line
  }
  const speed = measureSpeed()
  yield speed
  const gained = (name: string) => gain.get(name)?.mean ?? Number.NaN
  const gate = {
    betterOnB: gained('B') > 0,
    betterOnC5: gained('C5') > 0,
    trainedAtMostFiveThousandthsWorse: [2, 3, 5].every((k) => gained(`trained-${k}`) >= -0.005),
    // a miss counts once it is more than the replications' own uncertainty
    coverageWithin93And97: [...coverage.values()].every(({ mean, half }) => mean + half >= 0.93 && mean - half <= 0.97),
    withinTenSeconds: speed.cpuSeconds <= 10,
  }
  yield { gate: { ...gate, passed: Object.values(gate).every(Boolean) } }
}

function bench({ name, works, judges, places, replications, prototype, simulate }: Scenario) {
  const taus: Record<string, number[]> = {}
  const precisions: Record<string, number[]> = {}
  const covered: number[] = []
  const widths: number[] = []
  const started = performance.now()
  for (let n = 0; n < replications; n += 1) {
    const simulated = simulate(randomDraws(seedOf(seed(`${name} ${n}`))))
    const matrix = marksMatrix(simulated.totals, simulated.groupOf)
    const panel = calibrated(simulated, places, seed(`draws ${name} ${n}`))
    const truth = matrix.entries.map((id) => simulated.truth[indexOf(id)] ?? 0)
    const scores = Object.entries(methods).map(([method, score]) => [method, score(matrix)] as const)
    const own = matrix.entries.map((id) => panel.get(id)?.score ?? 0)
    for (const [method, score] of [...scores, ['panel', own] as const]) {
      ;(taus[method] ??= []).push(kendallTau(truth, score))
      ;(precisions[method] ??= []).push(precisionAt(places, truth, score))
    }
    const held = intervalsHeld(simulated, panel)
    covered.push(held.share)
    widths.push(held.width)
  }
  const difference = (a: number[] = [], b: number[] = []) => figure(a.map((value, n) => value - (b[n] ?? 0)))
  const panelOverRaw = difference(taus.panel, taus.raw)
  const line = {
    scenario: name,
    works,
    judges,
    places,
    replications,
    prototype,
    ...Object.fromEntries(
      Object.entries(taus).map(([method, values]) => [method, `${shown(figure(values))} / ${shown(figure(precisions[method] ?? []))}`]),
    ),
    panelOverRaw: `${shown(panelOverRaw)} / ${shown(difference(precisions.panel, precisions.raw))}`,
    coverage: shown(figure(covered)),
    intervalWidth: round(figure(widths).mean),
    seconds: round((performance.now() - started) / 1000),
  }
  return { line, panelOverRaw, covered: figure(covered) }
}

const indexOf = (id: string) => Number(id.slice(1))

function calibrated({ totals, truth, groupOf }: Simulated, places: number, drawSeed: string) {
  const entries = Array.from(truth, (_, i) => ({ id: `W${i}`, category: 'all', group: groupOf(`W${i}`) }))
  const layer = calibrate({ entries, totals, places, seed: drawSeed })
  return new Map(layer.entries.map((entry) => [entry.entry, entry]))
}

function intervalsHeld({ quality }: Simulated, panel: ReturnType<typeof calibrated>) {
  const sorted = Array.from(quality).sort((a, b) => b - a)
  let [held, width] = [0, 0]
  quality.forEach((value, i) => {
    const rank = sorted.indexOf(value) + 1
    const [low, high] = panel.get(`W${i}`)?.interval ?? [0, 0]
    if (low <= rank && rank <= high) held += 1 / quality.length
    width += (high - low) / quality.length ** 2
  })
  return { share: held, width }
}

/** 1,509 works by 15 judges, three each, with intervals, guards and the cut-line. On a busy machine only CPU time tells. */
function measureSpeed() {
  const simulated = readBySome(15, 1509, 3)(randomDraws(seedOf(seed('speed'))))
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  calibrated(simulated, 20, seed('speed'))
  const { user, system } = process.cpuUsage(cpu)
  return {
    scenario: 'speed',
    works: 1509,
    judges: 15,
    perWork: 3,
    seconds: round((performance.now() - started) / 1000),
    cpuSeconds: round((user + system) / 1e6),
  }
}

function figure(values: readonly number[]): Figure {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, half: 1.96 * Math.sqrt(variance / values.length) }
}

const shown = ({ mean, half }: Figure) => `${mean.toFixed(3)} ±${half.toFixed(3)}`
const round = (value: number) => Math.round(value * 1000) / 1000
