import { dateFormat } from './date-format'
import type { Lang } from './language'

/** Formats for people, always in the event's zone. Dates in, text out. */
export function formatDate(date: Date, lang: Lang, timeZone: string, withYear = false): string {
  // day before month in English too: 20 December, 1–8 November
  return dateFormat(lang === 'en' ? 'en-GB' : lang, {
    timeZone,
    day: 'numeric',
    month: lang === 'en' ? 'long' : 'numeric',
    ...(withYear ? { year: 'numeric' } : {}),
    ...(lang === 'en' ? {} : { month: 'long' }),
  }).format(date)
}

export function formatDateTime(date: Date, lang: Lang, timeZone: string, withYear = true): string {
  const time = dateFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hour12: false }).format(date)
  return lang === 'en' ? `${formatDate(date, lang, timeZone, withYear)}, ${time}` : `${formatDate(date, lang, timeZone, withYear)}${time}`
}

/** To the second, for clocks that are compared: 14:37:05. */
export const formatInstant = (date: Date, lang: Lang, timeZone: string): string =>
  dateFormat(lang === 'en' ? 'en-GB' : lang, { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }).format(
    date,
  )

/** 11月1日—8日, 1–8 November; both ends with a month when it differs, with years when they differ from `thisYear`. */
export function formatRange(from: Date, to: Date, lang: Lang, timeZone: string, thisYear?: number): string {
  const part = (date: Date, options: Intl.DateTimeFormatOptions) => dateFormat('en-CA', { timeZone, ...options }).format(date)
  const year = (date: Date) => Number(part(date, { year: 'numeric' }))
  const month = (date: Date) => part(date, { month: 'numeric' })
  const day = (date: Date) => part(date, { day: 'numeric' })
  const showYear = thisYear !== undefined && (year(from) !== thisYear || year(to) !== thisYear)
  const sameMonth = year(from) === year(to) && month(from) === month(to)
  if (sameMonth && day(from) === day(to)) return formatDate(from, lang, timeZone, showYear)
  if (lang === 'en') {
    if (sameMonth) return `${day(from)}–${formatDate(to, lang, timeZone, showYear)}`
    return `${formatDate(from, lang, timeZone, showYear && year(from) !== year(to))} – ${formatDate(to, lang, timeZone, showYear)}`
  }
  if (sameMonth) return `${formatDate(from, lang, timeZone, showYear)}—${day(to)}日`
  return `${formatDate(from, lang, timeZone, showYear)}—${formatDate(to, lang, timeZone, showYear && year(from) !== year(to))}`
}

export const formatNumber = (value: number, lang: Lang): string => new Intl.NumberFormat(lang).format(value)

/** Bytes for people: 20 MB, 340 KB. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(bytes >= 10 * 1024 * 1024 ? 0 : 1)} MB`
  return `${Math.max(1, Math.round(bytes / 1024))} KB`
}
