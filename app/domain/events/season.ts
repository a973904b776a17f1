import { Temporal } from 'temporal-polyfill'
import { wallTime } from './calendar-days'
import type { PhaseSpan } from './phases'

/** An event of the season: which of its dates is the opening and which stands for the event itself. */
export type SeasonEvent = {
  id: string
  timezone: string
  spans: readonly PhaseSpan[]
  openKey: string | null
  liveKey: string | null
}

/**
 * A piece of a weft. `open`: visitors can enter, book, register. `quiet`: judging, making, preparing. `live`: on site.
 * `from` and `to` are months from the first warp, cut off at the edges; `keys` are the dates it covers.
 */
export type Segment = { kind: 'open' | 'quiet' | 'live'; from: number; to: number; keys: string[] }
export type Weft = { id: string; segments: Segment[] }
export type Season = {
  months: { year: number; month: number }[]
  /** months from the first warp to today */
  today: number
  wefts: Weft[]
}

const FEWEST_MONTHS = 5

/**
 * Months as warps, from the month of `now` on; events as wefts, by the day on which they take place. Shows at most
 * `most` months, fewer when the last of them would be empty.
 */
export function seasonOf(events: readonly SeasonEvent[], now: Date, timezone: string, most: number): Season {
  const first = wallTime(now, timezone)
  const ends = events.flatMap((event) => event.spans.map(({ end }) => monthsFrom(first, end, event.timezone)))
  // one month of air behind the last date, where its label stands
  const length = Math.min(most, Math.max(FEWEST_MONTHS, Math.ceil(Math.max(0, ...ends)) + 1))
  const months = Array.from({ length }, (_, index) => {
    const month = first.month - 1 + index
    return { year: first.year + Math.floor(month / 12), month: (month % 12) + 1 }
  })
  const wefts = events
    .map((event) => ({ event, weft: weftOf(event, first, length) }))
    .filter(({ weft }) => weft.segments.length > 0)
    .sort((a, b) => liveStart(a.event) - liveStart(b.event) || (a.event.id < b.event.id ? -1 : 1))
    .map(({ weft }) => weft)
  return {
    months,
    today: monthsFrom(first, now, timezone),
    wefts,
  }
}

/** First moment of the season’s window and first moment after it, for the query that fills it. */
export function seasonWindow(now: Date, timezone: string, length: number): { from: Date; to: Date } {
  const { year, month } = wallTime(now, timezone)
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const instant = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(timezone).epochMilliseconds)
  return { from: instant(first), to: instant(first.add({ months: length })) }
}

type Month = { year: number; month: number }

/** Months from the start of `first` to an instant; a day is its share of its own month. */
function monthsFrom(first: Month, instant: Date, timezone: string): number {
  const { year, month, day, hour, minute } = wallTime(instant, timezone)
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const whole = (year - first.year) * 12 + (month - first.month)
  return whole + (day - 1 + hour / 24 + minute / 1440) / daysInMonth
}

const liveOf = ({ spans, liveKey }: SeasonEvent) =>
  spans.find(({ key }) => key === liveKey) ?? [...spans].sort((a, b) => a.start.getTime() - b.start.getTime()).at(-1)

const liveStart = (event: SeasonEvent) => liveOf(event)?.start.getTime() ?? 0

function weftOf(event: SeasonEvent, first: Month, length: number): Weft {
  const { id, timezone, spans } = event
  const live = liveOf(event)
  const open = spans.find(({ key }) => key === event.openKey && key !== live?.key)
  const others = spans.filter((span) => span !== live && span !== open).sort((a, b) => a.start.getTime() - b.start.getTime())
  const cut = (kind: Segment['kind'], start: Date, end: Date, keys: string[]): Segment[] => {
    const [from, to] = [start, end].map((date) => Math.min(length, Math.max(0, monthsFrom(first, date, timezone))))
    return from !== undefined && to !== undefined && from < to ? [{ kind, from, to, keys }] : []
  }
  if (!live) return { id, segments: [] }
  const before = others.filter((span) => span.start < live.start)
  const after = others.filter((span) => span.start >= live.start)
  const begun = open?.end ?? before[0]?.start
  const ended = latest(after.map(({ end }) => end))
  return {
    id,
    segments: [
      ...(open ? cut('open', open.start, open.end, [open.key]) : []),
      ...(begun && before.length > 0
        ? cut(
            'quiet',
            begun,
            live.start,
            before.map(({ key }) => key),
          )
        : []),
      ...cut('live', live.start, live.end, [live.key]),
      ...(ended
        ? cut(
            'quiet',
            live.end,
            ended,
            after.map(({ key }) => key),
          )
        : []),
    ],
  }
}

const latest = (dates: Date[]) => (dates.length > 0 ? new Date(Math.max(...dates.map(Number))) : undefined)
