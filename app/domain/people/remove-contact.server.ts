import { transact } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'

/** Takes a contact off an account. The last one stays: nobody could sign in again. */
export function removeContact({
  personId,
  contactId,
}: {
  personId: string
  contactId: string
}): Promise<Outcome<'not-found' | 'last-contact'>> {
  return transact(async (tx) => {
    await tx.$queryRaw`select 1 from "Person" where "id" = ${personId} for update`
    if ((await tx.contact.count({ where: { id: contactId, personId } })) === 0) return refuse('not-found')
    if ((await tx.contact.count({ where: { personId, verifiedAt: { not: null }, id: { not: contactId } } })) === 0)
      return refuse('last-contact')
    await tx.contact.delete({ where: { id: contactId } })
    return done()
  })
}
