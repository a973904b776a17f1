import { Exact } from '../exact'
import { type MeasuredCriterion, type Rulebook } from '../rulebook'
import { type RunEntry, faultCount, partsOf, pressesOf, standing } from './measurements'
import { isRecorded, itemsOf } from './recorded-points'
import { readClock } from './run-clock'
import type { SentRecord } from './sent-records'

export type RecordRefusal =
  | 'stage-not-open'
  | 'unknown-work'
  | 'recused'
  | 'not-your-task'
  | 'confirmed'
  | 'absurd-time'
  | 'unknown-part'
  | 'unknown-criterion'
  | 'not-a-number'
  | 'out-of-order'
  | 'not-started'
  | 'below-zero'
  | 'implausible'
  | 'meter-runs-back'
  | 'needs-reason'
  | 'nothing-to-take-back'
  | 'unfinished'

/** What the panel calls whoever presses: 计时员 clocks and reads, 裁判 counts and confirms, 总裁判长 does both. */
export type OfficialRole = 'timekeeper' | 'referee' | 'chief'

export const roleOf = ({ scoring, isChair }: { scoring: boolean; isChair: boolean }): OfficialRole =>
  isChair ? 'chief' : scoring ? 'referee' : 'timekeeper'

const tasks: Record<OfficialRole, readonly RunEntry['kind'][]> = {
  timekeeper: ['start', 'stop', 'resume', 'finish', 'reading', 'void'],
  referee: ['fault', 'absent', 'confirm', 'reading', 'void'],
  chief: ['start', 'stop', 'resume', 'finish', 'reading', 'fault', 'absent', 'confirm', 'void'],
}

export const mayRecord = (role: OfficialRole, kind: RunEntry['kind']): boolean => tasks[role].includes(kind)

/** What is known of the entry a record is about. `seats` says who pressed what. */
export type RecordTarget = { entryId: string; recused: boolean; records: readonly (RunEntry & { seat: string })[] } | null

export type RecordScene = {
  rulebook: Rulebook
  open: boolean
  role: OfficialRole
  seatId: string
  opensAt: number | null
  receivedAt: number
}

export type RecordReply = { id: string; status: 'saved' | 'repeated' } | { id: string; status: 'refused'; reason: RecordRefusal }

const LONGEST_WAIT_MS = 24 * 3_600_000
const MOST_FAULTS = Exact.of(999)

/**
 * Settles one record against what stands. The server's time decides: a record was made when it arrived, less the time it
 * waited on the device, and never before what the entry has already; what the device's clock says is only kept beside it.
 */
export function settleRecord(scene: RecordScene, sent: SentRecord, target: RecordTarget): { reply: RecordReply; at: number | null } {
  const known = target?.records.find(({ id }) => id === sent.id)
  if (known) return { reply: { id: sent.id, status: 'repeated' }, at: null }
  const own = scene.receivedAt - sent.waitedMs
  // two devices press a moment apart and arrive the other way round
  const latest = Math.max(...(target?.records.map(({ at }) => at) ?? []), own)
  const at = latest - own <= 2_000 ? latest : own
  const reason = refuseRecord(scene, sent, target, at)
  return reason ? { reply: { id: sent.id, status: 'refused', reason }, at: null } : { reply: { id: sent.id, status: 'saved' }, at }
}

function refuseRecord(
  { rulebook, open, role, seatId, opensAt, receivedAt }: RecordScene,
  sent: SentRecord,
  target: RecordTarget,
  at: number,
): RecordRefusal | null {
  if (!open) return 'stage-not-open'
  if (!mayRecord(role, sent.kind)) return 'not-your-task'
  if (!target) return 'unknown-work'
  if (target.recused) return 'recused'
  if (sent.waitedMs < 0 || sent.waitedMs > LONGEST_WAIT_MS || at > receivedAt + 2_000 || (opensAt !== null && at < opensAt))
    return 'absurd-time'
  const kept = standing(target.records)
  if (kept.some(({ kind }) => kind === 'confirm')) return 'confirmed'
  if (sent.part !== '' && !partsOf(rulebook).includes(sent.part)) return 'unknown-part'
  switch (sent.kind) {
    case 'start':
    case 'stop':
    case 'resume':
    case 'finish':
      return refusePress(rulebook, sent, kept, at)
    case 'reading':
      return refuseReading(rulebook, sent, kept, at)
    case 'fault':
      return refuseFault(rulebook, sent, kept)
    case 'void':
      return refuseVoid(
        sent,
        target.records.filter((record) => kept.includes(record)),
        seatId,
      )
    case 'absent':
      return sent.reason === ''
        ? 'needs-reason'
        : kept.some(({ kind, part }) => kind === 'start' && (sent.part === '' || part === sent.part))
          ? 'out-of-order'
          : null
    default:
      return unfinished(rulebook, kept, at) ? 'unfinished' : null
  }
}

const allowed = { start: ['waiting'], stop: ['running'], resume: ['stopped'], finish: ['running', 'stopped'] } as const

function refusePress(rulebook: Rulebook, { kind, part }: SentRecord, kept: readonly RunEntry[], at: number): RecordRefusal | null {
  if (!rulebook.run) return 'unknown-part'
  if (!partsOf(rulebook).includes(part)) return 'unknown-part'
  if (kind !== 'start' && kind !== 'stop' && kind !== 'resume' && kind !== 'finish') return 'out-of-order'
  const presses = pressesOf(kept, part)
  if (presses.some((press) => press.at > at)) return 'out-of-order'
  const { state } = readClock(rulebook.run, presses, at)
  if (state === 'waiting' && kind !== 'start') return 'not-started'
  return (allowed[kind] as readonly string[]).includes(state) ? null : 'out-of-order'
}

function recordedCriterion(rulebook: Rulebook, id: string | null, sources: readonly string[]): MeasuredCriterion | null {
  const criterion = rulebook.criteria.find((one) => one.id === id)
  return criterion && isRecorded(criterion) && sources.includes(criterion.measured.source ?? '') ? criterion : null
}

function refuseReading(
  rulebook: Rulebook,
  { criterion: id, value, confirmed }: SentRecord,
  kept: readonly RunEntry[],
  at: number,
): RecordRefusal | null {
  const criterion = recordedCriterion(rulebook, id, ['meter', 'reading'])
  if (!criterion) return 'unknown-criterion'
  const reading = Exact.parse(value ?? '')
  if (!reading || !reading.isMultipleOf(Exact.of('0.001')) || reading.compare(Exact.of(99_999_999)) > 0) return 'not-a-number'
  if (reading.compare(Exact.zero) < 0) return 'below-zero'
  const part = criterion.measured.part
  if (rulebook.run && !kept.some((record) => record.kind === 'start' && record.at <= at && (part === undefined || record.part === part)))
    return 'not-started'
  if (criterion.measured.source === 'meter') {
    const before = kept.findLast((record) => record.kind === 'reading' && record.criterion === id)
    if (before?.value != null && reading.compare(Exact.of(before.value)) < 0) return 'meter-runs-back'
  }
  const { plausible } = criterion.measured
  const outside = plausible && (reading.compare(Exact.of(plausible.min)) < 0 || reading.compare(Exact.of(plausible.max)) > 0)
  return outside && !confirmed ? 'implausible' : null
}

function refuseFault(rulebook: Rulebook, { criterion: id, item, value }: SentRecord, kept: readonly RunEntry[]): RecordRefusal | null {
  const criterion = recordedCriterion(rulebook, id, ['faults'])
  if (!criterion || !itemsOf(criterion).includes(item)) return 'unknown-criterion'
  if (value !== '1' && value !== '-1') return 'not-a-number'
  const count = faultCount(kept, criterion.id, item).plus(Exact.of(value))
  return count.compare(Exact.zero) < 0 ? 'below-zero' : count.compare(MOST_FAULTS) > 0 ? 'not-a-number' : null
}

/** Only one's own record is taken back, and of a clock only its last press: an older one would change what came after. */
function refuseVoid({ voids, reason }: SentRecord, kept: readonly (RunEntry & { seat: string })[], seatId: string): RecordRefusal | null {
  const meant = kept.find(({ id }) => id === voids)
  if (!meant || meant.seat !== seatId) return 'nothing-to-take-back'
  if (reason === '') return 'needs-reason'
  const last = kept.findLast(
    ({ kind, part }) => part === meant.part && (kind === 'start' || kind === 'stop' || kind === 'resume' || kind === 'finish'),
  )
  const isPress = meant.kind === 'start' || meant.kind === 'stop' || meant.kind === 'resume' || meant.kind === 'finish'
  return isPress && last?.id !== meant.id ? 'out-of-order' : null
}

/** A sheet is confirmed when every clock has ended or its part was not taken part in. */
function unfinished(rulebook: Rulebook, kept: readonly RunEntry[], at: number): boolean {
  const { run } = rulebook
  if (!run) return false
  return partsOf(rulebook).some(
    (part) =>
      !kept.some(({ kind, part: of }) => kind === 'absent' && (of === '' || of === part)) &&
      readClock(run, pressesOf(kept, part), at).state !== 'finished',
  )
}
