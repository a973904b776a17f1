import { expect, test } from 'vitest'
import { Award } from '../section'
import { specialAwards } from './special-awards'

const award = (id: string, item: string, count?: number) =>
  Award.parse({ id, name: { zh: id, en: id }, for: item, ...(count ? { count } : {}), exclusive: false })
const place = (entry: string, rank: number, category = 'all') => ({ single: 'threading', category, entry, points: '1', rank })
const teams = [
  { team: '浙江', total: '200', rank: 1, entries: ['a', 'b'] },
  { team: '江苏', total: '190', rank: 2, entries: ['c', 'd'] },
  { team: '江西', total: null, rank: null, entries: ['e'] },
]

test('a single item gives its first places, in every category; a team’s award goes to all who counted', () => {
  const singles = [place('a', 1), place('b', 2), place('c', 3), place('x', 1, 'other')]
  expect(specialAwards([award('threading-prize', 'threading', 2), award('team', 'teams', 1)], { singles, teams })).toEqual([
    { entry: 'a', award: 'threading-prize' },
    { entry: 'b', award: 'threading-prize' },
    { entry: 'x', award: 'threading-prize' },
    { entry: 'a', award: 'team' },
    { entry: 'b', award: 'team' },
  ])
})

test('nothing is given across a tie at the last place, nor to a team without a rank', () => {
  const singles = [place('a', 1), place('b', 2), place('c', 2)]
  expect(specialAwards([award('one', 'threading', 2)], { singles, teams: [] })).toEqual([{ entry: 'a', award: 'one' }])
  expect(specialAwards([award('team', 'teams')], { singles: [], teams }).map(({ entry }) => entry)).toEqual(['a', 'b', 'c', 'd'])
})
