/** One named date of an event as instants, both ends included. */
export type PhaseSpan = { key: string; start: Date; end: Date }

export type PhaseState = 'past' | 'now' | 'next'

/** `share` is how much of the phase has gone by, 0 to 1. */
export type Phase<Span extends PhaseSpan = PhaseSpan> = Span & { state: PhaseState; share: number }

/**
 * The phases in the order in which they happen, each with where `now` stands in it. Several can be now. Those whose key is
 * in `over` ended before their date did.
 */
export function phasesAt<Span extends PhaseSpan>(spans: readonly Span[], now: Date, over: ReadonlySet<string> = new Set()): Phase<Span>[] {
  const at = now.getTime()
  return [...spans].sort(earlier).map((span) => {
    const [start, end] = [span.start.getTime(), span.end.getTime()]
    const state = over.has(span.key) || at > end ? 'past' : at < start ? 'next' : 'now'
    const share = state === 'past' ? 1 : state === 'next' || end === start ? 0 : (at - start) / (end - start)
    return { ...span, state, share }
  })
}

/** The spans with the one called `key` ended at `end`, should that be before its planned end and after its start. */
export const endedAt = <Span extends PhaseSpan>(spans: readonly Span[], key: string | undefined, end: Date | null): Span[] =>
  spans.map((span) => (span.key === key && end && end < span.end && end > span.start ? { ...span, end } : span))

const earlier = (a: PhaseSpan, b: PhaseSpan) => a.start.getTime() - b.start.getTime() || a.end.getTime() - b.end.getTime()

/** What a window in which visitors can act is to them: it opens later, is open, or has closed. */
export type Opening = 'none' | 'before' | 'open' | 'closed'

export function openingAt(opensAt: Date | null, closesAt: Date | null, now: Date): Opening {
  if (!opensAt || !closesAt) return 'none'
  if (now < opensAt) return 'before'
  return now <= closesAt ? 'open' : 'closed'
}
