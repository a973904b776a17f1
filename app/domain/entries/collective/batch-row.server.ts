import type { Reader, Tx } from '~/db.server'
import type { EntryBatch } from '~/generated/prisma/client'
import { registrationAt } from '../registration-window'
import type { Terms } from '../terms'
import { termsOf } from '../terms.server'

/** What a job about a batch carries. */
export interface BatchJob {
  eventId: string
  batchId: string
}

export interface BatchOfOwner extends BatchJob {
  personId: string
}

/** Why a batch cannot be changed now. */
export type BatchRefusal = 'not-found' | 'early' | 'over' | 'cancelled' | 'busy' | 'already-made'

/** A batch is there for its owner and for nobody else. */
const within = ({ personId, eventId, batchId }: BatchOfOwner) => ({ eventId, id: batchId, ownerId: personId })

export const batchOf = (reader: Reader, owner: BatchOfOwner): Promise<EntryBatch | null> =>
  reader.entryBatch.findFirst({ where: within(owner) })

/** The batch, locked until the transaction ends, with what its event asks; null when it does not exist for this person. */
export async function lockBatch(tx: Tx, owner: BatchOfOwner): Promise<{ batch: EntryBatch; terms: Terms } | null> {
  await tx.$queryRaw`select 1 from "EntryBatch" where "eventId" = ${owner.eventId} and "id" = ${owner.batchId} for update`
  const batch = await batchOf(tx, owner)
  const terms = batch && (await termsOf(tx, owner.eventId))
  return batch && terms ? { batch, terms } : null
}

/** May works be brought to this event now? */
export function refuseTime(terms: Terms, now: Date): 'not-found' | 'early' | 'over' | 'cancelled' | null {
  const at = registrationAt(terms, now)
  if (at === 'not-open') return 'not-found'
  return at === 'open' ? null : at
}

/** May the sheet or the files of a batch be changed now? */
export function refusePreparing({ batch, terms }: { batch: EntryBatch; terms: Terms }, now: Date): BatchRefusal | null {
  if (batch.state !== 'preparing') return 'already-made'
  if (batch.task) return 'busy'
  return refuseTime(terms, now)
}
