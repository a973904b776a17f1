import { describe, expect, test } from 'vitest'
import { type ProgressInput, closingObstacles, progressOf } from './progress'
import { Rulebook } from './rulebook'

const mark = (judge: string, entry: string, ...criteria: string[]) => criteria.map((criterion) => ({ judge, entry, criterion }))
const input: ProgressInput = {
  judges: ['J1', 'J2'],
  entries: ['A', 'B', 'C'],
  criteria: ['design', 'craft'],
  marks: [...mark('J1', 'A', 'design', 'craft'), ...mark('J1', 'B', 'design'), ...mark('J2', 'A', 'design', 'craft')],
  recusals: [{ judge: 'J2', entry: 'B' }],
}

test('by judge: given, complete, in part, and the works stood aside from', () => {
  expect(progressOf(input).judges).toEqual([
    { judge: 'J1', expected: 3, complete: 1, partial: 1, recused: 0, share: 1 / 3 },
    { judge: 'J2', expected: 2, complete: 1, partial: 0, recused: 1, share: 1 / 2 },
  ])
})

test('by work: who is done, who began, who is missing', () => {
  expect(progressOf(input).works).toEqual([
    { entry: 'A', expected: 2, complete: 2, partial: [], missing: [], recused: [] },
    { entry: 'B', expected: 1, complete: 0, partial: ['J1'], missing: [], recused: ['J2'] },
    { entry: 'C', expected: 2, complete: 0, partial: [], missing: ['J1', 'J2'], recused: [] },
  ])
  expect(progressOf(input)).toMatchObject({ expected: 5, complete: 2, share: 0.4 })
})

test('a judge is expected to mark what was assigned, and a recused or foreign mark counts for nothing', () => {
  const assigned = new Map([['J1', new Set(['A'])]])
  const marks = [...input.marks, ...mark('J2', 'B', 'design', 'craft'), ...mark('J2', 'C', 'beauty')]
  const { judges } = progressOf({ ...input, marks, assigned })
  expect(judges).toMatchObject([
    { expected: 1, complete: 1, share: 1 },
    { expected: 2, complete: 1, partial: 0, recused: 1 },
  ])
})

test('a judge with nothing to do is done', () => {
  expect(progressOf({ ...input, entries: [] })).toMatchObject({
    share: 1,
    judges: [{ share: 1 }, { share: 1 }],
  })
})

describe('closing', () => {
  const rulebookWith = (more: object) =>
    Rulebook.parse({
      rulebook: 1,
      criteria: [{ id: 'design', weight: 1, min: 0, max: 1, step: 1, name: { en: 'D' } }],
      ...more,
    })
  const obstacles = (more: object) => closingObstacles(rulebookWith(more), progressOf(input), 2)

  test('waits for nothing where the others decide', () => expect(obstacles({})).toEqual([]))

  test('waits for begun sheets where judges’ totals are dropped', () => {
    expect(obstacles({ drop: { level: 'total', high: 1, low: 1, fromJudges: 5 } })).toEqual([
      { reason: 'partial-sheet', judge: 'J1', entry: 'B' },
    ])
  })

  test('waits for judges, works and substitutes where the rulebook says so', () => {
    expect(obstacles({ absence: 'wait' })).toEqual([
      { reason: 'partial-sheet', judge: 'J1', entry: 'B' },
      { reason: 'absent', judge: 'J1', entry: 'C' },
      { reason: 'absent', judge: 'J2', entry: 'C' },
    ])
    expect(obstacles({ unscored: 'wait' })).toEqual([{ reason: 'unscored', entry: 'C' }])
    expect(obstacles({ recusal: 'substitute' })).toEqual([{ reason: 'needs-substitute', entry: 'B' }])
  })
})
