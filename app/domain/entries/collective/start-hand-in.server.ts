import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import type { Lang } from '~/i18n/language'
import { enqueue } from '~/queue.server'
import { transactOnce } from '~/request-once.server'
import { sitsOnPanel } from '../sits-on-panel.server'
import { lockBatch } from './batch-row.server'
import type { BatchOfOwner } from './batch-row.server'
import { openWorks } from './open-works.server'

interface StartHandIn extends BatchOfOwner {
  requestKey: string
  lang: Lang
  now: Date
}

type HandInRefusal = 'not-found' | 'busy' | 'none-ready' | 'judge'

/** Has every work of a batch handed in that is complete and signed by all its authors, in the background, as of now. */
export function startHandIn({ requestKey, lang, now, ...owner }: StartHandIn): Promise<Outcome<HandInRefusal, { ready: number }>> {
  return transactOnce(
    { actor: owner.personId, key: requestKey, asked: ['start-hand-in', owner] },
    async (tx): Promise<Outcome<HandInRefusal, { ready: number }>> => {
      const found = await lockBatch(tx, owner)
      if (!found) return refuse('not-found')
      if (found.batch.task) return refuse('busy')
      const { eventId, batchId } = owner
      if (await sitsOnPanel(tx, eventId, owner.personId)) return refuse('judge')
      const ready = (await openWorks(tx, found.terms, batchId, now)).filter((work) => work.ready)
      if (ready.length === 0) return refuse('none-ready')
      await tx.entryBatch.update({
        where: { eventId_id: { eventId, id: batchId } },
        data: { task: 'handing_in', taskDone: 0, taskTotal: ready.length },
      })
      await enqueue(tx, 'hand-in-batch', { eventId, batchId, askedAt: now.toISOString(), lang }, { key: `hand-in-batch:${batchId}` })
      return done({ ready: ready.length })
    },
  )
}
