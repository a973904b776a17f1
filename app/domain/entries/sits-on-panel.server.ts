import type { Tx } from '~/db.server'

/**
 * One thing at a time for a person in an event: two windows must not both find the last free place, nor one enter
 * while the other takes a judge's seat. Held until the transaction ends.
 */
export async function lockParticipant(tx: Tx, eventId: string, personId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${eventId}/${personId}`}, 0))`
}

/**
 * Whether somebody sits on a panel of the event: a judge enters nothing, be it a draft begun before they accepted. Takes
 * the participant's lock first, so that the answer holds until the transaction ends.
 */
export async function sitsOnPanel(tx: Tx, eventId: string, personId: string): Promise<boolean> {
  await lockParticipant(tx, eventId, personId)
  return (await tx.judgeSeat.count({ where: { eventId, personId, removedAt: null } })) > 0
}
