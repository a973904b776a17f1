import type { EntryState } from '~/generated/prisma/enums'
import type { Terms } from './terms'

const MINUTE = 60_000

/** Where an event stands for whoever wants to enter now. */
export type Registration = 'not-open' | 'early' | 'open' | 'over' | 'cancelled'

export function registrationAt(terms: Pick<Terms, 'status' | 'opensAt' | 'closesAt'>, now: Date): Registration {
  if (terms.status === 'draft') return 'not-open'
  if (terms.status === 'cancelled') return 'cancelled'
  if (now < terms.opensAt) return 'early'
  return now <= terms.closesAt ? 'open' : 'over'
}

/** What of an entry its time depends on. */
export interface Timed {
  state: EntryState
  /** its uploads: when each began and, once it was through, when it ended */
  uploads: readonly { startedAt: Date; receivedAt: Date | null }[]
}

type Dates = Pick<Terms, 'status' | 'opensAt' | 'closesAt' | 'correctionsUntil' | 'judgingSince'> & {
  registration: Pick<Terms['registration'], 'graceMinutes'>
}

export type TimeRefusal = 'not-open' | 'early' | 'over' | 'cancelled' | 'decided' | 'withdrawn'

/** Until when an entry in this state may be changed. */
export const changesUntil = (dates: Dates, state: EntryState): Date => (state === 'returned' ? dates.correctionsUntil : dates.closesAt)

/** May the entrant change the entry or begin an upload now? Null when so. */
export function refuseChange(dates: Dates, { state }: Pick<Timed, 'state'>, now: Date): TimeRefusal | null {
  if (state === 'withdrawn') return 'withdrawn'
  if (state === 'accepted' || state === 'rejected') return 'decided'
  const at = registrationAt(dates, now)
  if (at === 'over' && state === 'returned' && now <= dates.correctionsUntil) return null
  return at === 'open' ? null : at
}

/**
 * May staff change or hand in an entry that came on paper? The clock does not bind them; what has been handed in does,
 * and judging, which no new work can enter.
 */
export function refuseStaffChange({ judgingSince }: Pick<Dates, 'judgingSince'>, { state }: Pick<Timed, 'state'>): TimeRefusal | null {
  if (state === 'withdrawn') return 'withdrawn'
  if (judgingSince) return 'over'
  return state === 'draft' || state === 'returned' ? null : 'decided'
}

/** The moment after which an upload that was under way at the deadline is of no use any more: judging waits for none. */
export function graceEnds(dates: Dates, state: EntryState): Date {
  const ends = new Date(changesUntil(dates, state).getTime() + dates.registration.graceMinutes * MINUTE)
  return dates.judgingSince && dates.judgingSince < ends ? dates.judgingSince : ends
}

/** May an upload that began at `startedAt` still be taken in now? */
export function refuseReceipt(dates: Dates, { state }: Pick<Timed, 'state'>, startedAt: Date, now: Date): TimeRefusal | null {
  const refusal = refuseChange(dates, { state }, now)
  if (refusal !== 'over') return refusal
  return startedAt <= changesUntil(dates, state) && now <= graceEnds(dates, state) ? null : 'over'
}

/**
 * May the entry be handed in now? After the deadline only when an upload was under way as the clock struck, and
 * only for the minutes of grace: nothing else can be changed or begun in them.
 */
export function refuseSubmission(dates: Dates, entry: Timed, now: Date): TimeRefusal | null {
  const refusal = refuseChange(dates, entry, now)
  if (refusal !== 'over') return refusal
  return isInGrace(dates, entry, now) ? null : 'over'
}

/** True in the minutes after the deadline for an entry that had an upload under way. */
export function isInGrace(dates: Dates, { state, uploads }: Timed, now: Date): boolean {
  const deadline = changesUntil(dates, state)
  if (now <= deadline || now > graceEnds(dates, state)) return false
  return uploads.some(({ startedAt, receivedAt }) => startedAt <= deadline && (receivedAt === null || receivedAt > deadline))
}
