import { expect, test } from 'vitest'
import { visitorAction } from './visitor-action'

const now = new Date('2026-11-20T04:00:00Z')
const open = {
  kind: 'design-contest',
  status: 'open',
  takesEntries: true,
  opensAt: new Date('2026-08-01'),
  closesAt: new Date('2026-12-20'),
}

test('an open design contest takes works, other contests take registrations', () => {
  expect(visitorAction(open, now)).toBe('submit')
  expect(visitorAction({ ...open, kind: 'equipment-contest' }, now)).toBe('register')
})

test('a fair that is open for applications elsewhere offers nothing here', () =>
  expect(visitorAction({ ...open, kind: 'expo', takesEntries: false }, now)).toBeNull())

test('a cancelled event, one not open yet and one that has closed offer nothing', () => {
  expect(visitorAction({ ...open, status: 'cancelled' }, now)).toBeNull()
  expect(visitorAction({ ...open, opensAt: new Date('2026-12-01') }, now)).toBeNull()
  expect(visitorAction({ ...open, closesAt: new Date('2026-11-19') }, now)).toBeNull()
})

test('a postponed event whose dates say it is open is open', () =>
  expect(visitorAction({ ...open, status: 'postponed' }, now)).toBe('submit'))
