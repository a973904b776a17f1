import { Temporal } from 'temporal-polyfill'

interface NoticeDates {
  /** of the notice stage, as the config has them */
  opensAt: Date | null
  closesAt: Date | null
  /** how many days the config promises */
  days: number
  timezone: string
  /** when the result it is about was first published */
  publishedAt: Date
}

/**
 * When anyone may object to a published result (公示期). It begins with the publication, never before its own date, and
 * lasts to the configured end; a result that came late still has its full days, the day it began counted as the first.
 */
export function noticePeriod({ opensAt, closesAt, days, timezone, publishedAt }: NoticeDates): { from: Date; to: Date } {
  const from = opensAt && opensAt > publishedAt ? opensAt : publishedAt
  const first = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timezone).toPlainDate()
  const afterLast = first.add({ days }).toZonedDateTime(timezone)
  const full = new Date(afterLast.epochMilliseconds - 1)
  return { from, to: closesAt && closesAt > full ? closesAt : full }
}

export const runs = ({ from, to }: { from: Date; to: Date }, now: Date): boolean => from <= now && now <= to
