import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { cleanText } from '../clean-text'
import { termsOf } from '../terms.server'
import { refuseTime } from './batch-row.server'
import { sitsOnPanel } from '../sits-on-panel.server'

interface OpenBatch {
  personId: string
  eventId: string
  /** the school, company or office that sends the works */
  organisation: string
  requestKey: string
  now: Date
}

export type OpenBatchRefusal = 'not-found' | 'early' | 'over' | 'cancelled' | 'judge' | 'no-name'

/** Begins a 集体报送: a sheet and an archive to put together, before anything of it is an entry. */
export function openBatch({
  personId,
  eventId,
  organisation,
  requestKey,
  now,
}: OpenBatch): Promise<Outcome<OpenBatchRefusal, { batchId: string }>> {
  const name = cleanText(organisation).slice(0, 200)
  return transactOnce(
    { actor: personId, key: requestKey, asked: ['open-batch', eventId, name] },
    async (tx): Promise<Outcome<OpenBatchRefusal, { batchId: string }>> => {
      const terms = await termsOf(tx, eventId)
      if (!terms?.registration.collective) return refuse('not-found')
      const late = refuseTime(terms, now)
      if (late) return refuse(late)
      if (!name) return refuse('no-name')
      // nobody judges what their own students made
      if (await sitsOnPanel(tx, eventId, personId)) return refuse('judge')
      const batchId = newId()
      await tx.entryBatch.create({ data: { eventId, id: batchId, ownerId: personId, organisation: name, createdAt: now } })
      return done({ batchId })
    },
  )
}
