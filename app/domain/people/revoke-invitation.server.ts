import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { done, refuse, type Outcome } from '~/domain/outcome'

/**
 * Takes back an invitation that nobody has accepted yet: of the event's staff, or to the panel of one stage. Whoever may
 * manage the one may not touch the other: it is not found. Harmless to repeat.
 */
export function revokeInvitation({
  eventId,
  invitationId,
  of,
  byId,
  now,
}: {
  eventId: string
  invitationId: string
  of: 'staff' | { panelOf: string }
  byId: string
  now: Date
}): Promise<Outcome<'not-found' | 'used'>> {
  return transact(async (tx) => {
    const where = {
      eventId,
      id: invitationId,
      ...(of === 'staff' ? { role: { not: 'judge' as const } } : { role: 'judge' as const, stageId: of.panelOf }),
    }
    const revoked = await tx.invitation.updateMany({
      where: { ...where, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    })
    if (revoked.count > 0) {
      await record(tx, eventId, [{ action: 'invitation.revoked', body: { invitation: invitationId, by: byId } }])
      return done()
    }
    const found = await tx.invitation.findFirst({ where, select: { revokedAt: true } })
    return found ? (found.revokedAt ? done() : refuse('used')) : refuse('not-found')
  })
}
