import { transact } from '~/db.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { storage } from '~/gateways/storage.server'
import { lockBatch } from './batch-row.server'
import type { BatchOfOwner } from './batch-row.server'

/** Throws away a batch that has not become drafts, with its sheet and archive. Afterwards its works are withdrawn one by one. */
export async function discardBatch(owner: BatchOfOwner): Promise<Outcome<'not-found' | 'busy' | 'already-made'>> {
  let zipKey: string | null = null
  const outcome = await transact(async (tx): Promise<Outcome<'not-found' | 'busy' | 'already-made'>> => {
    const found = await lockBatch(tx, owner)
    if (!found) return refuse('not-found')
    if (found.batch.state !== 'preparing') return refuse('already-made')
    if (found.batch.task === 'making_drafts') return refuse('busy')
    zipKey = found.batch.zipKey
    await tx.entryBatch.delete({ where: { eventId_id: { eventId: owner.eventId, id: owner.batchId } } })
    return done()
  })
  if (outcome.ok && zipKey) await storage().remove(zipKey)
  return outcome
}
