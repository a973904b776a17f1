import type { PhaseSpan } from '~/domain/events/phases'
import { DECIDING } from '~/domain/events/stage-state'
import type { Stage } from '../section'
import { noticePeriod } from './notice-period'

interface Asked<Span extends PhaseSpan> {
  stages: readonly Pick<Stage, 'id' | 'type' | 'dates'>[]
  /** how the stages stand, by id */
  states: readonly { id: string; state: string; publishedAt: Date | null }[]
  spans: readonly Span[]
  daysOf: (stageId: string) => number | null
  timezone: string
}

/**
 * The dates of an event as its publications left them: whatever was decided up to the last published stage is over
 * whatever its dates, and the notice after it runs from the publication, as `noticePeriod` says it.
 */
export function publishedPhases<Span extends PhaseSpan>({
  stages,
  states,
  spans,
  daysOf,
  timezone,
}: Asked<Span>): {
  spans: Span[]
  over: Set<string>
} {
  const stateOf = new Map(states.map((one) => [one.id, one]))
  const last = stages.findLastIndex(({ id }) => stateOf.get(id)?.state === 'published')
  if (last < 0) return { spans: [...spans], over: new Set() }
  const over = new Set(stages.slice(0, last + 1).flatMap(({ type, dates }) => (type === 'notice' || !dates ? [] : [dates])))
  const publishedAt = stateOf.get(stages[last]?.id ?? '')?.publishedAt
  const after = stages.slice(last + 1)
  const next = after.findIndex(({ type }) => DECIDING.includes(type))
  const notice = (next < 0 ? after : after.slice(0, next)).find(({ type }) => type === 'notice')
  const days = notice && daysOf(notice.id)
  // stages that come share no phase with what is over
  for (const { dates } of after) if (dates) over.delete(dates)
  return {
    over,
    spans: spans.map((span) => {
      if (!publishedAt || !days || span.key !== notice?.dates) return span
      const { from, to } = noticePeriod({ closesAt: span.end, days, timezone, publishedAt })
      return { ...span, start: from, end: to }
    }),
  }
}
