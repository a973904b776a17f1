import { isDuplicate, transact } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import type { ContactAddress } from './contact'

const MOST = 5

/** Adds a contact, proven by a code a moment ago, to an account. Refuses one that belongs to somebody else. */
export async function addContact({
  personId,
  contact,
  now,
}: {
  personId: string
  contact: ContactAddress
  now: Date
}): Promise<Outcome<'taken' | 'too-many-contacts'>> {
  try {
    return await transact(async (tx) => {
      // the account's row is the lock: two additions at once are counted one after the other
      await tx.$queryRaw`select 1 from "Person" where "id" = ${personId} for update`
      const held = await tx.contact.findUnique({ where: { kind_value: contact } })
      if (held && held.personId !== personId) return refuse('taken')
      if (held) return done()
      if ((await tx.contact.count({ where: { personId } })) >= MOST) return refuse('too-many-contacts')
      await tx.contact.create({ data: { id: newId(), personId, ...contact, verifiedAt: now } })
      return done()
    })
  } catch (error) {
    if (isDuplicate(error)) return refuse('taken')
    throw error
  }
}
