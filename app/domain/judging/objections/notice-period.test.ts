import { expect, test } from 'vitest'
import { noticePeriod, runs } from './notice-period'

const dates = {
  closesAt: new Date('2027-01-18T15:59:59.999Z'),
  days: 7,
  timezone: 'Asia/Shanghai',
}
const to = (publishedAt: string) => noticePeriod({ ...dates, publishedAt: new Date(publishedAt) }).to.toISOString()

test('a result published on the first day is open to objections until the configured end', () =>
  expect(to('2027-01-12T02:00:00Z')).toBe('2027-01-18T15:59:59.999Z'))

test('one published early is open to objections at once, until the announced end', () => {
  const publishedAt = new Date('2026-12-28T02:00:00Z')
  expect(noticePeriod({ ...dates, publishedAt })).toEqual({ from: publishedAt, to: dates.closesAt })
})

test('one published late still has seven days, by the event’s own calendar', () =>
  expect(to('2027-01-14T20:00:00Z')).toBe('2027-01-21T15:59:59.999Z'))

test('it runs from its first to its last millisecond', () => {
  const period = noticePeriod({ ...dates, publishedAt: new Date('2027-01-12T02:00:00Z') })
  const at = (by: number, from: Date) => runs(period, new Date(from.getTime() + by))
  expect([at(-1, period.from), at(0, period.from), at(0, period.to), at(1, period.to)]).toEqual([false, true, true, false])
})
