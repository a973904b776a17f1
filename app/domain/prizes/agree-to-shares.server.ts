import { type Outcome, done, refuse } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { beingPaid, lockedAuthors, ownAuthors, putInForce } from './sharing-steps.server'

interface AgreeToShares {
  eventId: string
  entryId: string
  id: string
  personId: string
  requestKey: string
  now: Date
}

/** One of the makers agrees to shares that another proposed. */
export function agreeToShares({
  eventId,
  entryId,
  id,
  personId,
  requestKey,
  now,
}: AgreeToShares): Promise<Outcome<'not-found' | 'being-paid'>> {
  return transactOnce(
    { actor: personId, key: requestKey, asked: ['agree-to-shares', eventId, entryId, id] },
    async (tx): Promise<Outcome<'not-found' | 'being-paid'>> => {
      const authors = await lockedAuthors(tx, eventId, entryId)
      const mine = await ownAuthors(tx, eventId, entryId, personId)
      const where = { eventId_entryId_id: { eventId, entryId, id } }
      const proposal = await tx.prizeSharing.findUnique({ where })
      if (!proposal || proposal.endedAt || proposal.inForceAt || mine.length === 0) return refuse('not-found')
      if (await beingPaid(tx, eventId, entryId)) return refuse('being-paid')
      const agreed = [...new Set([...proposal.agreed, ...mine])]
      await tx.prizeSharing.update({ where, data: { agreed } })
      if (authors.every((author) => agreed.includes(author))) await putInForce(tx, { eventId, entryId, id, personId, now })
      return done()
    },
  )
}
