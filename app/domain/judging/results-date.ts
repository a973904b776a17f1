import { isScoring } from './section'
import type { Stage } from './section'

/** The next result an event will publish: of which stage, and the key of the date from which it is expected. */
export type ExpectedResult = { stage: Stage; dates: string; at: 'start' | 'end' }

/**
 * Results are announced when the public notice after a stage begins; a stage without a notice announces them when it
 * ends. Null when every judged stage in `stages`, the config’s, is among `published` (ids) already.
 */
export function expectedResult(stages: readonly Stage[], published: readonly string[]): ExpectedResult | null {
  const last = stages.findLastIndex(({ id }) => published.includes(id))
  const at = stages.findIndex((stage, index) => index > last && decides(stage))
  const stage = stages[at]
  if (!stage) return null
  const after = stages.slice(at + 1)
  const until = after.findIndex(decides)
  const notice = (until < 0 ? after : after.slice(0, until)).find(({ type }) => type === 'notice')
  return notice ? { stage, dates: notice.dates, at: 'start' } : { stage, dates: stage.dates, at: 'end' }
}

const decides = (stage: Stage) => isScoring(stage) || stage.type === 'vote'
