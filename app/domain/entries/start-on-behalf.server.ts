import type { Tx } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { registrationAt } from './registration-window'
import { groupOf } from './terms'
import { termsOf } from './terms.server'

interface StartOnBehalf {
  /** who types */
  personId: string
  eventId: string
  groupId: string
  trackId: string | null
  requestKey: string
  now: Date
}

export type OnBehalfRefusal = 'not-found' | 'no-courier' | 'early' | 'over' | 'cancelled' | 'group' | 'track'

/**
 * Begins an entry that came on paper. It belongs to no account and counts towards nobody's limit. Open from the first
 * day of the call on; what was posted in time may be typed in after the last.
 */
export function startOnBehalf(input: StartOnBehalf): Promise<Outcome<OnBehalfRefusal, { entryId: string }>> {
  const { personId, requestKey, now, ...asked } = input
  return transactOnce({ actor: personId, key: requestKey, asked: ['start-on-behalf', asked] }, (tx) => startStep(tx, input))
}

async function startStep(
  tx: Tx,
  { personId, eventId, groupId, trackId, now }: StartOnBehalf,
): Promise<Outcome<OnBehalfRefusal, { entryId: string }>> {
  const terms = await termsOf(tx, eventId)
  if (!terms) return refuse('not-found')
  if (!terms.registration.courier) return refuse('no-courier')
  const registration = registrationAt(terms, now)
  if (registration === 'not-open' || registration === 'early') return refuse('early')
  if (registration === 'cancelled') return refuse('cancelled')
  if (terms.judgingSince) return refuse('over')
  const { tracks } = terms.contest
  if (!groupOf(terms, groupId)) return refuse('group')
  if (tracks.length > 0 && !tracks.some(({ id }) => id === trackId)) return refuse('track')
  const entryId = newId()
  await tx.entry.create({
    data: { eventId, id: entryId, groupId, trackId: tracks.length > 0 ? trackId : null, origin: 'on_behalf', startedById: personId },
  })
  return done({ entryId })
}
