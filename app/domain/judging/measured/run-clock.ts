import type { Run } from './rules'

/** One press of the clock of one part of one entry; `at` in milliseconds of the server's time. */
export type ClockPress = { kind: 'start' | 'stop' | 'resume' | 'finish'; at: number }

export type Clock = {
  state: 'waiting' | 'running' | 'stopped' | 'finished'
  startedAt: number | null
  /** when it ended: pressed, or the planned length was over */
  endedAt: number | null
  /** each time it stood still; an open one has no end */
  stops: { from: number; to: number | null }[]
  /** what counts as time so far, by the rule on stops */
  elapsedMs: number
  stoppedMs: number
}

/**
 * The clock as its presses left it, seen at `now`. With `stops: counted` the planned length runs from the start, whatever
 * stood still; with `excluded` it is net. A stop whose end was not pressed lasts until the run is over.
 */
export function readClock(run: Pick<Run, 'minutes' | 'stops'>, presses: readonly ClockPress[], now: number): Clock {
  const start = presses.find(({ kind }) => kind === 'start')
  if (!start) return { state: 'waiting', startedAt: null, endedAt: null, stops: [], elapsedMs: 0, stoppedMs: 0 }
  const stops: Clock['stops'] = []
  let finished: number | null = null
  for (const { kind, at } of presses) {
    const last = stops.at(-1)
    if (kind === 'stop') stops.push({ from: at, to: null })
    else if (kind === 'resume' && last) last.to = at
    else if (kind === 'finish') finished = at
  }
  const planned = run.minutes === undefined ? null : plannedEnd(run.stops, start.at, Math.round(run.minutes * 60_000), stops)
  const over = planned !== null && planned <= (finished ?? now) ? planned : finished
  const end = over ?? now
  const within = stops
    .filter(({ from }) => from < end)
    .map(({ from, to }) => ({ from, to: to === null ? (over === null ? null : end) : Math.min(to, end) }))
  const stoppedMs = within.reduce((sum, { from, to }) => sum + (to ?? end) - from, 0)
  const state = over !== null ? 'finished' : within.at(-1)?.to === null ? 'stopped' : 'running'
  return {
    state,
    startedAt: start.at,
    endedAt: over,
    stops: within,
    elapsedMs: end - start.at - (run.stops === 'excluded' ? stoppedMs : 0),
    stoppedMs,
  }
}

/** The instant at which the planned length is over; null while a stop keeps it from coming. */
function plannedEnd(rule: Run['stops'], start: number, length: number, stops: Clock['stops']): number | null {
  let end = start + length
  if (rule === 'counted') return end
  for (const { from, to } of stops) {
    if (from >= end) break
    if (to === null) return null
    end += to - from
  }
  return end
}

/** Milliseconds as the seconds that count, to the hundredth, halves rounded up: `312.40`. */
export const secondsText = (ms: number): string => (Math.round(ms / 10) / 100).toFixed(2)
