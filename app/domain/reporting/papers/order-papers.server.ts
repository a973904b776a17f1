import { asked, type EntryFilter } from '~/domain/entries/precheck/entry-filter'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import type { PaperKind } from '~/generated/prisma/enums'
import type { Lang } from '~/i18n/language'
import { enqueue } from '~/queue.server'
import { transactOnce } from '~/request-once.server'
import { MOST_WORKS } from './paper-kind'
import { paperJobKey } from './paper-job'
import { withPapers } from './works-with-papers.server'

interface OrderPapers {
  eventId: string
  kind: PaperKind
  filter: EntryFilter
  lang: Lang
  personId: string
  requestKey: string
  now: Date
}

export type OrderRefusal = 'none' | 'too-many'

/** Has the papers of all works of a filter put into one archive, in the background. Asked twice with one page it is one order. */
export function orderPapers({
  eventId,
  kind,
  filter,
  lang,
  personId,
  requestKey,
  now,
}: OrderPapers): Promise<Outcome<OrderRefusal, { orderId: string; works: number }>> {
  return transactOnce(
    { actor: personId, key: requestKey, asked: ['order-papers', eventId, kind, filter, lang] },
    async (tx): Promise<Outcome<OrderRefusal, { orderId: string; works: number }>> => {
      const entryIds = await withPapers(tx, eventId, filter, kind, MOST_WORKS)
      if (entryIds.length === 0) return refuse('none')
      if (entryIds.length > MOST_WORKS) return refuse('too-many', { most: MOST_WORKS })
      const orderId = newId()
      await tx.paperOrder.create({ data: { eventId, id: orderId, kind, locale: lang, entryIds, askedById: personId, askedAt: now } })
      // what was searched for may be somebody’s name: the ledger keeps how many questions were asked
      const body = { order: orderId, kind, by: personId, works: entryIds.length, questions: asked(filter) }
      await record(tx, eventId, [{ action: 'papers.ordered', body }])
      await enqueue(tx, 'make-papers', { eventId, orderId }, { key: paperJobKey(orderId), maxAttempts: 4 })
      return done({ orderId, works: entryIds.length })
    },
  )
}
