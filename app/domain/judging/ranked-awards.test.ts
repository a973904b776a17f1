import { expect, test } from 'vitest'
import { rankedAwards } from './ranked-awards'
import type { RankedWork } from './ranked-awards'
import { Award } from './section'

const award = (id: string, given: object = {}) => Award.parse({ id, name: { zh: id, en: id }, per: 'group', count: 1, ...given })
const medals = [award('gold'), award('silver'), award('excellence', { count: undefined })]
const work = (entry: string, rank: number | null, group = 'academic'): RankedWork => ({ entry, rank, group, track: null, category: group })

test('awards take the ranks in the order of the file, in each group', () => {
  const given = rankedAwards(medals, [work('b', 2), work('a', 1), work('c', 3), work('d', 4), work('x', 1, 'professional')])
  expect(Object.fromEntries(given)).toEqual({ a: 'gold', b: 'silver', c: 'excellence', d: 'excellence', x: 'gold' })
})

test('a work without a rank earns nothing', () => expect(rankedAwards(medals, [work('a', null)]).size).toBe(0))

test('a tie that the ranking left open is not decided here, nor what comes after it', () => {
  const given = rankedAwards(medals, [work('a', 1), work('b', 2), work('c', 2), work('d', 4)])
  expect(Object.fromEntries(given)).toEqual({ a: 'gold' })
})

test('two equal works share two equal awards', () => {
  const given = rankedAwards([award('gold', { count: 2 })], [work('a', 1), work('b', 1), work('c', 3)])
  expect([...given.keys()].sort()).toEqual(['a', 'b'])
})

test('an award over all groups is not given when groups were ranked apart', () =>
  expect(rankedAwards([award('grand', { per: 'all' })], [work('a', 1), work('x', 1, 'professional')]).size).toBe(0))

test('an award for one group leaves the other alone', () =>
  expect([...rankedAwards([award('young', { groups: ['academic'] })], [work('a', 1), work('x', 1, 'professional')]).keys()]).toEqual(['a']))

test('what the jury nominates and what goes to teachers is not decided by rank', () => {
  const others = [award('craft', { by: 'nomination' }), award('instructor', { from: ['gold'], to: 'instructors' })]
  expect(rankedAwards(others, [work('a', 1)]).size).toBe(0)
})
