import { db } from '~/db.server'
import type { Payments } from '~/domain/judging/payment-rules'

/** The event’s rules for payments with its list of illustrative paths; null when its file has none. */
export async function contestPayments(eventId: string): Promise<{ payments: Payments; sample: string[] } | null> {
  const { config } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  // stored only after it was parsed
  const { contest, sample } = config as unknown as { contest?: { payments?: Payments }; sample: string[] }
  return contest?.payments ? { payments: contest.payments, sample } : null
}
