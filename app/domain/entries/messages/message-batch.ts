import type { Message } from './merge-fields'

/** One message to be: whom it goes to and which work it speaks of. */
export interface MessageTarget {
  to: { personId: string } | { kind: 'mobile' | 'email'; value: string }
  entryId: string
}

/** Part of a message to many, small enough for one transaction. */
export interface MessageBatch {
  eventId: string
  messageId: string
  batch: number
  message: Message
  targets: MessageTarget[]
}
