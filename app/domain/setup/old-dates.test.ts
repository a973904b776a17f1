import { expect, test } from 'vitest'
import type { EventConfig } from './event-config'
import { oldDates } from './old-dates'
import { resolveDate } from './resolve-dates'

const timezone = 'Asia/Shanghai'
const from = { live: '2026-12-04T08:30..2026-12-04T18:00' }
const config = {
  timezone,
  postponed: { at: '2026-11-15', reason: { zh: '检修', en: 'repair' }, from },
} as unknown as EventConfig
const live = { key: 'live', ...resolveDate(from.live, timezone) }

test('an event that came in postponed shows the dates its file names', () => expect(oldDates(config, [])).toEqual([live]))

test('a date recorded already is not shown twice', () => expect(oldDates(config, [live])).toEqual([live]))

test('an event that was never postponed has no old dates', () => expect(oldDates({ ...config, postponed: undefined }, [])).toEqual([]))
