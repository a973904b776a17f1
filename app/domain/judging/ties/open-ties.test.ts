import { expect, test } from 'vitest'
import { openTies } from './open-ties'

const row = (rank: number | null, more: object = {}) => ({
  entry: 'a',
  category: 'academic',
  rank,
  standing: 'none',
  awaitsChair: true,
  ...more,
})

test('ties that wait for the chair are gathered by rank, with a word on the cut-line', () => {
  const tied = [
    row(3),
    row(3),
    row(20, { standing: 'tied-at-cut' }),
    row(20, { standing: 'tied-at-cut' }),
    row(5, { awaitsChair: false }),
    row(null),
  ]
  expect(openTies(tied).map(({ rank, rows: { length }, atCut }) => [rank, length, atCut])).toEqual([
    [3, 2, false],
    [20, 2, true],
  ])
})

test('works of one rank in different categories are not tied', () =>
  expect(openTies([row(1), row(1, { category: 'professional' })])).toHaveLength(2))
