import { db } from '~/db.server'
import type { AccountDetails } from './account-details'
import { paymentList, type ListedPayment } from './payment-queries.server'
import { openDetails } from './sealed-details.server'

/** How long an export can be fetched, by whoever asked for it. */
const FETCHED_WITHIN_MS = 3_600_000

export type ExportedPayment = ListedPayment & { details: AccountDetails }

/** Rows of an export that was recorded, with accounts in full; null when it is somebody else’s or too long ago. */
export async function exportedPayments(eventId: string, exportId: string, personId: string, now: Date): Promise<ExportedPayment[] | null> {
  const made = await db.paymentExport.findUnique({ where: { eventId_id: { eventId, id: exportId } } })
  if (made?.byId !== personId || now.getTime() - made.createdAt.getTime() > FETCHED_WITHIN_MS) return null
  const [rows, sealed] = await Promise.all([
    paymentList(eventId),
    db.payment.findMany({ where: { eventId, detailsSealed: { not: null } }, select: { id: true, detailsSealed: true } }),
  ])
  const sealedOf = new Map(sealed.map(({ id, detailsSealed }) => [id, detailsSealed]))
  return rows.flatMap((row) => {
    const text = sealedOf.get(row.id)
    return text && row.state !== 'due' ? [{ ...row, details: openDetails(eventId, row.id, text) }] : []
  })
}
