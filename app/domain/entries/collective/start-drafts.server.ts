import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { enqueue } from '~/queue.server'
import { transactOnce } from '~/request-once.server'
import { lockBatch, refusePreparing } from './batch-row.server'
import type { BatchOfOwner, BatchRefusal } from './batch-row.server'
import { previewOf } from './batch-preview.server'

interface StartDrafts extends BatchOfOwner {
  requestKey: string
  /** of the batch, as it was looked at */
  version: number
  now: Date
}

export type StartDraftsRefusal = BatchRefusal | 'stale' | 'no-rows' | 'blocked'

/**
 * Has the lines of a sheet made into drafts with their files, in the background. What a draft may lack can be put right in
 * it; lines that cannot become one stand in the way, so that none is lost.
 */
export function startDrafts({ requestKey, version, now, ...owner }: StartDrafts): Promise<Outcome<StartDraftsRefusal>> {
  return transactOnce(
    { actor: owner.personId, key: requestKey, asked: ['start-drafts', owner, version] },
    async (tx): Promise<Outcome<StartDraftsRefusal>> => {
      const found = await lockBatch(tx, owner)
      if (!found) return refuse('not-found')
      const refusal = refusePreparing(found, now)
      if (refusal) return refuse(refusal)
      if (found.batch.version !== version) return refuse('stale')
      const { rows } = await previewOf(tx, found.batch, found.terms)
      if (rows.length === 0) return refuse('no-rows')
      const blocked = rows.filter((row) => row.blocked)
      if (blocked.length > 0)
        return refuse('blocked', {
          lines: blocked
            .map(({ line }) => line)
            .slice(0, 20)
            .join(', '),
        })
      const { eventId, batchId } = owner
      const files = rows.reduce((sum, row) => sum + row.files.length, 0)
      await tx.entryBatch.update({
        where: { eventId_id: { eventId, id: batchId } },
        data: { task: 'making_drafts', taskDone: 0, taskTotal: rows.length + files, version: { increment: 1 } },
      })
      await enqueue(tx, 'make-drafts', { eventId, batchId, askedAt: now.toISOString() }, { key: `make-drafts:${batchId}` })
      return done()
    },
  )
}
