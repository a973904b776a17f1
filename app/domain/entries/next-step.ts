import { changesUntil, graceEnds, isInGrace, refuseChange } from './registration-window'
import type { Timed } from './registration-window'
import type { Terms } from './terms'

/** What its entrant can or must do next with an entry, and until when. */
export interface NextStep {
  step:
    | 'draft'
    | 'draftOver'
    | 'draftJudging'
    | 'draftCancelled'
    | 'submitted'
    | 'submittedOver'
    | 'changed'
    | 'grace'
    | 'returned'
    | 'returnedOver'
    | 'accepted'
    | 'rejected'
    | 'withdrawn'
  until: Date
  /** it can be changed now */
  open: boolean
}

type Dates = Pick<Terms, 'status' | 'opensAt' | 'closesAt' | 'correctionsUntil' | 'judgingSince' | 'registration'>

export function nextStep(dates: Dates, entry: Timed & { changed: boolean }, now: Date): NextStep {
  const { state, changed } = entry
  const open = refuseChange(dates, entry, now) === null
  const until = changesUntil(dates, state)
  const step = (name: NextStep['step']): NextStep => ({ step: name, until, open })
  if (state === 'accepted' || state === 'rejected' || state === 'withdrawn') return step(state)
  if (!open && isInGrace(dates, entry, now)) return { step: 'grace', until: graceEnds(dates, state), open }
  if (state === 'returned') return step(open ? 'returned' : 'returnedOver')
  if (state === 'draft')
    return step(open ? 'draft' : dates.status === 'cancelled' ? 'draftCancelled' : dates.judgingSince ? 'draftJudging' : 'draftOver')
  return step(!open ? 'submittedOver' : changed ? 'changed' : 'submitted')
}
