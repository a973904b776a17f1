import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { mayBecome } from './claim-state'
import { lockClaim } from './lock-claim.server'

/**
 * The office has the stamped contract or the deposit: the reservation no longer lapses. One whose time is over is `lapsed`
 * even if the booth is still free; the office then takes the booth again for the exhibitor. Confirming twice is done once.
 */
export function confirmClaim({
  eventId,
  claimId,
  byId,
}: {
  eventId: string
  claimId: string
  byId: string
}): Promise<Outcome<'gone' | 'lapsed'>> {
  return transact(async (tx) => {
    const claim = await lockClaim(tx, eventId, claimId, null)
    if (!claim) return refuse('gone')
    if (claim.status === 'CONFIRMED') return done()
    if (claim.stale || !mayBecome(claim.status, 'CONFIRMED')) return refuse('lapsed')
    await tx.$executeRaw`update "BoothClaim" set "status" = 'CONFIRMED', "confirmedAt" = clock_timestamp(), "expiresAt" = null
      where "eventId" = ${eventId} and "id" = ${claimId}`
    await record(tx, eventId, [{ action: 'booth.confirmed', body: { claim: claimId, exhibitor: claim.exhibitorId, by: byId } }])
    return done()
  })
}
