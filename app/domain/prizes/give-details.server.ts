import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { tailOf, type AccountDetails } from './account-details'
import { isPayee } from './payee.server'
import { takesDetails } from './payment-state'
import { sealDetails } from './sealed-details.server'

interface GiveDetails {
  eventId: string
  id: string
  personId: string
  details: AccountDetails
  requestKey: string
  now: Date
}

/** A payee says how a payment reaches them; given again before anybody has checked them, the new details count. */
export function giveDetails({ eventId, id, personId, details, requestKey, now }: GiveDetails): Promise<Outcome<'not-found' | 'not-now'>> {
  return transactOnce(
    { actor: personId, key: requestKey, asked: ['payment-details', eventId, id, details] },
    async (tx): Promise<Outcome<'not-found' | 'not-now'>> => {
      await tx.$queryRaw`select 1 from "Payment" where "eventId" = ${eventId} and "id" = ${id} for update`
      const payment = await tx.payment.findUnique({ where: { eventId_id: { eventId, id } }, select: { state: true } })
      if (!payment || !(await isPayee(tx, eventId, id, personId))) return refuse('not-found')
      if (!takesDetails(payment.state)) return refuse('not-now')
      await tx.payment.update({
        where: { eventId_id: { eventId, id } },
        data: {
          state: 'details',
          detailsSealed: sealDetails(eventId, id, details),
          accountTail: tailOf(details.accountNumber),
          detailsAt: now,
          returnReason: '',
          version: { increment: 1 },
        },
      })
      await record(tx, eventId, [{ action: 'payment.details-given', body: { payment: id, by: personId } }])
      return done()
    },
  )
}
