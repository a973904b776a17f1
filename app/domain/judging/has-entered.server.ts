import type { Tx } from '~/db.server'
import type { ContactAddress } from '~/domain/people/contact'

/**
 * Whether somebody has a work of their own in an event: nobody judges what they entered. Asked of the contact that is
 * invited, and again of whoever really takes the seat. Entries that staff typed in for others do not make the typist
 * an entrant; an author whom no account is tied to is known by the contact on the entry.
 */
export async function hasEntered(tx: Tx, eventId: string, who: { personId: string } | { contact: ContactAddress }): Promise<boolean> {
  const contacts =
    'contact' in who
      ? [who.contact]
      : await tx.contact.findMany({
          where: { personId: who.personId, verifiedAt: { not: null } },
          select: { kind: true, value: true },
        })
  const personId =
    'personId' in who
      ? who.personId
      : (await tx.contact.findUnique({ where: { kind_value: who.contact }, select: { personId: true } }))?.personId
  const valuesOf = (kind: ContactAddress['kind']) => contacts.flatMap((contact) => (contact.kind === kind ? [contact.value] : []))
  const author = [{ email: { in: valuesOf('email') } }, { mobile: { in: valuesOf('mobile') } }, ...(personId ? [{ personId }] : [])]
  const entries = await tx.entry.count({
    where: {
      eventId,
      state: { notIn: ['draft', 'withdrawn'] },
      OR: [...(personId ? [{ ownerId: personId }] : []), { authors: { some: { OR: author } } }],
    },
  })
  return entries > 0
}
