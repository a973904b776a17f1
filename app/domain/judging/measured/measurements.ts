import { Exact } from '../exact'
import type { MeasuredCriterion, Rulebook } from '../rulebook'
import { type RecordedValue, isRecorded, itemsOf } from './recorded-points'
import { type ClockPress, readClock, secondsText } from './run-clock'

/** A record as it is kept, in the order of its time. `value` is decimal text. */
export type RunEntry = {
  id: string
  kind: 'start' | 'stop' | 'resume' | 'finish' | 'absent' | 'fault' | 'reading' | 'void' | 'confirm'
  part: string
  criterion: string | null
  item: string
  value: string | null
  voids: string | null
  at: number
}

export type Recordings = {
  /** by entry, everything that was pressed, oldest first */
  records: ReadonlyMap<string, readonly RunEntry[]>
  /** marks of the last import; null: did not sit it */
  imported: readonly { entry: string; criterion: string; value: string | null }[]
  /** agreed corrections, oldest first: the last one counts */
  corrections: readonly { entry: string; criterion: string; item: string; value: string | null }[]
  now: number
}

/** What still stands: voids take records back, and themselves say nothing. */
export function standing(records: readonly RunEntry[]): RunEntry[] {
  const gone = new Set(records.flatMap(({ voids }) => voids ?? []))
  return records.filter(({ id, kind }) => kind !== 'void' && !gone.has(id))
}

/** The presses of one part's clock, in order. */
export const pressesOf = (records: readonly RunEntry[], part: string): ClockPress[] =>
  records.flatMap(({ kind, part: own, at }) =>
    own === part && (kind === 'start' || kind === 'stop' || kind === 'resume' || kind === 'finish') ? [{ kind, at }] : [],
  )

/** The names of the clocks of a run: its parts, or one without a name. */
export const partsOf = ({ run }: Rulebook): string[] => run?.parts?.map(({ id }) => id) ?? ['']

/**
 * Every quantity that counts, from what was pressed, imported and corrected: one value an entry, criterion and item.
 * Faults count once the sheet is confirmed; clocks once they have stopped for good; what is still open is absent.
 */
export function measurementsOf(rulebook: Rulebook, { records, imported, corrections, now }: Recordings): RecordedValue[] {
  const found = new Map<string, RecordedValue>()
  const put = (value: RecordedValue) => found.set(JSON.stringify([value.entry, value.criterion, value.item]), value)
  for (const [entry, all] of records) {
    const kept = standing(all)
    for (const criterion of rulebook.criteria.filter(isRecorded)) {
      for (const { item, value } of valuesOf(rulebook, criterion, kept, now)) put({ entry, criterion: criterion.id, item, value })
    }
  }
  for (const { entry, criterion, value } of imported) put({ entry, criterion, item: '', value })
  for (const correction of corrections) put(correction)
  return [...found.values()]
}

type Item = { item: string; value: string | null }

function valuesOf(rulebook: Rulebook, criterion: MeasuredCriterion, kept: readonly RunEntry[], now: number): Item[] {
  const { source, part } = criterion.measured
  if (source === 'sheet') return []
  const absent = kept.some((record) => record.kind === 'absent' && (record.part === '' || record.part === part))
  if (absent) return itemsOf(criterion).map((item) => ({ item, value: null }))
  if (source === 'faults') {
    if (!kept.some(({ kind }) => kind === 'confirm')) return []
    return itemsOf(criterion).map((item) => ({ item, value: faultCount(kept, criterion.id, item).toText() }))
  }
  const readings = kept.flatMap(({ kind, criterion: of, value }) =>
    kind === 'reading' && of === criterion.id && value !== null ? [Exact.of(value)] : [],
  )
  const [first, last] = [readings[0], readings.at(-1)]
  if (source === 'reading') return last ? [{ item: '', value: last.toText() }] : []
  if (source === 'meter') return first && last && readings.length > 1 ? [{ item: '', value: last.minus(first).toText() }] : []
  const clocks = (part === undefined ? partsOf(rulebook) : [part]).map((name) =>
    readClock(rulebook.run ?? { stops: 'counted' }, pressesOf(kept, name), now),
  )
  if (clocks.some(({ state }) => state !== 'finished')) return []
  const ms = clocks.reduce((sum, { elapsedMs, stoppedMs }) => sum + (source === 'stops' ? stoppedMs : elapsedMs), 0)
  return [{ item: '', value: secondsText(ms) }]
}

/** How often a fault was counted. */
export const faultCount = (kept: readonly RunEntry[], criterion: string, item: string): Exact =>
  Exact.sum(
    kept.flatMap((record) =>
      record.kind === 'fault' && record.criterion === criterion && record.item === item ? [Exact.of(record.value ?? '0')] : [],
    ),
  )
