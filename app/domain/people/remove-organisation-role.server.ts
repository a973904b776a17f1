import { transact } from '~/db.server'
import { recordOfOrganisation } from '~/domain/ledger/record.server'
import { done, refuse, type Outcome } from '~/domain/outcome'

type OrganisationRoleName = 'owner' | 'organiser' | 'clerk'

/**
 * Takes a role of the organisation, and with it of all its events, from somebody. An owner may step down, but the
 * last one stays: nobody else could let anybody in.
 */
export function removeOrganisationRole({
  organisationId,
  personId,
  role,
  byId,
}: {
  organisationId: string
  personId: string
  role: OrganisationRoleName
  byId: string
}): Promise<Outcome<'not-found' | 'last-owner'>> {
  return transact(async (tx) => {
    // two owners who remove each other at once must not both succeed
    await tx.$queryRaw`select 1 from "Organisation" where "id" = ${organisationId} for update`
    if (role === 'owner') {
      const others = await tx.organisationRole.count({
        where: { organisationId, role: 'owner', personId: { not: personId }, person: { erasedAt: null } },
      })
      if (others === 0) {
        const held = await tx.organisationRole.count({ where: { organisationId, personId, role } })
        return refuse(held > 0 ? 'last-owner' : 'not-found')
      }
    }
    const removed = await tx.organisationRole.deleteMany({ where: { organisationId, personId, role } })
    if (removed.count === 0) return refuse('not-found')
    await recordOfOrganisation(tx, organisationId, [{ action: 'role.removed', body: { person: personId, role, by: byId } }])
    return done()
  })
}
