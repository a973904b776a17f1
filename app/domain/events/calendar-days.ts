import { dateFormat } from '~/i18n/date-format'

/** What a clock on the wall shows; `month` counts from 1. */
export type WallTime = { year: number; month: number; day: number; hour: number; minute: number }

/** The wall time of an instant in a time zone. */
export function wallTime(instant: Date, timezone: string): WallTime {
  const parts = dateFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant)
  const part = (type: keyof WallTime) => Number(parts.find((one) => one.type === type)?.value)
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  }
}

const DAY_MS = 86_400_000

/**
 * Whole calendar days from `now` to `then` as people in `timezone` count them: 0 on the same day, however few hours
 * are left, negative once that day is over.
 */
export function daysUntil(then: Date, now: Date, timezone: string): number {
  const dayNumber = ({ year, month, day }: WallTime) => Date.UTC(year, month - 1, day) / DAY_MS
  return dayNumber(wallTime(then, timezone)) - dayNumber(wallTime(now, timezone))
}
