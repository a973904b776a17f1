import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ClockPress, readClock, secondsText } from './run-clock'

const minute = 60_000
const presses = (...list: [ClockPress['kind'], number][]): ClockPress[] => list.map(([kind, at]) => ({ kind, at: at * minute }))
const hour = { minutes: 60, stops: 'counted' } as const

test('a stop at minute 37 is downtime and the hour runs on', () => {
  const clock = readClock(hour, presses(['start', 0], ['stop', 37], ['resume', 41]), 90 * minute)
  expect(clock).toMatchObject({ state: 'finished', endedAt: 60 * minute, elapsedMs: 60 * minute, stoppedMs: 4 * minute })
})

test('a stop that was never ended lasts until the end of the run and no longer', () => {
  expect(readClock(hour, presses(['start', 0], ['stop', 50]), 55 * minute)).toMatchObject({ state: 'stopped', stoppedMs: 5 * minute })
  expect(readClock(hour, presses(['start', 0], ['stop', 50]), 300 * minute)).toMatchObject({
    state: 'finished',
    stoppedMs: 10 * minute,
    stops: [{ from: 50 * minute, to: 60 * minute }],
  })
  expect(readClock(hour, presses(['start', 0], ['stop', 50], ['finish', 53]), 300 * minute)).toMatchObject({
    endedAt: 53 * minute,
    stoppedMs: 3 * minute,
  })
})

test('where the clock waits, stops are no time and the planned length is net', () => {
  const waits = { minutes: 60, stops: 'excluded' } as const
  expect(readClock({ stops: 'excluded' }, presses(['start', 0], ['stop', 2], ['resume', 5], ['finish', 8]), 9 * minute)).toMatchObject({
    elapsedMs: 5 * minute,
    stoppedMs: 3 * minute,
  })
  expect(readClock(waits, presses(['start', 0], ['stop', 10], ['resume', 30]), 79 * minute)).toMatchObject({
    state: 'running',
    elapsedMs: 59 * minute,
  })
  expect(readClock(waits, presses(['start', 0], ['stop', 10], ['resume', 30]), 81 * minute)).toMatchObject({
    state: 'finished',
    elapsedMs: 60 * minute,
    endedAt: 80 * minute,
  })
  expect(readClock(waits, presses(['start', 0], ['stop', 10]), 500 * minute)).toMatchObject({ state: 'stopped', elapsedMs: 10 * minute })
})

test('running and standing still are the whole run, whatever was pressed', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5_000_000 }), (between, length) => {
      let at = 1_000
      const list: ClockPress[] = [{ kind: 'start', at }]
      between.forEach((gap, n) => list.push({ kind: n % 2 ? 'resume' : 'stop', at: (at += gap) }))
      list.push({ kind: 'finish', at: (at += 500) })
      const [counted, excluded] = (['counted', 'excluded'] as const).map((stops) =>
        readClock({ stops, minutes: length / minute }, list, at + 1),
      )
      const free = readClock({ stops: 'excluded' }, list, at + 1)
      expect(free.elapsedMs + free.stoppedMs).toBe(at - 1_000)
      expect(counted?.elapsedMs).toBe(Math.min(length, at - 1_000))
      expect(excluded?.elapsedMs).toBeLessThanOrEqual(length)
    }),
  )
})

test('seconds are kept to the hundredth', () =>
  expect([0, 5, 312_404, 312_405, 3_600_000].map(secondsText)).toEqual(['0.00', '0.01', '312.40', '312.41', '3600.00']))
