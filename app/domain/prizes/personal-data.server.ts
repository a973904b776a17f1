import type { Reader, Tx } from '~/db.server'
import { paidTo } from './payee.server'
import { openDetails } from './sealed-details.server'

/** What is or was paid to a person, with the account they gave, in full: it is theirs. */
export async function personalData(reader: Reader, personId: string) {
  const rows = await reader.payment.findMany({
    where: await paidTo(reader, personId),
    select: {
      eventId: true,
      id: true,
      forZh: true,
      currency: true,
      grossMinor: true,
      taxMinor: true,
      netMinor: true,
      state: true,
      paidOn: true,
      reference: true,
      detailsSealed: true,
      detailsAt: true,
    },
  })
  return rows.map(({ grossMinor, taxMinor, netMinor, detailsSealed, ...row }) => ({
    ...row,
    grossMinor: String(grossMinor),
    taxMinor: String(taxMinor),
    netMinor: String(netMinor),
    details: detailsSealed && openDetails(row.eventId, row.id, detailsSealed),
  }))
}

/** Payments on their way to the person. */
export async function erasureHindrances(tx: Reader, personId: string): Promise<{ nameZh: string; nameEn: string }[]> {
  const rows = await tx.payment.findMany({
    where: { ...(await paidTo(tx, personId)), state: { in: ['details', 'checked', 'approved'] } },
    select: { forZh: true, forEn: true },
  })
  return rows.map(({ forZh, forEn }) => ({ nameZh: forZh, nameEn: forEn }))
}

/**
 * Cancels what nobody said how to pay. What was paid keeps its sealed account: the books of the house and the tax office
 * need it. Runs before works and panels forget the person.
 */
export async function forget(tx: Tx, personId: string): Promise<void> {
  await tx.payment.updateMany({
    where: { ...(await paidTo(tx, personId)), state: 'due' },
    data: { state: 'cancelled', detailsSealed: null, accountTail: null, returnReason: '' },
  })
  await tx.prizeSharing.updateMany({ where: { proposedById: personId, byOrganiser: false }, data: { reason: '' } })
}
