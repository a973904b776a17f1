import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forwardBatch } from './forward-batch'

const rows = (ranks: (number | null)[], category = 'all') => ranks.map((rank, n) => ({ entry: `${category}${n}`, category, rank }))
const sent = (...entries: string[]) => entries.map((entry) => ({ entry, active: true }))

test('the first of each category are sent, once', () => {
  const all = [...rows([1, 2, 3], 'a'), ...rows([1, null], 'b')]
  expect(forwardBatch(all, [], 2)).toEqual({ entries: ['a0', 'a1', 'b0'], tied: [] })
  expect(forwardBatch(all, sent('a0', 'a1', 'b0'), 2)).toEqual({ entries: [], tied: [] })
})

test('one that was withdrawn there is replaced by the next by rank, and not sent again', () =>
  expect(forwardBatch(rows([1, 2, 3]), [{ entry: 'all0', active: false }, ...sent('all1')], 2).entries).toEqual(['all2']))

test('works that share the last place wait for people', () => {
  expect(forwardBatch(rows([1, 2, 2]), [], 2)).toEqual({ entries: ['all0'], tied: ['all'] })
  expect(forwardBatch(rows([1, 2, 2]), [], 3)).toEqual({ entries: ['all0', 'all1', 'all2'], tied: [] })
})

test('the parent never counts more works than there are places, and nobody passes a better one', () => {
  const ranks = fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 8 })
  fc.assert(
    fc.property(ranks, fc.integer({ min: 1, max: 5 }), fc.array(fc.boolean(), { maxLength: 3 }), (list, places, states) => {
      const all = rows(list)
      const before = all
        .slice(0, states.length)
        .map(({ entry }, n) => ({ entry, active: states[n] ?? false }))
        .slice(0, places)
      const { entries } = forwardBatch(all, before, places)
      expect(entries.length + before.filter(({ active }) => active).length).toBeLessThanOrEqual(places)
      const rankOf = (entry: string) => all.find((row) => row.entry === entry)?.rank ?? 99
      const left = all.filter(
        ({ entry, rank }) => rank !== null && !entries.includes(entry) && !before.some((work) => work.entry === entry),
      )
      for (const entry of entries) expect(left.every((other) => (other.rank ?? 0) > rankOf(entry))).toBe(true)
    }),
  )
})
