import { expect, test } from 'vitest'
import { inWorkOrder } from './work-order'

const event = (id: string, startsAt: string | null, endsAt: string | null, more = {}) => ({
  id,
  status: 'open',
  waiting: 0,
  opensAt: null,
  closesAt: null,
  startsAt: startsAt ? new Date(startsAt) : null,
  endsAt: endsAt ? new Date(endsAt) : null,
  ...more,
})

test('what waits or runs comes first, then the nearest, then what is over', () => {
  const events = [
    event('fair-2027', '2027-09-01', '2027-09-03'),
    event('undated', null, null),
    event('over-2024', '2024-05-01', '2024-06-01'),
    event('over-2025', '2025-05-01', '2025-06-01'),
    event('running', '2026-11-01', '2026-12-01'),
    event('cancelled', '2026-11-01', '2027-12-01', { status: 'cancelled', waiting: 4 }),
    event('waiting', '2026-09-01', '2027-03-01', { waiting: 2 }),
    event('draft', '2026-11-01', '2027-01-01', { status: 'draft' }),
    event('fair-spring', '2027-03-01', '2027-03-03'),
  ]
  expect(inWorkOrder(events, new Date('2026-11-20')).map(({ id }) => id)).toEqual([
    'waiting',
    'running',
    'draft',
    'fair-spring',
    'fair-2027',
    'undated',
    'cancelled',
    'over-2025',
    'over-2024',
  ])
})
