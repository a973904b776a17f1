import type { PaymentState } from '~/generated/prisma/enums'

/** What is done to a payment by the people who pay; the payee’s own act is to give the details. */
export const PAYMENT_ACTS = ['check', 'approve', 'pay', 'return'] as const
export type PaymentAct = (typeof PAYMENT_ACTS)[number]

interface Row {
  state: PaymentState
  /** who checked the details */
  checkedById: string | null
}
interface Actor {
  personId: string
  /** the payment is theirs */
  isPayee: boolean
  /** may see the details in full */
  seesDetails: boolean
}
export type PaymentRefusal = 'not-now' | 'own-payment' | 'same-person' | 'not-finance'

const FROM: Record<PaymentAct, readonly PaymentState[]> = {
  check: ['details'],
  approve: ['checked'],
  pay: ['approved'],
  // back to the payee, with a reason: also after it was paid, when the bank sent it back
  return: ['details', 'checked', 'approved', 'paid'],
}
const TO: Record<PaymentAct, PaymentState> = { check: 'checked', approve: 'approved', pay: 'paid', return: 'due' }

/** The state a payment is in after an act, or why it cannot be done: two different people stand behind every payment. */
export function afterAct(
  row: Row,
  act: PaymentAct,
  actor: Actor,
): { ok: true; state: PaymentState } | { ok: false; reason: PaymentRefusal } {
  if (!FROM[act].includes(row.state)) return { ok: false, reason: 'not-now' }
  if (actor.isPayee) return { ok: false, reason: 'own-payment' }
  if (act === 'approve' && row.checkedById === actor.personId) return { ok: false, reason: 'same-person' }
  if (act !== 'approve' && !actor.seesDetails) return { ok: false, reason: 'not-finance' }
  return { ok: true, state: TO[act] }
}

/** What an actor may do to a payment, for the buttons of its page. */
export const actsFor = (row: Row, actor: Actor): PaymentAct[] => PAYMENT_ACTS.filter((act) => afterAct(row, act, actor).ok)

/** Payees give their details, and give them anew, until somebody has checked them. */
export const takesDetails = (state: PaymentState): boolean => state === 'due' || state === 'details'
