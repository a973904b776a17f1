import { expect, test } from 'vitest'
import { seasonOf, seasonWindow } from './season'
import type { SeasonEvent } from './season'

const shanghai = 'Asia/Shanghai'
const now = new Date('2026-11-20T04:00:00Z') // noon of the 20th in Shanghai
const day = (text: string) => ({
  start: new Date(`${text}T00:00:00+08:00`),
  end: new Date(`${text}T23:59:59.999+08:00`),
})
const range = (key: string, from: string, to: string) => ({ key, start: day(from).start, end: day(to).end })

const contest: SeasonEvent = {
  id: 'puyuan-cup-2026',
  timezone: shanghai,
  openKey: 'call',
  liveKey: 'final',
  spans: [
    range('final', '2027-03-16', '2027-03-16'),
    range('call', '2026-08-01', '2026-12-20'),
    range('notice', '2027-01-12', '2027-01-18'),
  ],
}

test('the season starts with this month and runs into the next year', () => {
  const { months, today } = seasonOf([contest], now, shanghai, 8)
  expect(months[0]).toEqual({ year: 2026, month: 11 })
  expect(months.at(-1)).toEqual({ year: 2027, month: 4 })
  expect(today).toBeCloseTo(19.5 / 30)
})

test('the first of the month begins at midnight of the house, not of the server', () => {
  const { months, today } = seasonOf([], new Date('2026-11-30T16:00:00Z'), shanghai, 8)
  expect(months[0]).toEqual({ year: 2026, month: 12 })
  expect(today).toBe(0)
})

test('what began before the window starts at its edge', () => {
  const [weft] = seasonOf([contest], now, shanghai, 8).wefts
  expect(weft?.segments.map(({ kind }) => kind)).toEqual(['open', 'quiet', 'live'])
  expect(weft?.segments[0]).toMatchObject({ from: 0, keys: ['call'] })
  expect(weft?.segments[1]).toMatchObject({ keys: ['notice'] })
  expect(weft?.segments[2]?.from).toBeCloseTo(4 + 15 / 31)
})

test('an event that is over before the window is left out', () => {
  const old = { ...contest, id: 'old', spans: [range('final', '2026-10-01', '2026-10-02')] }
  expect(seasonOf([old], now, shanghai, 8).wefts).toEqual([])
})

test('an event without an opening is only its days on site', () => {
  const week = {
    ...contest,
    openKey: null,
    liveKey: 'event',
    spans: [range('event', '2026-12-18', '2026-12-27')],
  }
  expect(seasonOf([week], now, shanghai, 8).wefts[0]?.segments.map(({ kind }) => kind)).toEqual(['live'])
})

test('what follows the days on site is drawn behind them', () => {
  const fair = {
    ...contest,
    liveKey: 'fair',
    openKey: null,
    spans: [range('fair', '2027-03-16', '2027-03-18'), range('move-out', '2027-03-18', '2027-03-19')],
  }
  const kinds = seasonOf([fair], now, shanghai, 8).wefts[0]?.segments.map(({ kind }) => kind)
  expect(kinds).toEqual(['live', 'quiet'])
})

test('wefts are ordered by the day on which they take place', () => {
  const soon = { ...contest, id: 'soon', spans: [range('final', '2026-12-01', '2026-12-01')] }
  expect(seasonOf([contest, soon], now, shanghai, 8).wefts.map(({ id }) => id)).toEqual(['soon', 'puyuan-cup-2026'])
})

test('the window covers whole months of the house', () => {
  expect(seasonWindow(now, shanghai, 8)).toEqual({
    from: new Date('2026-10-31T16:00:00Z'),
    to: new Date('2027-06-30T16:00:00Z'),
  })
})

test('a season has five months at least and no more than asked for', () => {
  const far = { ...contest, spans: [range('final', '2029-01-01', '2029-01-02')] }
  expect(seasonOf([], now, shanghai, 8).months).toHaveLength(5)
  expect(seasonOf([far, contest], now, shanghai, 8).months).toHaveLength(8)
})
