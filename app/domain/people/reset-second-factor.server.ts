import { transact } from '~/db.server'
import { recordOfOrganisation } from '~/domain/ledger/record.server'
import { noticeStep } from '~/domain/notices/send-notice.server'
import { done, refuse, type Outcome } from '~/domain/outcome'

/**
 * Recovery: an owner of an organisation takes a lost second factor off somebody who works for it, after having
 * recognised them by other means. Their sessions end; at the next sign-in they set up a new one. Nobody can take off
 * their own, or a stolen session could.
 */
export function resetSecondFactor({
  organisationId,
  personId,
  byId,
  now,
}: {
  organisationId: string
  personId: string
  byId: string
  now: Date
}): Promise<Outcome<'not-found' | 'yourself' | 'not-owner' | 'not-set'>> {
  return transact(async (tx) => {
    if (personId === byId) return refuse('yourself')
    const owner = await tx.organisationRole.count({
      where: { organisationId, personId: byId, role: 'owner' },
    })
    if (owner === 0) return refuse('not-owner')
    const works = await tx.person.count({
      where: {
        id: personId,
        OR: [
          { organisationRoles: { some: { organisationId } } },
          { eventRoles: { some: { event: { organisationId }, role: { not: 'judge' } } } },
        ],
      },
    })
    if (works === 0) return refuse('not-found')
    const removed = await tx.totp.deleteMany({ where: { personId } })
    // asked for twice: nothing is lost any more, and nobody is signed out again
    if (removed.count === 0) return refuse('not-set')
    await tx.session.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } })
    await recordOfOrganisation(tx, organisationId, [{ action: 'second-factor.reset', body: { person: personId, by: byId } }])
    await noticeStep(tx, { to: { personId }, notice: { template: 'second-factor-reset', at: now } })
    return done()
  })
}
