import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { done, refuse, type Outcome } from '~/domain/outcome'

/** Takes a role on one event from somebody. Roles of the organisation are its owner's affair and stay. */
export function removeStaff({
  eventId,
  personId,
  role,
  byId,
}: {
  eventId: string
  personId: string
  role: 'organiser' | 'clerk' | 'finance'
  byId: string
}): Promise<Outcome<'not-found' | 'yourself'>> {
  return transact(async (tx) => {
    if (personId === byId) return refuse('yourself')
    const removed = await tx.eventRole.deleteMany({ where: { eventId, personId, role } })
    if (removed.count === 0) return refuse('not-found')
    await record(tx, eventId, [{ action: 'staff.removed', body: { person: personId, role, by: byId } }])
    return done()
  })
}
