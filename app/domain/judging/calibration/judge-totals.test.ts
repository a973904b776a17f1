import { expect, test } from 'vitest'
import type { Rulebook } from '../rulebook'
import { judgeTotals } from './judge-totals'

const judged = (id: string, weight: number) => ({ id, weight, name: { en: id }, min: 0, max: 100, step: 1 })
const rulebook: Rulebook = { rulebook: 1, criteria: [judged('idea', 0.6), judged('craft', 0.4)] }
const mark = (entry: string, judge: string, criterion: string, score: string) => ({ entry, judge, criterion, score })
const full = [mark('A', 'J1', 'idea', '80'), mark('A', 'J1', 'craft', '60'), mark('B', 'J1', 'idea', '60'), mark('B', 'J1', 'craft', '40')]

test('a full sheet is Σ weight × mark, whatever is dropped later', () => {
  const dropping: Rulebook = { ...rulebook, drop: { level: 'total', high: 1, low: 1, fromJudges: 3 } }
  expect(judgeTotals(dropping, full)).toEqual([
    { entry: 'A', judge: 'J1', total: 72, share: 1 },
    { entry: 'B', judge: 'J1', total: 52, share: 1 },
  ])
})

test('a missing mark stands as high as the given ones do, and the sheet weighs less', () => {
  // ideas 80, 60, 80: mean 73.33, SD 9.43; crafts 60, 40: mean 50, SD 10. The idea stands 0.71 SD up, so craft 57.07
  const [, , partial] = judgeTotals(rulebook, [...full, mark('C', 'J2', 'idea', '80')])
  expect(partial?.total).toBeCloseTo(0.6 * 80 + 0.4 * (50 + 10 * Math.SQRT1_2), 6)
  expect(partial?.share).toBeCloseTo((0.6 * 9.428) / (0.6 * 9.428 + 0.4 * 10), 3)
})

test('who stood aside counts nothing', () => {
  expect(judgeTotals(rulebook, full, [{ entry: 'A', judge: 'J1' }]).map(({ entry }) => entry)).toEqual(['B'])
})

test('what was measured belongs to the work and enters every judge’s total of it', () => {
  const measured: Rulebook = {
    ...rulebook,
    criteria: [
      judged('idea', 1),
      { id: 'speed', weight: 1, name: { en: 'speed' }, measured: { unit: 's', points: { linear: { from: 0, at: 0, to: 10, then: 20 } } } },
    ],
  }
  const totals = judgeTotals(measured, [mark('A', 'J1', 'idea', '50'), mark('A', 'J2', 'idea', '60'), mark('A', 'J1', 'speed', '5')])
  expect(totals).toEqual([
    { entry: 'A', judge: 'J1', total: 60, share: 1 },
    { entry: 'A', judge: 'J2', total: 70, share: 1 },
  ])
})
