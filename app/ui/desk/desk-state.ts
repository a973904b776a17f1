import type { Choice } from '~/domain/judging/votes/choice'
import type { LiveCall } from './desk-live'
import type { Filter, Notes, Sheets } from './desk-model'
import type { DeskDetails, DeskWork } from './desk-setup'
import type { OutboxState } from './outbox'

/** What the desk shows. */
export interface DeskState {
  phase: 'loading' | 'ready' | 'failed'
  /** why it failed, or why the lists may be old: `offline`, `signed-out`, or the server's own word */
  trouble: string | null
  works: readonly DeskWork[]
  at: number
  criterion: number
  sheets: Sheets
  notes: Notes
  details: ReadonlyMap<string, DeskDetails>
  files: string
  filter: Filter
  /** the criterion that was marked last in this work: halves and taking back mean this one */
  justMarked: number | null
  /** the vote given last, on a work that has left the table since */
  justVoted: { code: string; choice: Choice } | null
  /** the sheet is full and the next work is about to come */
  advancing: boolean
  lockedAt: string | null
  /** how much this device's clock is behind the server's, in milliseconds */
  clock: number
  outbox: OutboxState
  /** what a live final calls; null in other stages, and until the line stood once */
  call: LiveCall | null
}

/** An outbox before it has been opened. */
export const idle: OutboxState = { pending: 0, refused: [], status: 'idle', error: null, durable: true }
