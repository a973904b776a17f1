import { Exact } from './exact'
import { sheetCriteria } from './measured/recorded-points'
import { type Criterion, type Rulebook, isMeasured } from './rulebook'

// marks are stored as decimals of up to five digits before and three after the point
const largest = Exact.of('99999.999')
const finest = Exact.of('0.001')

export type ValueRefusal = 'not-a-number' | 'out-of-range' | 'off-step'

/** May this decimal text be a mark for the criterion? A measured value has no range or step of its own. */
export function refuseValue(criterion: Criterion, text: string): ValueRefusal | null {
  const value = Exact.parse(text)
  if (!value) return 'not-a-number'
  if (value.compare(largest) > 0 || value.compare(Exact.zero.minus(largest)) < 0) return 'out-of-range'
  if (isMeasured(criterion)) return value.isMultipleOf(finest) ? null : 'off-step'
  const min = Exact.of(criterion.min)
  if (value.compare(min) < 0 || value.compare(Exact.of(criterion.max)) > 0) return 'out-of-range'
  return value.minus(min).isMultipleOf(Exact.of(criterion.step)) ? null : 'off-step'
}

export type MarkRefusal =
  'stage-not-open' | 'not-on-panel' | 'conflicts-not-declared' | 'sheet-locked' | 'recused' | 'unknown-criterion' | ValueRefusal

export type MarkAttempt = {
  rulebook: Rulebook
  stage: { state: 'upcoming' | 'open' | 'closed' | 'published' }
  /** `scoring` is false for advisers and for a chair who only presides; `removed` seats are no longer on the panel */
  seat: { scoring: boolean; removed: boolean; declared: boolean; locked: boolean }
  /** the judge stands aside for this work */
  recused: boolean
  criterion: string
  /** decimal text as it was entered; null takes the mark back */
  value: string | null
}

/**
 * Why this mark may not be saved, or null. Who may mark is asked before what is marked, so that a judge without a
 * say learns nothing about the work from the reply.
 */
export function refuseMark({ rulebook, stage, seat, recused, criterion: id, value }: MarkAttempt): MarkRefusal | null {
  if (!seat.scoring || seat.removed) return 'not-on-panel'
  if (stage.state !== 'open') return 'stage-not-open'
  if (!seat.declared) return 'conflicts-not-declared'
  if (seat.locked) return 'sheet-locked'
  if (recused) return 'recused'
  const criterion = sheetCriteria(rulebook).find((known) => known.id === id)
  if (!criterion) return 'unknown-criterion'
  return value === null ? null : refuseValue(criterion, value)
}
