import { createHmac } from 'node:crypto'
import { env } from '~/env.server'

/** The secret from which an event’s anonymous codes are drawn: the same for the event, known to this installation alone. */
export const codeSeed = (eventId: string): string =>
  createHmac('sha256', env().CODE_SECRET).update(`anonymous codes of ${eventId}`).digest('hex')
