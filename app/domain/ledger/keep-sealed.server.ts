import { db } from '~/db.server'
import { enqueue } from '~/queue.server'
import { sealLedger } from './seal.server'

/**
 * Seals what an event has written, and comes back in a second for as long as there was something: a transaction that
 * was still open when this looked finds nobody else to ask for its rows.
 */
export async function keepSealed({ eventId }: { eventId: string }): Promise<void> {
  const before = await db.ledgerRow.aggregate({ where: { eventId }, _max: { sealedSeq: true } })
  const head = await sealLedger(eventId)
  if (head.seq === (before._max.sealedSeq ?? 0)) return
  await db.$transaction((tx) =>
    enqueue(tx, 'seal-ledger', { eventId }, { key: `seal-ledger:${eventId}`, delaySeconds: 1, keepRunAt: true }),
  )
}
