import { expect, test } from 'vitest'
import { daysUntil } from './calendar-days'
import { openingAt, phasesAt } from './phases'

const call = { key: 'call', start: new Date('2026-07-31T16:00:00Z'), end: new Date('2026-12-20T09:00:00Z') }
const precheck = {
  key: 'precheck',
  start: new Date('2026-12-20T16:00:00Z'),
  end: new Date('2026-12-28T15:59:59.999Z'),
}
const final = {
  key: 'final',
  start: new Date('2027-03-15T16:00:00Z'),
  end: new Date('2027-03-16T15:59:59.999Z'),
}

test('phases come in the order in which they happen, whatever order they are given in', () => {
  const phases = phasesAt([final, call, precheck], new Date('2026-11-20T04:00:00Z'))
  expect(phases.map(({ key, state }) => [key, state])).toEqual([
    ['call', 'now'],
    ['precheck', 'next'],
    ['final', 'next'],
  ])
})

test('the share of the phase that has gone by runs from 0 to 1', () => {
  const half = new Date((call.start.getTime() + call.end.getTime()) / 2)
  expect(phasesAt([call], half)[0]?.share).toBeCloseTo(0.5)
  expect(phasesAt([call], new Date('2027-01-01T00:00:00Z'))[0]?.share).toBe(1)
  expect(phasesAt([call], new Date('2026-01-01T00:00:00Z'))[0]?.share).toBe(0)
})

test('a phase is still now at its last millisecond and past after it', () => {
  expect(phasesAt([precheck], precheck.end)[0]?.state).toBe('now')
  expect(phasesAt([precheck], new Date(precheck.end.getTime() + 1))[0]?.state).toBe('past')
})

test('between two phases nothing is now', () => {
  const states = phasesAt([precheck, final], new Date('2027-02-01T00:00:00Z')).map(({ state }) => state)
  expect(states).toEqual(['past', 'next'])
})

test('a moment that stands for itself has no share', () => {
  expect(phasesAt([{ key: 'opening', start: call.end, end: call.end }], call.end)[0]).toMatchObject({
    state: 'now',
    share: 0,
  })
})

test('phases that overlap are both now', () => {
  const states = phasesAt([call, { ...precheck, start: call.start }], new Date('2026-11-20T04:00:00Z'))
  expect(states.map(({ state }) => state)).toEqual(['now', 'now'])
})

test('an opening is before, open to the millisecond, and closed', () => {
  expect(openingAt(call.start, call.end, new Date(call.start.getTime() - 1))).toBe('before')
  expect(openingAt(call.start, call.end, call.end)).toBe('open')
  expect(openingAt(call.start, call.end, new Date(call.end.getTime() + 1))).toBe('closed')
  expect(openingAt(null, null, call.start)).toBe('none')
})

test('days left are counted in the zone of the event, not of the server', () => {
  const evening = new Date('2026-11-19T16:30:00Z') // already 20 November in Shanghai, still the 19th in London
  expect(daysUntil(call.end, evening, 'Asia/Shanghai')).toBe(30)
  expect(daysUntil(call.end, evening, 'Europe/London')).toBe(31)
})

test('the last day has none left, and the day after it is minus one', () => {
  expect(daysUntil(call.end, new Date('2026-12-20T08:59:00Z'), 'Asia/Shanghai')).toBe(0)
  expect(daysUntil(call.end, new Date('2026-12-20T16:00:00Z'), 'Asia/Shanghai')).toBe(-1)
})

test('a day that a clock change shortens is still one day', () => {
  // clocks in Rome go forward on 28 March 2027
  expect(daysUntil(new Date('2027-03-29T08:00:00Z'), new Date('2027-03-27T22:30:00Z'), 'Europe/Rome')).toBe(2)
})
