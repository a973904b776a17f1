import { expect, test } from 'vitest'
import { isInGrace, refuseChange, refuseReceipt, refuseSubmission, registrationAt } from './registration-window'

const at = (minutes: number) => new Date(Date.UTC(2026, 11, 20, 9, minutes))
const dates = {
  status: 'open' as const,
  opensAt: at(-100_000),
  closesAt: at(0),
  correctionsUntil: at(10_000),
  judgingSince: null,
  registration: { graceMinutes: 15 },
}
const upload = (began: number, ended: number | null) => ({ startedAt: at(began), receivedAt: ended === null ? null : at(ended) })
const draft = (...uploads: ReturnType<typeof upload>[]) => ({ state: 'draft' as const, uploads })

test('a draft event is not open, a cancelled one says so, an open one has its time', () => {
  expect(registrationAt({ ...dates, status: 'draft' }, at(-1))).toBe('not-open')
  expect(registrationAt({ ...dates, status: 'cancelled' }, at(-1))).toBe('cancelled')
  expect([registrationAt(dates, at(-200_000)), registrationAt(dates, at(0)), registrationAt(dates, at(1))]).toEqual([
    'early',
    'open',
    'over',
  ])
})

test.each([
  ['an upload under way as the clock struck', draft(upload(-1, 3)), 14, null],
  ['one that is still under way', draft(upload(-1, null)), 14, null],
  ['the same, a minute too late', draft(upload(-1, 3)), 16, 'over'],
  ['an upload that ended before', draft(upload(-9, -1)), 1, 'over'],
  ['an upload that began after', draft(upload(1, 2)), 3, 'over'],
  ['no upload', draft(), 1, 'over'],
  ['no upload, on the stroke', draft(), 0, null],
])('%s', (_, entry, now, refusal) => {
  expect(refuseSubmission(dates, entry, at(now))).toBe(refusal)
  expect(isInGrace(dates, entry, at(now))).toBe(now > 0 && refusal === null)
})

test('an upload is taken in the minutes of grace if it began in time, and never begun in them', () => {
  expect(refuseReceipt(dates, draft(), at(-1), at(15))).toBeNull()
  expect(refuseReceipt(dates, draft(), at(1), at(2))).toBe('over')
  expect(refuseChange(dates, draft(), at(1))).toBe('over')
})

test('what precheck returned may be put right until precheck ends, what it decided not', () => {
  expect(refuseChange(dates, { state: 'returned' }, at(9_999))).toBeNull()
  expect(refuseChange(dates, { state: 'returned' }, at(10_001))).toBe('over')
  expect(refuseChange(dates, { state: 'submitted' }, at(5))).toBe('over')
  expect(refuseChange(dates, { state: 'accepted' }, at(-5))).toBe('decided')
  expect(refuseChange(dates, { state: 'withdrawn' }, at(-5))).toBe('withdrawn')
})

test('no minutes of grace outlast the beginning of judging', () => {
  const cut = { ...dates, closesAt: at(-500), correctionsUntil: at(-500), judgingSince: at(-500) }
  expect(refuseSubmission(cut, draft(upload(-501, null)), at(-499))).toBe('over')
  expect(refuseSubmission({ ...dates, judgingSince: at(5) }, draft(upload(-1, 3)), at(4))).toBeNull()
  expect(refuseSubmission({ ...dates, judgingSince: at(5) }, draft(upload(-1, 3)), at(6))).toBe('over')
})
