import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import type { AccountDetails } from './account-details'
import { openDetails } from './sealed-details.server'

/** A payee’s details in full, for finance. Every opening is a ledger row. */
export function openPaymentDetails(eventId: string, id: string, byId: string): Promise<Outcome<'none', AccountDetails>> {
  return transact(async (tx): Promise<Outcome<'none', AccountDetails>> => {
    const payment = await tx.payment.findUnique({ where: { eventId_id: { eventId, id } }, select: { detailsSealed: true } })
    if (!payment?.detailsSealed) return refuse('none')
    await record(tx, eventId, [{ action: 'payment.opened', body: { payment: id, by: byId } }])
    return done(openDetails(eventId, id, payment.detailsSealed))
  })
}
