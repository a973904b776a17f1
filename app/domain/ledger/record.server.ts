import type { Tx } from '~/db.server'
import { enqueue } from '~/queue.server'
import { canonicalBody, type ChainOwner } from './chain'

/** What the ledger keeps. Bodies hold ids, marks and hashes, never personal data. */
export type LedgerAction =
  | 'event.applied'
  | 'event.postponed'
  | 'event.cancelled'
  | 'entry.submitted'
  | 'entry.withdrawn'
  | 'entry.signed'
  | 'content.reviewed'
  | 'names.changed'
  | 'batch.handed-in'
  | 'entry.checked'
  | 'entry.coded'
  | 'entries.exported'
  | 'duplicate.dismissed'
  | 'stage.opened'
  | 'stage.closed'
  | 'results.published'
  | 'results.corrected'
  | 'works.forwarded'
  | 'works.received'
  | 'organisations.awarded'
  | 'payments.drawn-up'
  | 'payment.details-given'
  | 'payment.opened'
  | 'payment.checked'
  | 'payment.approved'
  | 'payment.paid'
  | 'payment.returned'
  | 'payments.exported'
  | 'prize.shared'
  | 'tie.decided'
  | 'tie.undone'
  | 'motion.put'
  | 'motion.voted'
  | 'motion.concluded'
  | 'motion.undone'
  | 'work.nominated'
  | 'nomination.withdrawn'
  | 'objection.raised'
  | 'objection.decided'
  | 'seat.invited'
  | 'seat.accepted'
  | 'seat.declined'
  | 'seat.declared'
  | 'seat.removed'
  | 'seat.restored'
  | 'seat.dropped-out'
  | 'works.assigned'
  | 'work.pinned'
  | 'run.recorded'
  | 'marks.imported'
  | 'correction.asked'
  | 'correction.agreed'
  | 'correction.declined'
  | 'draw.made'
  | 'mark.given'
  | 'mark.changed'
  | 'mark.cleared'
  | 'vote.given'
  | 'vote.changed'
  | 'vote.cleared'
  | 'voting.ended'
  | 'works.kept'
  | 'mark.late'
  | 'mark.late-left'
  | 'mark.change-asked'
  | 'mark.change-agreed'
  | 'mark.change-declined'
  | 'live.order-drawn'
  | 'live.order-changed'
  | 'live.hall-changed'
  | 'live.called'
  | 'live.revealed'
  | 'paper.typed'
  | 'paper.reconciled'
  | 'production.confirmed'
  | 'production.withdrawn'
  | 'piece.listed'
  | 'piece.moved'
  | 'recusal.made'
  | 'recusal.lifted'
  | 'sheet.locked'
  | 'talent.exported'
  | 'talent.downloaded'
  | 'papers.ordered'
  | 'papers.made'
  | 'papers.downloaded'
  | 'notice.sent'
  | 'invitation.sent'
  | 'invitation.accepted'
  | 'invitation.revoked'
  | 'card.issued'
  | 'desk.entered'
  | 'staff.removed'
  | 'exhibitor.applied'
  | 'booth.held'
  | 'booth.expired'
  | 'booth.reserved'
  | 'booth.confirmed'
  | 'booth.released'

/** The same for what concerns an organisation and no single event. */
export type OrganisationAction = 'role.granted' | 'role.removed' | 'second-factor.reset'

/** Writes ledger rows of one event, unchained, in the transaction they record, and asks for the next sealing. */
export async function record(tx: Tx, eventId: string, rows: { action: LedgerAction; body: Record<string, unknown> }[]): Promise<void> {
  if (rows.length === 0) return
  await tx.ledgerRow.createMany({
    data: rows.map(({ action, body }) => ({ eventId, action, body: canonicalBody(body) })),
  })
  await askForSealing(tx, { eventId })
}

/** The same in the chain of an organisation. */
export async function recordOfOrganisation(
  tx: Tx,
  organisationId: string,
  rows: { action: OrganisationAction; body: Record<string, unknown> }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.organisationLedgerRow.createMany({
    data: rows.map(({ action, body }) => ({ organisationId, action, body: canonicalBody(body) })),
  })
  await askForSealing(tx, { organisationId })
}

/** The next sealing of a chain, a second from now; asked for again before then it is still one. */
export const askForSealing = (tx: Tx, owner: ChainOwner): Promise<void> =>
  enqueue(tx, 'seal-ledger', owner, {
    key: 'eventId' in owner ? `seal-ledger:${owner.eventId}` : `seal-ledger:organisation:${owner.organisationId}`,
    delaySeconds: 1,
    keepRunAt: true,
  })
