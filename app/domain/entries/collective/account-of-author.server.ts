import type { Reader } from '~/db.server'
import { parseContact } from '~/domain/people/contact'
import type { LinkKind } from './signing-link.server'

/**
 * The account of the author who reads a link: known from the entry, or whose contact the link went to, for they have just
 * shown that they read what is sent there. Null for a link that was handed on, which anybody may hold.
 */
export async function accountOfAuthor(
  reader: Reader,
  kind: LinkKind,
  { personId, email, mobile }: { personId: string | null; email: string | null; mobile: string | null },
): Promise<string | null> {
  if (kind !== 'sent') return null
  if (personId) return personId
  const to = parseContact(email ?? '') ?? parseContact(mobile ?? '')
  const contact = to && (await reader.contact.findFirst({ where: { ...to, verifiedAt: { not: null } }, select: { personId: true } }))
  return contact?.personId ?? null
}
