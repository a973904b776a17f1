import { db, type Reader } from '~/db.server'

/** Whether a person has proven the contact an invitation was sent to. One without contact is for nobody. */
export async function holdsContact(
  personId: string | null,
  { contactKind, contactValue }: { contactKind: 'mobile' | 'email' | null; contactValue: string | null },
  reader: Reader = db,
): Promise<boolean> {
  if (!personId || !contactKind || !contactValue) return false
  const held = await reader.contact.count({
    where: { personId, kind: contactKind, value: contactValue, verifiedAt: { not: null } },
  })
  return held > 0
}
