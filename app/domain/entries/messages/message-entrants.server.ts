import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { enqueueMany } from '~/queue.server'
import { transactOnce } from '~/request-once.server'
import type { EntryFilter } from '../precheck/entry-filter'
import type { Message } from './merge-fields'
import { refuseMessage, type MessageRefusal } from './message-form'
import { messageTargets } from './message-receivers.server'

interface MessageEntrants {
  eventId: string
  filter: EntryFilter
  message: Message
  /** how many messages were announced; another number now is a refusal, not a surprise */
  expected: number
  personId: string
  requestKey: string
}

/** Messages set in one transaction: a few hundred mails would outlast its time. */
const AT_ONCE = 50

/** Sends a message to everybody behind the works of a filter. Written into the outbox by jobs, fifty at a time. */
export function messageEntrants({
  eventId,
  filter,
  message,
  expected,
  personId,
  requestKey,
}: MessageEntrants): Promise<Outcome<MessageRefusal, { messages: number }>> {
  return transactOnce({ actor: personId, key: requestKey, asked: ['message-entrants', eventId, filter, message, expected] }, async (tx) => {
    const refusal = refuseMessage(message)
    if (refusal) return refuse(refusal.reason)
    const { targets, works, people } = await messageTargets(tx, eventId, filter, message)
    if (targets.length === 0) return refuse('nobody')
    if (targets.length !== expected) return refuse('changed', { messages: targets.length })
    const messageId = newId()
    const batches = Array.from({ length: Math.ceil(targets.length / AT_ONCE) }, (_, at) => targets.slice(at * AT_ONCE, (at + 1) * AT_ONCE))
    await enqueueMany(
      tx,
      'message-entrants',
      batches.map((batch, at) => ({
        payload: { eventId, messageId, batch: at, message, targets: batch },
        key: `message:${messageId}:${at}`,
      })),
    )
    await record(tx, eventId, [
      { action: 'notice.sent', body: { template: 'message', message: messageId, works, people, messages: targets.length, by: personId } },
    ])
    return done({ messages: targets.length })
  })
}
