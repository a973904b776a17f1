import { expect, test } from 'vitest'
import { rowsOf, type RankRow } from './ranking-rows'

const row = (rank: number | null, more: Partial<RankRow> = {}): RankRow => ({
  category: 'academic',
  rank,
  standing: 'none',
  recused: [],
  awaitsChair: false,
  ...more,
})
const rows = [...Array.from({ length: 60 }, (_, n) => row(n + 1)), row(null), row(1, { category: 'professional' })]
const ranks = (view: Parameters<typeof rowsOf>[2], quota?: { places: number; alternates?: number }) =>
  rowsOf(rows, 'academic', view, quota).map(({ rank }) => rank)

test('near the cut-line: twenty above it, the alternates, and the first one after them', () => {
  expect(ranks('near', { places: 20, alternates: 5 })).toEqual(Array.from({ length: 26 }, (_, n) => n + 1))
  expect(ranks('near', { places: 40, alternates: 5 })).toEqual(Array.from({ length: 26 }, (_, n) => n + 21))
})

test('all rows are those of the category, without rank last', () => {
  expect(ranks('all', { places: 20 })).toHaveLength(61)
  expect(ranks('all', { places: 20 }).at(-1)).toBeNull()
})
