import { expect, test } from 'vitest'
import { markOf } from '~/domain/judging/votes/choice'
import type { DeskWork } from './desk-setup'
import { countWorks, filtersOf, firstUndone, matches, neighbour, nextEmpty, standingOf, timeLeft, withMark } from './desk-model'

const works: DeskWork[] = ['K-1', 'K-2', 'K-3', 'K-4'].map((code) => ({
  code,
  group: 'academic',
  track: null,
  title: '',
  cover: null,
}))
const sheets = new Map<string, (string | null)[]>([
  ['K-1', ['8', '7']],
  ['K-2', ['8', null]],
  ['K-4', [null, null]],
])
const notes = new Map([['K-3', { text: '', later: true }]])

test('a sheet with a mark missing is partial, one whose marks were all taken back is empty', () => {
  expect(works.map(({ code }) => standingOf(sheets.get(code)))).toEqual(['done', 'partial', 'empty', 'empty'])
})

test('counts agree with what the filters show', () => {
  const counts = countWorks(works, sheets, notes)
  expect(counts).toMatchObject({ all: 4, done: 1, partial: 1, unmarked: 2, later: 1 })
  for (const filter of ['all', 'unmarked', 'later', 'partial'] as const) {
    expect(works.filter((work) => matches(filter, work, sheets, notes))).toHaveLength(counts[filter])
  }
})

test('a desk for votes counts and filters by vote', () => {
  const votes = new Map([
    ['K-1', [markOf('in')]],
    ['K-2', [markOf('out')]],
    ['K-4', [null]],
  ])
  const counts = countWorks(works, votes, notes)
  expect(counts).toMatchObject({ done: 2, unmarked: 2, in: 1, hold: 0, out: 1 })
  expect(filtersOf({ voting: true })).toEqual(['all', 'unmarked', 'in', 'hold', 'out'])
  for (const filter of filtersOf({ voting: true }))
    expect(works.filter((work) => matches(filter, work, votes, notes))).toHaveLength(counts[filter])
})

test('next and previous skip what the filter hides and stop at the ends', () => {
  const unmarked = (work: DeskWork) => matches('unmarked', work, sheets, notes)
  expect(neighbour(works, 0, 1, unmarked)).toBe(2)
  expect(neighbour(works, 2, -1, unmarked)).toBeNull()
  expect(neighbour(works, 3, 1, unmarked)).toBeNull()
})

test('the desk opens at the first work that is not done', () => {
  expect(firstUndone(works, sheets)).toBe(1)
  expect(firstUndone(works.slice(0, 1), sheets)).toBe(0)
})

test('after a mark the next empty criterion is asked, round the end', () => {
  expect(nextEmpty(['8', null, null], 0)).toBe(1)
  expect(nextEmpty([null, '8', '9'], 2)).toBe(0)
  expect(nextEmpty(['8', '8', '9'], 1)).toBeNull()
  expect(withMark(undefined, 3, 1, '9')).toEqual([null, '9', null])
})

test('time left is in days, hours and minutes, and nothing when it is over', () => {
  const noon = Date.parse('2027-01-08T04:00:00Z')
  expect(timeLeft('2027-01-08T08:12:30Z', noon)).toEqual({ days: 0, hours: 4, minutes: 12 })
  expect(timeLeft('2027-01-10T05:00:00Z', noon)).toEqual({ days: 2, hours: 1, minutes: 0 })
  expect(timeLeft('2027-01-08T03:00:00Z', noon)).toBeNull()
  expect(timeLeft(null, noon)).toBeNull()
})
