import { expect, test } from 'vitest'
import { countFinalists } from './count-finalists'
import { downloadableUntil, fieldsWith } from './talent-fields'

const row = (personId: string | null, given: { entryId?: string; pool?: boolean; contact?: boolean } = {}) => ({
  authorId: `${personId ?? 'nobody'}-${given.entryId ?? 'w1'}`,
  personId,
  entryId: 'w1',
  pool: false,
  contact: false,
  ...given,
})

test('somebody with two works is one person, two authors of one work are two', () => {
  const rows = [row('a', { pool: true, contact: true }), row('a', { entryId: 'w2', pool: true, contact: true }), row('b', { pool: true })]
  expect(countFinalists(rows)).toEqual({ people: 2, contacts: 1, works: 2, others: 0 })
})

test('whoever did not agree, or has no account, stays out and is counted as such', () => {
  expect(countFinalists([row('a'), row(null), row(null, { entryId: 'w2' })])).toEqual({ people: 0, contacts: 0, works: 0, others: 3 })
})

test('agreeing to be contacted is nothing without agreeing to the pool', () => {
  expect(countFinalists([row('a', { contact: true })])).toMatchObject({ people: 0, contacts: 0, others: 1 })
})

test('contacts are a field only where they were asked for; a list can be fetched for thirty days', () => {
  expect(fieldsWith(false)).not.toContain('contacts')
  expect(fieldsWith(true).at(-1)).toBe('contacts')
  expect(downloadableUntil(new Date('2026-11-20T04:00:00Z')).toISOString()).toBe('2026-12-20T04:00:00.000Z')
})
