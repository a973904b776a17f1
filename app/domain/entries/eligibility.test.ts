import { expect, test } from 'vitest'
import { ageOn, checkDeclarations, checkEligibility } from './eligibility'
import { newAuthor } from './entry-content'
import type { EligibilityRule } from './section'
import type { Terms } from './terms'

const reason = { zh: '不符合', en: 'no' }
const day = { startsAt: new Date('2026-08-31T16:00:00Z'), endsAt: new Date('2026-12-20T09:00:00Z') }
const terms = (...eligibility: EligibilityRule[]) =>
  ({ timezone: 'Asia/Shanghai', dates: { call: day }, opensAt: day.startsAt, contest: { eligibility } }) as unknown as Terms
const entry = (author: Parameters<typeof newAuthor>[0], fields = {}) => ({
  groupId: 'a',
  trackId: null,
  fields,
  authors: [newAuthor(author)],
  instructors: [],
})

test('age is counted on the day in the event’s zone', () => {
  // midnight of 1 September in Puyuan is still August in London
  expect(ageOn('1996-09-01', day.startsAt, 'Asia/Shanghai')).toBe(30)
  expect(ageOn('1996-09-01', day.startsAt, 'Europe/London')).toBe(29)
})

test('too old, too young, not said', () => {
  const rule: EligibilityRule = { rule: 'age', min: 18, max: 30, on: 'call', reason }
  const reasons = (bornOn: string) => checkEligibility(terms(rule), entry({ bornOn })).map((fault) => fault.reason)
  expect([reasons('1995-09-01'), reasons('2008-09-02'), reasons(''), reasons('1996-13-01'), reasons('2000-01-01')]).toEqual([
    ['not-eligible'],
    ['not-eligible'],
    ['required'],
    ['not-a-date'],
    [],
  ])
})

test('countries, answers and groups', () => {
  expect(checkEligibility(terms({ rule: 'country', in: ['CN'], reason }), entry({ country: 'IT' }))).toEqual([
    { at: 'author.0.country', reason: 'not-eligible', text: reason },
  ])
  const share: EligibilityRule = { rule: 'field', field: 'knit', min: 70, reason }
  expect(checkEligibility(terms(share), entry({}, { knit: '60' }))).toEqual([{ at: 'field.knit', reason: 'not-eligible', text: reason }])
  expect(checkEligibility(terms({ ...share, groups: ['b'] }), entry({}, { knit: '60' }))).toEqual([])
})

test('a declaration is asked for until it is ticked', () => {
  const all = terms({ rule: 'declaration', id: 'unpublished', text: reason, reason })
  expect(checkDeclarations(all, 'a', []).map(({ at }) => at)).toEqual(['declaration.unpublished'])
  expect(checkDeclarations(all, 'a', ['unpublished'])).toEqual([])
})
