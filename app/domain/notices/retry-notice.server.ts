import { transact } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { enqueueDeliveries } from './send-notice.server'

/**
 * Puts a failed message of an event back into the queue with fresh tries. Codes are not sent again: they have
 * expired, the person asks for a new one.
 */
export function retryNotice({
  eventId,
  noticeId,
}: {
  eventId: string
  noticeId: string
}): Promise<Outcome<'not-found' | 'not-failed' | 'no-contact'>> {
  return transact(async (tx) => {
    const notice = await tx.notice.findFirst({
      where: { id: noticeId, eventId },
      select: { state: true, recipient: true, template: true },
    })
    if (!notice || notice.template === 'code') return refuse('not-found')
    if (!notice.recipient) return refuse('no-contact')
    const changed = await tx.notice.updateMany({
      where: { id: noticeId, state: 'failed' },
      data: { state: 'queued', attempts: 0 },
    })
    if (changed.count === 0) return refuse('not-failed')
    await enqueueDeliveries(tx, [noticeId])
    return done()
  })
}
