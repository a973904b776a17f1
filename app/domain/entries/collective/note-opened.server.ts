import { db } from '~/db.server'
import type { LinkKind } from './signing-link.server'
import { readLink } from './signing-link.server'

/** Notes that an author came by their link, so that whoever reminds them knows; and by which kind. */
export async function noteOpened(token: string, now: Date): Promise<LinkKind | null> {
  const link = await readLink(db, token)
  if (!link) return null
  await db.signingLink.updateMany({ where: { id: link.linkId, openedAt: null }, data: { openedAt: now } })
  return link.kind
}
