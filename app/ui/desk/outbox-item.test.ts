import { expect, test } from 'vitest'
import { backoff, deliveryOf, nextBatch, type OutboxItem, settle } from './outbox-item'

const at = (n: number) => new Date(Date.UTC(2027, 0, 8) + n * 1000).toISOString()
const mark = (n: number): OutboxItem => ({
  kind: 'mark',
  id: `m${n}`,
  desk: 'd',
  code: 'K-1',
  criterion: 'design',
  value: '7',
  at: at(n),
  refused: null,
})
const note: OutboxItem = {
  kind: 'note',
  id: 'd K-1',
  desk: 'd',
  code: 'K-1',
  text: '好',
  later: false,
  at: at(50),
  refused: null,
}
const recusal: OutboxItem = {
  kind: 'recusal',
  id: 'r',
  desk: 'd',
  code: 'K-2',
  reason: '',
  at: at(99),
  refused: null,
}
const ids = (items: OutboxItem[]) => items.map(({ id }) => id)

test('recusals go first, then notes, then marks in their order, at most five hundred', () => {
  expect(ids(nextBatch([mark(2), note, recusal, mark(1)]))).toEqual(['r'])
  expect(ids(nextBatch([mark(2), note, mark(1)]))).toEqual(['d K-1'])
  expect(ids(nextBatch([mark(2), mark(1), { ...mark(3), refused: 'recused' }]))).toEqual(['m1', 'm2'])
  expect(nextBatch(Array.from({ length: 700 }, (_, n) => mark(n)))).toHaveLength(500)
  expect(deliveryOf([mark(1)], 's')).toEqual({
    path: 'marks',
    body: {
      seat: 's',
      marks: [{ markId: 'm1', code: 'K-1', criterion: 'design', value: '7', markedAt: at(1) }],
    },
  })
})

test('what the server has leaves the device, what it refused is kept aside', () => {
  const replies = [
    { markId: 'm1', status: 'saved' },
    { markId: 'm2', status: 'superseded' },
    { markId: 'm3', status: 'refused', reason: 'recused' },
  ]
  const { taken, refused, status } = settle([mark(1), mark(2), mark(3)], { status: 200, body: { replies } })
  expect([ids(taken), refused, status]).toEqual([['m1', 'm2'], [{ ...mark(3), refused: 'recused' }], 'idle'])
})

test.each([
  ['no network', 0, null, 'offline', true],
  ['an overloaded server', 503, { error: 'busy' }, 'offline', true],
  ['a broken server', 500, null, 'offline', true],
  ['a page where an answer should be', 200, null, 'offline', true],
  ['a redirect to somewhere', 302, null, 'offline', true],
  ['an ended session', 401, { error: 'signed-out' }, 'signed-out', false],
  ['another judge at this tablet', 409, { error: 'other-seat' }, 'other-seat', false],
  ['a panel one is no longer on', 404, { error: 'not-on-panel' }, 'stopped', false],
])('%s keeps every mark on the device', (_, code, body, status, retry) => {
  expect(settle([mark(1)], { status: code, body })).toMatchObject({ taken: [], refused: [], status, retry })
})

test('a note on a work that is gone is refused and does not hold up the marks behind it', () => {
  expect(settle([note], { status: 409, body: { error: 'unknown-work' } })).toMatchObject({
    taken: [],
    refused: [{ id: 'd K-1', refused: 'unknown-work' }],
    status: 'idle',
  })
})

test('tries come further apart, up to half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map(backoff)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
})
