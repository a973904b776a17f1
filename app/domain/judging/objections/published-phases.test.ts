import { expect, test } from 'vitest'
import { phasesAt } from '~/domain/events/phases'
import { publishedPhases } from './published-phases'

const span = (key: string, start: string, end: string) => ({
  key,
  start: new Date(`${start}T00:00:00Z`),
  end: new Date(`${end}T00:00:00Z`),
})
const spans = [
  span('preliminary', '2026-11-17', '2026-12-01'),
  span('notice', '2026-12-04', '2026-12-10'),
  span('final', '2027-01-10', '2027-01-11'),
]
const stages = [
  { id: 'preliminary', type: 'score' as const, dates: 'preliminary' },
  { id: 'notice', type: 'notice' as const, dates: 'notice' },
  { id: 'final', type: 'live' as const, dates: 'final' },
]
const now = new Date('2026-11-20T12:00:00Z')
const statesOf = (publishedAt: Date | null) => {
  const states = stages.map(({ id }) => ({ id, state: 'upcoming', publishedAt: null as Date | null }))
  if (publishedAt) states[0] = { id: 'preliminary', state: 'published', publishedAt }
  const left = publishedPhases({ stages, states, spans, daysOf: () => 7, timezone: 'UTC' })
  return phasesAt(left.spans, now, left.over).map(({ key, state }) => `${key} ${state}`)
}

test('a stage that nobody published is on until its date ends', () =>
  expect(statesOf(null)).toEqual(['preliminary now', 'notice next', 'final next']))

test('a published stage is over before its date ends, and its notice is on from the publication', () =>
  expect(statesOf(new Date('2026-11-20T10:00:00Z'))).toEqual(['preliminary past', 'notice now', 'final next']))
