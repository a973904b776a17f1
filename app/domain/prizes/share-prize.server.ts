import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { type SharesRefusal, refuseShares } from './shares'
import { beingPaid, lockedAuthors, ownAuthors, putInForce } from './sharing-steps.server'

interface SharePrize {
  eventId: string
  entryId: string
  personId: string
  /** the organiser decides, with a reason; else an author proposes and all others agree */
  byOrganiser: boolean
  weights: Readonly<Record<string, number>>
  reason: string
  requestKey: string
  now: Date
}
export type ShareRefusal = SharesRefusal | 'not-found' | 'no-reason' | 'being-paid'

/** Proposes how the makers of a work share its prizes. In force when all of them agree, or at once by the organiser. */
export function sharePrize(asked: SharePrize): Promise<Outcome<ShareRefusal>> {
  const { eventId, entryId, personId, byOrganiser, weights, reason, requestKey, now } = asked
  return transactOnce(
    { actor: personId, key: requestKey, asked: ['share-prize', eventId, entryId, byOrganiser, weights, reason] },
    async (tx): Promise<Outcome<ShareRefusal>> => {
      const authors = await lockedAuthors(tx, eventId, entryId)
      const mine = byOrganiser ? [] : await ownAuthors(tx, eventId, entryId, personId)
      if (authors.length === 0 || (!byOrganiser && mine.length === 0)) return refuse('not-found')
      const refusal = refuseShares(authors, weights)
      if (refusal) return refuse(refusal)
      if (byOrganiser && reason === '') return refuse('no-reason')
      if (await beingPaid(tx, eventId, entryId)) return refuse('being-paid')
      // a new proposal takes the place of one that waits
      await tx.prizeSharing.updateMany({ where: { eventId, entryId, inForceAt: null, endedAt: null }, data: { endedAt: now } })
      const id = newId()
      await tx.prizeSharing.create({
        data: { eventId, entryId, id, weights: { ...weights }, agreed: mine, byOrganiser, proposedById: personId, reason, proposedAt: now },
      })
      if (byOrganiser || authors.every((author) => mine.includes(author))) await putInForce(tx, { eventId, entryId, id, personId, now })
      return done()
    },
  )
}
