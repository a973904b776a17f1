import { expect, test } from 'vitest'
import { Award, type Stage } from '../section'
import { type AwardedWork, awardRows } from './award-rows'
import { givenTwice } from './given-twice'

const stages = [
  { id: 'preliminary', type: 'score', dates: 'a' },
  { id: 'notice', type: 'notice', dates: 'b', days: 7 },
  { id: 'final', type: 'live', dates: 'c' },
] as unknown as Stage[]
const award = (id: string, more: object = {}) => Award.parse({ id, name: { zh: id, en: id }, ...more })
const awards = [
  award('gold', { count: 1, per: 'group', prize: 'CNY 50000' }),
  award('silver', { count: 1, per: 'group' }),
  award('teacher', { from: ['gold'], to: 'instructors', groups: ['academic'], exclusive: false }),
  award('craft', { by: 'nomination' }),
]
const work = (entry: string, rank: number | null, more: Partial<AwardedWork> = {}): AwardedWork => ({
  entry,
  rank,
  group: 'academic',
  track: null,
  category: 'academic',
  standing: 'place',
  ...more,
})
const works = [work('a', 1), work('b', 2), work('x', 1, { group: 'professional', category: 'professional' })]
const given = (rows: ReturnType<typeof awardRows>) => rows.map(({ entry, award }) => `${entry} ${award}`)

test('nothing is awarded before the last judged stage is published', () =>
  expect(awardRows({ stages, awards }, ['preliminary'], works, { selective: false })).toEqual([]))

test('the ranking gives awards to makers and, where the award says so, to their teachers', () => {
  const rows = awardRows({ stages, awards }, ['preliminary', 'final'], works, { selective: false })
  expect(given(rows)).toEqual(['a gold', 'x gold', 'b silver', 'a teacher'])
  expect(rows[0]).toEqual({
    entry: 'a',
    award: 'gold',
    tier: 0,
    name: { zh: 'gold', en: 'gold' },
    recipients: 'author',
    exclusive: true,
    prize: 'CNY 50000',
  })
  expect(rows[3]).toMatchObject({ tier: 2, recipients: 'instructor', prize: null })
})

const published = ['preliminary', 'final']

test('a prize that the panel chose is given besides, and not to a work that was taken out', () => {
  const chosen = new Map([['craft', ['b', 'gone']]])
  const rows = awardRows({ stages, awards }, published, [...works, work('gone', null, { standing: 'disqualified' })], {
    selective: false,
    chosen,
  })
  expect(given(rows)).toEqual(['a gold', 'x gold', 'b silver', 'b craft', 'a teacher'])
})

test('a work is given twice where neither award may go to one that has an award already', () => {
  const rowsOf = (list: Award[]) =>
    awardRows({ stages, awards: list }, published, works, { selective: false, chosen: new Map([['craft', ['a']]]) })
  expect(givenTwice(rowsOf(awards))).toBe(true)
  expect(givenTwice(rowsOf([...awards.slice(0, 3), award('craft', { by: 'nomination', exclusive: false })]))).toBe(false)
  expect(givenTwice(awardRows({ stages, awards }, published, works, { selective: false }))).toBe(false)
})

test('a disqualified work has no award, and the next takes it', () => {
  const after = [work('a', null, { standing: 'disqualified' }), work('b', 1)]
  expect(given(awardRows({ stages, awards }, ['preliminary', 'final'], after, { selective: false }))).toEqual(['b gold', 'b teacher'])
})

test('where the stage itself selected, those it did not select earn nothing', () => {
  const both = [work('a', 1), work('b', 2, { standing: 'none' })]
  expect(given(awardRows({ stages, awards }, ['preliminary', 'final'], both, { selective: true }))).toEqual(['a gold', 'a teacher'])
})
