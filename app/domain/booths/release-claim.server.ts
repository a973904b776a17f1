import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { mayBecome } from './claim-state'
import { lockClaim } from './lock-claim.server'

/** `personId` is null when the office acts, which the caller has made sure of. */
export type ClaimStep = { eventId: string; claimId: string; personId: string | null }

/**
 * Gives a hold or a reservation back: the floor is free at once. Done again, or after its time was over, it changes nothing
 * and is still done; a confirmed stand is given up by cancelling, not here.
 */
export function releaseClaim({ eventId, claimId, personId }: ClaimStep): Promise<Outcome<'gone' | 'confirmed'>> {
  return transact(async (tx) => {
    const claim = await lockClaim(tx, eventId, claimId, personId)
    if (!claim || (personId !== null && !claim.mine)) return refuse('gone')
    if (claim.status === 'CONFIRMED') return refuse('confirmed')
    if (!mayBecome(claim.status, 'RELEASED')) return done()
    await tx.$executeRaw`update "BoothClaim" set "status" = 'RELEASED', "endedAt" = clock_timestamp()
      where "eventId" = ${eventId} and "id" = ${claimId}`
    await record(tx, eventId, [{ action: 'booth.released', body: { claim: claimId, exhibitor: claim.exhibitorId, by: personId } }])
    return done()
  })
}
