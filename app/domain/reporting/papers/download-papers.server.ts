import type { Readable } from 'node:stream'
import { transact, type Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { storage } from '~/gateways/storage.server'
import type { PaperOrder } from '~/generated/prisma/client'
import { enqueue } from '~/queue.server'
import { paperJobKey } from './paper-job'
import { fetchableUntil } from './paper-kind'

interface DownloadPapers {
  eventId: string
  orderId: string
  personId: string
  now: Date
}

/** lapsed: its days are over; again: a work or a certificate in it has gone since, so that it is being made anew. */
export type DownloadRefusal = 'not-found' | 'lapsed' | 'again'

/**
 * The archive of an order, noted in the ledger before its first byte leaves. What was withdrawn or revoked after it was
 * made does not leave the house in it: the archive is made again without.
 */
export async function downloadPapers({
  eventId,
  orderId,
  personId,
  now,
}: DownloadPapers): Promise<Outcome<DownloadRefusal, { name: string; bytes: bigint; body: Readable }>> {
  const asked = await transact(async (tx): Promise<Outcome<DownloadRefusal, { key: string; order: PaperOrder }>> => {
    await tx.$queryRaw`select 1 from "PaperOrder" where "eventId" = ${eventId} and "id" = ${orderId} for update`
    const where = { eventId_id: { eventId, id: orderId } }
    const order = await tx.paperOrder.findUnique({ where })
    if (!order?.madeAt) return refuse('not-found')
    if (!order.fileKey || now > fetchableUntil(order.madeAt)) return refuse('lapsed')
    if (await outdated(tx, order, order.madeAt)) {
      await tx.paperOrder.update({ where, data: { fileKey: null, madeAt: null, done: 0, papers: 0, leftOut: 0 } })
      await enqueue(tx, 'make-papers', { eventId, orderId }, { key: paperJobKey(orderId), maxAttempts: 4 })
      return done({ key: '', order })
    }
    await record(tx, eventId, [{ action: 'papers.downloaded', body: { order: orderId, by: personId, papers: order.papers } }])
    return done({ key: order.fileKey, order })
  })
  if (!asked.ok) return asked
  const { key, order } = asked.value
  if (!key) return refuse('again')
  return done({ name: `${eventId}-${order.kind}-${orderId}.zip`, bytes: order.bytes, body: await storage().get(key) })
}

/** Has anything in the archive been withdrawn, turned away or revoked since it was made? */
async function outdated(tx: Tx, { eventId, kind, entryIds }: PaperOrder, madeAt: Date): Promise<boolean> {
  const left = await tx.entry.count({
    where: { eventId, id: { in: entryIds }, state: { in: ['withdrawn', 'rejected'] }, updatedAt: { gt: madeAt } },
  })
  if (left > 0) return true
  if (kind !== 'certificates') return false
  return (await tx.certificate.count({ where: { eventId, entryId: { in: entryIds }, revokedAt: { gt: madeAt } } })) > 0
}
