import { db } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { refuseInvitation, type InvitationRefusal } from './invitation'
import { keyedHash, sameHash, tokenHash } from './keyed-hash.server'
import { waitMinutes } from './rate-limit.server'
import { readDigits } from './sign-in-code'

export interface UnlockedTablet {
  eventId: string
  invitationId: string
  stageId: string
  seatId: string
}

/**
 * Checks the PIN of a card. Each try is spent before the PIN is looked at; after five the card is void. Does not use
 * the card up: the caller claims it, with the seat, in one transaction.
 */
export async function unlockTablet({
  token,
  pin,
  ip,
  now,
}: {
  token: string
  pin: string
  ip: string
  now: Date
}): Promise<Outcome<InvitationRefusal | 'wrong' | 'no-tries' | 'too-many', UnlockedTablet>> {
  const wait = await waitMinutes('pin-per-address', ip)
  if (wait) return refuse('too-many', { minutes: wait })
  const invitation = await db.invitation.findUnique({ where: { tokenHash: tokenHash(token) } })
  const usable = invitation?.kind === 'tablet' && invitation.stageId && invitation.seatId && invitation.pinHmac
  const refusal = refuseInvitation(usable ? invitation : null, now)
  if (refusal || !invitation) return refuse(refusal ?? 'not-found')
  const { eventId, id, stageId, seatId, pinHmac } = invitation
  const spent = await db.invitation.updateMany({
    where: { eventId, id, triesLeft: { gt: 0 } },
    data: { triesLeft: { decrement: 1 } },
  })
  if (spent.count === 0) return refuse('no-tries')
  const digits = readDigits(pin)
  if (!digits || !sameHash(pinHmac ?? '', keyedHash(`${id}:${digits}`))) {
    const { triesLeft } = await db.invitation.findUniqueOrThrow({
      where: { eventId_id: { eventId, id } },
      select: { triesLeft: true },
    })
    return triesLeft > 0 ? refuse('wrong', { left: triesLeft }) : refuse('no-tries')
  }
  return done({ eventId, invitationId: id, stageId: stageId ?? '', seatId: seatId ?? '' })
}
