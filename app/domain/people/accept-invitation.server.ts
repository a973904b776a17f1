import { transact } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { claimInvitationStep } from './claim-invitation.server'
import type { ClaimRefusal } from './invitation'
import { tokenHash } from './keyed-hash.server'

/** Accepts an invitation to work on an event. A judge's goes through judging, which also fills the seat. */
export function acceptInvitation({
  token,
  personId,
  now,
}: {
  token: string
  personId: string
  now: Date
}): Promise<Outcome<ClaimRefusal, { eventId: string }>> {
  return transact(async (tx) => {
    const claimed = await claimInvitationStep(tx, { tokenHash: tokenHash(token), personId, now })
    if (!claimed.ok) return claimed
    if (claimed.value.role === 'judge') return refuse('not-found')
    return done({ eventId: claimed.value.eventId })
  })
}
