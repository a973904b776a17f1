import { transact } from '~/db.server'
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
}): Promise<Outcome<'not-found' | 'yourself' | 'not-owner'>> {
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
    await tx.totp.deleteMany({ where: { personId } })
    await tx.session.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } })
    return done()
  })
}
