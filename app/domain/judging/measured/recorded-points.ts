import { Exact } from '../exact'
import { measuredPoints } from '../measured-points'
import { type Criterion, type MeasuredCriterion, type Rulebook, isMeasured } from '../rulebook'

/**
 * A quantity of one entry as it was recorded, once for all judges: decimal text, seconds for times. `item` is the fault
 * that was counted, otherwise empty. A null value: the entry did not take part in this and earns no points for it.
 */
export type RecordedValue = { entry: string; criterion: string; item: string; value: string | null }

export type RecordProblem = 'unknown-entry' | 'unknown-criterion' | 'unknown-item' | 'not-a-number' | 'negative' | 'recorded-twice'

/** Recorded once for all judges, rather than marked or written down by each of them. */
export const isRecorded = (criterion: Criterion): criterion is MeasuredCriterion =>
  isMeasured(criterion) && criterion.measured.source !== undefined

/** The criteria that judges mark on their sheets. */
export const sheetCriteria = ({ criteria }: Rulebook): Criterion[] => criteria.filter((criterion) => !isRecorded(criterion))

/** Why a recorded value cannot stand, or null. Quantities are never negative. */
export function refuseRecorded(
  criterion: Criterion | undefined,
  { item, value }: Pick<RecordedValue, 'item' | 'value'>,
): RecordProblem | null {
  if (!criterion || !isRecorded(criterion)) return 'unknown-criterion'
  if (!itemsOf(criterion).includes(item)) return 'unknown-item'
  if (value === null) return null
  const number = Exact.parse(value)
  if (!number || value.length > 20) return 'not-a-number'
  return number.compare(Exact.zero) < 0 ? 'negative' : null
}

/** What is recorded for a criterion: every fault, or one quantity with an empty name. */
export function itemsOf({ measured: { points } }: MeasuredCriterion): string[] {
  return 'deductions' in points ? points.deductions.faults.map(({ id }) => id) : ['']
}

/** The points by entry and criterion; a criterion of which something is not recorded yet is absent. */
export function recordedPoints(rulebook: Rulebook, values: readonly RecordedValue[]): Map<string, Map<string, Exact>> {
  const known = new Map<string, Map<string, Map<string, string | null>>>()
  for (const { entry, criterion, item, value } of values) {
    const own = known.get(entry) ?? new Map<string, Map<string, string | null>>()
    known.set(entry, own.set(criterion, (own.get(criterion) ?? new Map<string, string | null>()).set(item, value)))
  }
  const recorded = rulebook.criteria.filter(isRecorded)
  return new Map(
    [...known].map(([entry, own]) => [
      entry,
      new Map(
        recorded.flatMap((criterion): [string, Exact][] => {
          const points = pointsOf(criterion, own.get(criterion.id))
          return points ? [[criterion.id, points]] : []
        }),
      ),
    ]),
  )
}

function pointsOf(criterion: MeasuredCriterion, items: ReadonlyMap<string, string | null> | undefined): Exact | null {
  if (!items || itemsOf(criterion).some((item) => !items.has(item))) return null
  if ([...items.values()].includes(null)) return Exact.zero
  const { points } = criterion.measured
  if (!('deductions' in points)) return measuredPoints(criterion, Exact.of(items.get('') ?? '0'))
  const left = points.deductions.faults.reduce((rest, { id, each, atMost }) => {
    const taken = Exact.of(each).times(Exact.of(items.get(id) ?? '0'))
    const most = atMost === undefined ? taken : Exact.of(atMost)
    return rest.minus(taken.compare(most) > 0 ? most : taken)
  }, Exact.of(points.deductions.from))
  return left.compare(Exact.zero) < 0 ? Exact.zero : left
}

/**
 * The seconds behind the tie rule `time`: all that the clock gave an entry together, to the millisecond. Whoever did not
 * finish everything that is timed has no time.
 */
export function clockTimes({ criteria }: Rulebook, values: readonly RecordedValue[]): Map<string, number> {
  const timed = new Set(criteria.filter((criterion) => isRecorded(criterion) && criterion.measured.source === 'clock').map(({ id }) => id))
  const sums = new Map<string, { sum: Exact; count: number }>()
  for (const { entry, criterion, value } of values) {
    if (!timed.has(criterion) || value === null) continue
    const before = sums.get(entry) ?? { sum: Exact.zero, count: 0 }
    sums.set(entry, { sum: before.sum.plus(Exact.of(value)), count: before.count + 1 })
  }
  return new Map(
    [...sums].flatMap(([entry, { sum, count }]) => (count === timed.size ? [[entry, sum.round(3, 'half-up').toNumber()]] : [])),
  )
}
