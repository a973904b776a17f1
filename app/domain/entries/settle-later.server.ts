import type { Tx } from '~/db.server'
import { enqueue } from '~/queue.server'
import type { EntryRow } from './entry-row.server'
import { graceEnds } from './registration-window'
import type { Terms } from './terms'

/** Seconds after the last moment in which the entry could still have been handed in. */
const MARGIN_SECONDS = 5

/** An entry that was handed in and is now being changed goes back to what was handed in, if the deadline passes first. */
export async function settleLater(
  tx: Tx,
  terms: Terms,
  { eventId, id, state, submittedVersion }: Pick<EntryRow, 'eventId' | 'id' | 'state' | 'submittedVersion'>,
  now: Date,
): Promise<void> {
  if (submittedVersion === null) return
  const delaySeconds = Math.max(0, Math.ceil((graceEnds(terms, state).getTime() - now.getTime()) / 1000)) + MARGIN_SECONDS
  await enqueue(tx, 'settle-entry', { eventId, entryId: id }, { key: `settle-entry:${id}`, delaySeconds })
}
