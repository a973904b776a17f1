import { transact } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'

/** Takes back an invitation that nobody has accepted yet. Harmless to repeat. */
export function revokeInvitation({
  eventId,
  invitationId,
  now,
}: {
  eventId: string
  invitationId: string
  now: Date
}): Promise<Outcome<'not-found' | 'used'>> {
  return transact(async (tx) => {
    const where = { eventId, id: invitationId }
    const revoked = await tx.invitation.updateMany({
      where: { ...where, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    })
    if (revoked.count > 0) return done()
    const found = await tx.invitation.findFirst({ where, select: { revokedAt: true } })
    return found ? (found.revokedAt ? done() : refuse('used')) : refuse('not-found')
  })
}
