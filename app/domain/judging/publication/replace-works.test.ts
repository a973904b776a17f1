import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectsOf, replaceWorks } from './replace-works'
import type { VersionRow } from './write-version.server'

const row = (entry: string, rank: number | null, standing: VersionRow['standing'], category = 'academic'): VersionRow => ({
  entry,
  rank,
  standing,
  category,
  group: category,
  track: null,
  total: '9',
  judges: 5,
})
const quota = { places: 2, alternates: 1, per: 'group' as const }
const rows = [
  row('a', 1, 'place'),
  row('b', 2, 'place'),
  row('c', 3, 'alternate'),
  row('d', 4, 'none'),
  row('e', null, 'none'),
  row('x', 1, 'place', 'professional'),
]
const told = (given: ReturnType<typeof replaceWorks>) =>
  given.ok ? given.rows.map(({ entry, rank, standing }) => [entry, rank, standing].join(' ')) : given.reason

test('the next by rank moves up when a finalist is disqualified, in its category alone', () =>
  expect(told(replaceWorks(rows, new Map([['a', 'disqualified']]), quota))).toEqual([
    'b 1 place',
    'c 2 place',
    'd 3 alternate',
    'e  none',
    'a  disqualified',
    'x 1 place',
  ]))

test('an alternate that withdraws leaves the places as they are', () =>
  expect(told(replaceWorks(rows, new Map([['c', 'withdrawn']]), quota))).toEqual([
    'a 1 place',
    'b 2 place',
    'd 3 alternate',
    'e  none',
    'c  withdrawn',
    'x 1 place',
  ]))

test('works of one rank that would fall on both sides of the line are left to people', () => {
  const tied = [row('a', 1, 'place'), row('b', 2, 'place'), row('c', 3, 'alternate'), row('d', 3, 'alternate')]
  expect(told(replaceWorks(tied, new Map([['a', 'disqualified']]), { places: 2, alternates: 2, per: 'group' }))).toBe('tied-at-cut')
})

test('of works of one rank the one that people named goes before the others', () => {
  const tied = [row('a', 1, 'place'), row('b', 2, 'place'), row('c', 3, 'alternate'), row('d', 3, 'alternate')]
  expect(told(replaceWorks(tied, new Map([['a', 'withdrawn']]), { places: 2, alternates: 1, per: 'group' }, new Set(['d'])))).toEqual([
    'b 1 place',
    'd 2 place',
    'c 3 alternate',
    'a  withdrawn',
  ])
})

test('a work that has left cannot leave again', () => {
  const once = replaceWorks(rows, new Map([['a', 'disqualified']]), quota)
  expect(once.ok && told(replaceWorks(once.rows, new Map([['a', 'withdrawn']]), quota))).toBe('not-in-result')
  expect(told(replaceWorks(rows, new Map([['nobody', 'withdrawn']]), quota))).toBe('not-in-result')
})

test('without a quota ranks close up and nobody gets a place', () =>
  expect(
    told(replaceWorks([row('a', 1, 'none'), row('b', 2, 'none'), row('c', 2, 'none')], new Map([['a', 'disqualified']]), undefined)),
  ).toEqual(['b 1 none', 'c 1 none', 'a  disqualified']))

test('effects are what changes: who leaves, who moves up', () => {
  const after = replaceWorks(rows, new Map([['b', 'withdrawn']]), quota)
  expect(
    after.ok && effectsOf(rows, after.rows).map(({ before, after }) => [before.entry, before.rank, after.rank, after.standing]),
  ).toEqual([
    ['b', 2, null, 'withdrawn'],
    ['c', 3, 2, 'place'],
    ['d', 4, 3, 'alternate'],
  ])
})

test('whoever leaves, the order of the others stays, nobody is lost, and no more have a place than there are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 4 }),
      fc.array(fc.nat(11), { maxLength: 5 }),
      (count, places, alternates, out) => {
        const all = Array.from({ length: count }, (_, n) =>
          row(`w${n}`, n + 1, n < places ? 'place' : n < places + alternates ? 'alternate' : 'none'),
        )
        const leaving = new Map(out.filter((n) => n < count).map((n): [string, 'withdrawn'] => [`w${n}`, 'withdrawn']))
        const after = replaceWorks(all, leaving, { places, alternates, per: 'all' })
        if (!after.ok) throw new Error('without ties nothing is refused')
        expect(after.rows.map(({ entry }) => entry).sort()).toEqual(all.map(({ entry }) => entry).sort())
        const staying = after.rows.filter(({ rank }) => rank !== null)
        expect(staying.map(({ rank }) => rank)).toEqual(staying.map((_, at) => at + 1))
        expect(staying.map(({ entry }) => entry)).toEqual(all.map(({ entry }) => entry).filter((entry) => !leaving.has(entry)))
        expect(staying.filter(({ standing }) => standing === 'place')).toHaveLength(Math.min(places, staying.length))
      },
    ),
  )
})
