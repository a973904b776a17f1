import { db } from '~/db.server'
import type { ContactAddress } from './contact'

/** Whose contact this is, once it has been proven by a code; null for somebody new. */
export async function findPerson(contact: ContactAddress): Promise<{ personId: string; locale: string } | null> {
  const held = await db.contact.findFirst({
    where: { ...contact, verifiedAt: { not: null }, person: { erasedAt: null } },
    select: { person: { select: { id: true, locale: true } } },
  })
  return held && { personId: held.person.id, locale: held.person.locale }
}
