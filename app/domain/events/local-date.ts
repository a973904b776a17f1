import { Temporal } from 'temporal-polyfill'

/** A day, or a minute of a day, as an event file writes it: without a zone, which the event supplies. */
export type LocalDate = { date: Temporal.PlainDate; time: Temporal.PlainTime | null }

/** What a date text covers. `end` equals `start` when the text is one date and not a range. */
export type LocalSpan = { start: LocalDate; end: LocalDate }

const shape = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/

function parseLocalDate(text: string): LocalDate | null {
  const match = shape.exec(text.trim())
  if (!match?.[1]) return null
  try {
    return {
      date: Temporal.PlainDate.from(match[1], { overflow: 'reject' }),
      time: match[2] ? Temporal.PlainTime.from(match[2], { overflow: 'reject' }) : null,
    }
  } catch {
    return null
  }
}

/**
 * Reads `2026-08-01`, `2026-12-20T17:00` or a range of two of them joined by `..`.
 * Null when the text has another form or names a day that does not exist.
 */
export function parseLocalSpan(text: string): LocalSpan | null {
  const [first = '', second, ...rest] = text.split('..')
  if (rest.length > 0) return null
  const start = parseLocalDate(first)
  const end = second === undefined ? start : parseLocalDate(second)
  return start && end ? { start, end } : null
}

/** First moment a local date stands for: its time, or the start of the day. */
export const openingOf = ({ date, time }: LocalDate) => date.toPlainDateTime(time ?? '00:00')

/** Last moment a local date stands for: its time, or the last millisecond of the day. */
export const closingOf = ({ date, time }: LocalDate) => date.toPlainDateTime(time ?? '23:59:59.999')
