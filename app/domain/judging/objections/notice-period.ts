import { Temporal } from 'temporal-polyfill'

interface NoticeDates {
  /** of the notice stage, as the config has it */
  closesAt: Date | null
  /** how many days the config promises */
  days: number
  timezone: string
  /** when the result it is about was first published */
  publishedAt: Date
}

/**
 * When anyone may object to a published result (公示期). It begins with the publication, early or late, and lasts its full
 * days, the day it began counted as the first; to the configured end where that comes later, since that was announced.
 */
export function noticePeriod({ closesAt, days, timezone, publishedAt }: NoticeDates): { from: Date; to: Date } {
  const from = publishedAt
  const first = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timezone).toPlainDate()
  const afterLast = first.add({ days }).toZonedDateTime(timezone)
  const full = new Date(afterLast.epochMilliseconds - 1)
  return { from, to: closesAt && closesAt > full ? closesAt : full }
}

export const runs = ({ from, to }: { from: Date; to: Date }, now: Date): boolean => from <= now && now <= to
