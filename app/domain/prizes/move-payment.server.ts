import type { Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { isPayee } from './payee.server'
import { type PaymentAct, type PaymentRefusal, afterAct } from './payment-state'
import { tellPayees } from './tell-payees.server'

interface MovePayment {
  eventId: string
  id: string
  /** the version that was looked at */
  version: number
  act: PaymentAct
  /** of a transfer: its day and reference; of a return: the reason, which the payee reads */
  paidOn: string
  reference: string
  reason: string
  personId: string
  /** may see details in full */
  seesDetails: boolean
  requestKey: string
  now: Date
}
export type MoveRefusal = PaymentRefusal | 'not-found' | 'stale' | 'no-reason' | 'no-date' | 'no-reference'
const ACTIONS = { check: 'payment.checked', approve: 'payment.approved', pay: 'payment.paid', return: 'payment.returned' } as const

/** Checks, approves, pays or returns a payment. Two different people check and approve; a return is told to the payee. */
export function movePayment({ now, ...asked }: MovePayment): Promise<Outcome<MoveRefusal>> {
  const { eventId, id, version, act, paidOn, reference, reason, personId, seesDetails, requestKey } = asked
  return transactOnce({ actor: personId, key: requestKey, asked: ['move-payment', asked] }, async (tx): Promise<Outcome<MoveRefusal>> => {
    await tx.$queryRaw`select 1 from "Payment" where "eventId" = ${eventId} and "id" = ${id} for update`
    const payment = await tx.payment.findUnique({ where: { eventId_id: { eventId, id } } })
    if (!payment) return refuse('not-found')
    if (payment.version !== version) return refuse('stale')
    const after = afterAct(payment, act, { personId, isPayee: await isPayee(tx, eventId, id, personId), seesDetails })
    if (!after.ok) return refuse(after.reason)
    if (act === 'return' && reason === '') return refuse('no-reason')
    if (act === 'pay' && !isDay(paidOn, now)) return refuse('no-date')
    if (act === 'pay' && reference === '') return refuse('no-reference')
    const facts: Parameters<Tx['payment']['update']>[0]['data'] = {
      check: { checkedById: personId, checkedAt: now },
      approve: { approvedById: personId, approvedAt: now },
      pay: { paidOn, reference, paidById: personId, paidAt: now },
      return: {
        returnReason: reason,
        ...{ checkedById: null, checkedAt: null, approvedById: null, approvedAt: null },
        ...{ paidOn: null, reference: null, paidById: null, paidAt: null, detailsSealed: null, accountTail: null, detailsAt: null },
      },
    }[act]
    await tx.payment.update({ where: { eventId_id: { eventId, id } }, data: { ...facts, state: after.state, version: { increment: 1 } } })
    const more =
      act === 'pay'
        ? { paidOn, reference }
        : act === 'return'
          ? { from: payment.state, paidOn: payment.paidOn, reference: payment.reference }
          : {}
    await record(tx, eventId, [{ action: ACTIONS[act], body: { payment: id, by: personId, ...more } }])
    if (act === 'return') await tellPayees(tx, eventId, [id], 'returned')
    return done()
  })
}

/** A day that has begun somewhere: 2026-11-20, not after tomorrow in UTC. */
function isDay(text: string, now: Date): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text) &&
    day.getTime() < now.getTime() + 86_400_000
  )
}
