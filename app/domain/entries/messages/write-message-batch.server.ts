import { noticesStep } from '~/domain/notices/send-notice.server'
import { done } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import type { MessageBatch } from './message-batch'
import { messageOrders } from './message-receivers.server'

/** Writes one batch of a message into the outbox; a second run does nothing. */
export async function writeMessageBatch({ eventId, messageId, batch, message, targets }: MessageBatch): Promise<void> {
  await transactOnce({ actor: `message:${messageId}`, key: String(batch), asked: ['write-message-batch'] }, async (tx) => {
    await noticesStep(tx, await messageOrders(tx, eventId, message, targets))
    return done()
  })
}
