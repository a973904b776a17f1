import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Reader, Tx } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { env } from '~/env.server'

/** sent: it only ever went to the contact on the entry. handed: the owner of the batch passed it on. */
export type LinkKind = 'sent' | 'handed'

/** The page on which an author sees, corrects and signs their work. The owner can show the second kind, never the first. */
export const signingPath = (linkId: string, kind: LinkKind): string => `/sign/${linkId}${kind === 'sent' ? 's' : 'h'}${seal(linkId, kind)}`

const TOKEN = /^([a-z0-9]{12})([sh])([\w-]{22})$/

/** What a link leads to; null when it was not made here or another has taken its place. */
export async function readLink(
  reader: Reader,
  token: string,
): Promise<{ eventId: string; entryId: string; authorId: string; linkId: string; kind: LinkKind } | null> {
  const [, linkId, letter, given] = TOKEN.exec(token) ?? []
  if (!linkId || !letter || !given) return null
  const kind = letter === 's' ? 'sent' : 'handed'
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(seal(linkId, kind)))) return null
  const link = await reader.signingLink.findUnique({ where: { id: linkId }, select: { eventId: true, entryId: true, authorId: true } })
  return link && { ...link, linkId, kind }
}

// the purpose in the key keeps a signature made for something else from opening a work
const seal = (linkId: string, kind: LinkKind) =>
  createHmac('sha256', `signing\0${env().SESSION_SECRET}`).update(`${kind} ${linkId}`).digest('base64url').slice(0, 22)

/** Gives authors their links; those that have one keep it. */
export async function linksStep(tx: Tx, eventId: string, authors: readonly { entryId: string; authorId: string }[]): Promise<void> {
  await tx.signingLink.createMany({ data: authors.map((author) => ({ ...author, eventId, id: newId() })), skipDuplicates: true })
}
