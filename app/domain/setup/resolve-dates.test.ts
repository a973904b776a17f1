import { expect, test } from 'vitest'
import { resolveDate, resolveDates } from './resolve-dates'

const iso = (text: string, zone: string) => {
  const { start, end } = resolveDate(text, zone)
  return [start.toISOString(), end.toISOString()]
}

test('a day opens at its first and closes at its last millisecond in the event’s zone', () => {
  expect(iso('2026-11-20', 'Asia/Shanghai')).toEqual(['2026-11-19T16:00:00.000Z', '2026-11-20T15:59:59.999Z'])
})

test('a range keeps the time it gives', () => {
  expect(iso('2026-08-01..2026-12-20T17:00', 'Asia/Shanghai')).toEqual(['2026-07-31T16:00:00.000Z', '2026-12-20T09:00:00.000Z'])
})

test('a minute is itself', () => {
  expect(iso('2026-12-20T17:00', 'Asia/Shanghai')).toEqual(['2026-12-20T09:00:00.000Z', '2026-12-20T09:00:00.000Z'])
})

test('the day of a clock change is an hour longer', () => {
  const { start, end } = resolveDate('2026-10-25', 'Europe/Rome')
  expect(end.getTime() - start.getTime()).toBe(25 * 3_600_000 - 1)
})

test('a time that the clock skips is read as the one after it', () => {
  expect(iso('2026-03-29T02:30', 'Europe/Rome')[0]).toBe('2026-03-29T01:30:00.000Z')
})

test('the dates of an event come in the order of its file', () => {
  const name = { zh: '一', en: 'One' }
  const dates = { call: { on: '2026-08-01', name }, final: { on: '2027-03-16', name } }
  expect(resolveDates({ dates, timezone: 'UTC' }).map(({ key }) => key)).toEqual(['call', 'final'])
})
