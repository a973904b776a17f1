import type { Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { drawUpStep } from './draw-up-payments.server'
import { authorsWhoAre } from './payee.server'

/** The makers of a work in their order; the work is locked until the transaction ends. */
export async function lockedAuthors(tx: Tx, eventId: string, entryId: string): Promise<string[]> {
  await tx.$queryRaw`select 1 from "Entry" where "eventId" = ${eventId} and "id" = ${entryId} for update`
  const rows = await tx.entryAuthor.findMany({
    where: { eventId, entryId, role: 'author' },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Those of them who are a person. */
export async function ownAuthors(tx: Tx, eventId: string, entryId: string, personId: string): Promise<string[]> {
  const rows = await tx.entryAuthor.findMany({
    where: { eventId, entryId, role: 'author', AND: [await authorsWhoAre(tx, personId)] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Shares stand still once somebody has checked where the money goes. */
export const beingPaid = async (tx: Tx, eventId: string, entryId: string): Promise<boolean> =>
  (await tx.payment.count({ where: { eventId, entryId, state: { in: ['checked', 'approved', 'paid'] } } })) > 0

interface Sharing {
  eventId: string
  entryId: string
  id: string
  personId: string
  now: Date
}

/** From here on a work’s prizes are shared so; the payment list follows. */
export async function putInForce(tx: Tx, { eventId, entryId, id, personId, now }: Sharing): Promise<void> {
  await tx.prizeSharing.updateMany({ where: { eventId, entryId, inForceAt: { not: null }, endedAt: null }, data: { endedAt: now } })
  await tx.prizeSharing.update({ where: { eventId_entryId_id: { eventId, entryId, id } }, data: { inForceAt: now } })
  await record(tx, eventId, [{ action: 'prize.shared', body: { entry: entryId, sharing: id, by: personId } }])
  await drawUpStep(tx, { eventId, byId: personId, now })
}
