import { expect, test } from 'vitest'
import { blupScores, fitBlup } from './blup'
import { factorScores } from './factor'
import { type JudgeTotal, marksMatrix } from './marks-matrix'
import { rawMeans } from './raw-mean'

const total = (entry: string, judge: string, value: number): JudgeTotal => ({ entry, judge, total: value, share: 1 })
const matrixOf = (totals: JudgeTotal[]) => marksMatrix(totals, () => 'all')

/** Twelve works by three of five judges each, with noise that repeats. */
const rotating = Array.from({ length: 12 }, (_, i) =>
  [0, 1, 2].map((n) =>
    total(`W${i}`, `J${(i + n) % 5}`, 60 + 2 * i + ([4, -3, 0, 6, -5][(i + n) % 5] ?? 0) + ([1, -2, 2, 0][(i * 3 + n) % 4] ?? 0)),
  ),
).flat()

const scoresOf = (totals: JudgeTotal[]) => {
  const matrix = matrixOf(totals)
  const scores = blupScores(matrix)
  return new Map(matrix.entries.map((id, i) => [id, scores[i] ?? 0]))
}

test('the raw mean by hand', () => {
  const matrix = matrixOf([total('A', 'J1', 70), total('A', 'J2', 74), total('B', 'J1', 80)])
  expect(Object.fromEntries(matrix.entries.map((id, i) => [id, rawMeans(matrix)[i]]))).toEqual({ A: 72, B: 80 })
})

test('everyone read everything: BLUP keeps the order of the means and draws them to the middle', () => {
  const matrix = matrixOf(
    ['A', 'B', 'C', 'D'].flatMap((id, i) => ['J1', 'J2', 'J3'].map((judge, j) => total(id, judge, 90 - 8 * i + 3 * j + ((i * j) % 3)))),
  )
  const [means, scores] = [rawMeans(matrix), blupScores(matrix)]
  const order = (values: Float64Array) => [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
  expect(order(scores)).toEqual(order(means))
  const spread = (values: Float64Array) => Math.max(...values) - Math.min(...values)
  expect(spread(scores)).toBeLessThan(spread(means))
  expect(spread(scores)).toBeGreaterThan(0.9 * spread(means))
})

test('at the estimates the variances reproduce themselves: EM has arrived', () => {
  const matrix = matrixOf(rotating)
  const [long, longer] = [fitBlup(matrix, { iterations: 2000, tolerance: 1e-10 }), fitBlup(matrix, { iterations: 4000, tolerance: 1e-12 })]
  expect(long.workVariance).toBeCloseTo(longer.workVariance, 5)
  expect(long.judgeVariance).toBeCloseTo(longer.judgeVariance, 5)
})

test('one judge shifted by a constant hardly changes how works stand to each other', () => {
  const [before, after] = [rotating, rotating.map((one) => (one.judge === 'J2' ? { ...one, total: one.total + 10 } : one))].map(scoresOf)
  const moved = [...(before ?? [])].map(([id, score]) => (after?.get(id) ?? 0) - score)
  // the level moves with the panel's; between works that J2 read and the others at most a tenth of the shift is left
  expect(Math.max(...moved) - Math.min(...moved)).toBeLessThan(1)
})

test('factor and BLUP agree with the plain order where the data are clear', () => {
  const matrix = matrixOf(rotating)
  for (const scores of [blupScores(matrix), factorScores(matrix), factorScores(matrix, { robust: true })]) {
    const best = matrix.entries[[...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))[0] ?? 0]
    expect(['W10', 'W11']).toContain(best)
    expect([...scores].every(Number.isFinite)).toBe(true)
  }
})
