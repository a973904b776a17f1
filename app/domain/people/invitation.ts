/** What an invitation says about itself, as far as its use is concerned. */
export interface InvitationState {
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
  declinedAt: Date | null
}

export type InvitationRefusal = 'not-found' | 'revoked' | 'used' | 'expired' | 'declined'

/** The same for one claimant: a link serves the contact it was sent to. */
export type ClaimRefusal = InvitationRefusal | 'other-contact'

/** Why an invitation cannot be used now; null when it can. */
export function refuseInvitation(invitation: InvitationState | null, now: Date): InvitationRefusal | null {
  if (!invitation) return 'not-found'
  if (invitation.declinedAt) return 'declined'
  if (invitation.revokedAt) return 'revoked'
  if (invitation.acceptedAt) return 'used'
  return invitation.expiresAt <= now ? 'expired' : null
}

/** How long a link is good, and a card for a tablet in the judging room. */
export const LINK_DAYS = 30
export const CARD_HOURS = 72
