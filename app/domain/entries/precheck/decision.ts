import type { CheckDecision, EntryState } from '~/generated/prisma/enums'
import { mayBecome } from '../entry-state'
import type { CheckReason } from './reasons'

export interface Decision {
  decision: CheckDecision
  reasons: readonly CheckReason[]
  note: string
}

/** What of an entry a decision depends on. */
export interface Checkable {
  state: EntryState
  /** the version that was handed in last */
  submittedVersion: number | null
  /** the author has changed it since and not handed it in again */
  changing: boolean
}

/** What of the event a decision depends on. */
export interface CheckTime {
  /** a judging stage has opened: who is in it is settled */
  judgingOpen: boolean
  /** until when a returned work may be handed in again; null when the event does not say */
  correctionsUntil: Date | null
  now: Date
}

export type CheckRefusal =
  | 'not-found'
  | 'changed'
  | 'not-waiting'
  | 'nothing-to-reopen'
  | 'judging-open'
  | 'corrections-over'
  | 'being-changed'
  | 'reasons-missing'
  | 'reasons-given'
  | 'note-missing'

/** The state a decision leads to. */
export const stateAfter: Record<CheckDecision, EntryState> = {
  accept: 'accepted',
  return: 'returned',
  reject: 'rejected',
  reopen: 'submitted',
}

/**
 * Why a decision may not be taken, or null. `seen` is the submitted version the decision was made about: an entrant
 * who handed in again meanwhile must be looked at again.
 */
export function refuseCheck(
  entry: Checkable,
  seen: number | null,
  { decision, reasons, note }: Decision,
  time: CheckTime,
): CheckRefusal | null {
  if (time.judgingOpen) return 'judging-open'
  if (entry.submittedVersion !== seen) return 'changed'
  if (!mayDecide(entry.state, decision, correctionsOver(time))) return decision === 'reopen' ? 'nothing-to-reopen' : 'not-waiting'
  // what is judged is what was signed, and the rows are not that now
  if (decision === 'accept' && entry.changing) return 'being-changed'
  if (decision === 'accept' && reasons.length > 0) return 'reasons-given'
  if (decision === 'return' || decision === 'reject') {
    if (reasons.length === 0) return 'reasons-missing'
    if (reasons.includes('other') && note.trim() === '') return 'note-missing'
  }
  if (decision === 'return' && correctionsOver(time)) return 'corrections-over'
  return null
}

/** Nothing that was returned can be handed in again: its author had their time. */
export const correctionsOver = ({ correctionsUntil, now }: Pick<CheckTime, 'correctionsUntil' | 'now'>): boolean =>
  correctionsUntil !== null && now > correctionsUntil

/** The states in which a work waits for a decision: handed in, and returned to an author who let the time pass. */
export const waitingStates = (over: boolean): EntryState[] => (over ? ['submitted', 'returned'] : ['submitted'])

/** A decision is taken on a work that waits, and taken back from one that was decided. `over`: see `correctionsOver`. */
export function mayDecide(state: EntryState, decision: CheckDecision, over: boolean): boolean {
  if (decision === 'reopen') return state !== 'submitted' && state !== 'draft' && mayBecome(state, 'submitted')
  return waitingStates(over).includes(state) && mayBecome(state, stateAfter[decision])
}
