import type { Tx } from '~/db.server'
import { enqueue } from '~/queue.server'
import { canonicalBody } from './chain'

/** What the ledger keeps. Bodies hold ids, marks and hashes, never personal data. */
export type LedgerAction =
  | 'event.applied'
  | 'event.postponed'
  | 'event.cancelled'
  | 'entry.submitted'
  | 'entry.withdrawn'
  | 'entry.checked'
  | 'entry.coded'
  | 'entries.exported'
  | 'duplicate.dismissed'
  | 'stage.opened'
  | 'stage.closed'
  | 'stage.published'
  | 'seat.invited'
  | 'seat.accepted'
  | 'seat.declared'
  | 'seat.removed'
  | 'seat.restored'
  | 'seat.dropped-out'
  | 'works.assigned'
  | 'work.pinned'
  | 'mark.given'
  | 'mark.changed'
  | 'mark.cleared'
  | 'recusal.made'
  | 'sheet.locked'
  | 'talent.exported'
  | 'talent.downloaded'
  | 'notice.sent'

/** Writes ledger rows of one event, unchained, in the transaction they record, and asks for the next sealing. */
export async function record(
  tx: Tx,
  eventId: string,
  rows: { action: LedgerAction; body: Record<string, unknown> }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.ledgerRow.createMany({
    data: rows.map(({ action, body }) => ({ eventId, action, body: canonicalBody(body) })),
  })
  await enqueue(
    tx,
    'seal-ledger',
    { eventId },
    { key: `seal-ledger:${eventId}`, delaySeconds: 1, keepRunAt: true },
  )
}
