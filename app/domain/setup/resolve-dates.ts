import { closingOf, openingOf, parseLocalSpan } from '~/domain/events/local-date'
import type { EventConfig } from './event-config'

/** The instants between which something is open: both ends included, to the millisecond. */
export type Span = { start: Date; end: Date }

/**
 * Turns a date text into instants. A day without a time opens at its first and closes at its last millisecond in
 * `timezone`; a time that a clock change skips or repeats is read as `Temporal` does ('compatible').
 * Throws when the text is not a date, which `DateText` has ruled out for any parsed file.
 */
export function resolveDate(text: string, timezone: string): Span {
  const span = parseLocalSpan(text)
  if (!span) throw new RangeError(`not a date: ${text}`)
  const instant = (local: ReturnType<typeof openingOf>) =>
    new Date(local.toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds)
  return { start: instant(openingOf(span.start)), end: instant(closingOf(span.end)) }
}

/** Every date of an event as instants, in the order of the file. */
export function resolveDates({ dates, timezone }: Pick<EventConfig, 'dates' | 'timezone'>): ({ key: string } & Span)[] {
  return Object.entries(dates).map(([key, { on }]) => ({ key, ...resolveDate(on, timezone) }))
}
