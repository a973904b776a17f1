import type { EventConfig } from './event-config'
import { resolveDate } from './resolve-dates'

type OldDate = { key: string; start: Date; end: Date }

/**
 * The dates that a postponement moved, which stay in sight: those recorded when the change was applied, and those the
 * file itself names, for an event that was already postponed when it came into the house. Oldest record first.
 */
export function oldDates({ postponed, timezone }: EventConfig, recorded: readonly OldDate[]): OldDate[] {
  const written = Object.entries(postponed?.from ?? {}).map(([key, on]) => ({
    key,
    ...resolveDate(on, timezone),
  }))
  const same = (a: OldDate, b: OldDate) => a.key === b.key && a.start.getTime() === b.start.getTime() && a.end.getTime() === b.end.getTime()
  return [...recorded, ...written.filter((date) => !recorded.some((old) => same(old, date)))]
}
