import { ownEntry } from '~/domain/entries/queries.server'
import type { OwnEntry } from '~/domain/entries/queries.server'
import type { Editor } from '~/domain/entries/entry-row.server'
import { langOf } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { notFound, requireActor } from '~/session.server'

export interface RequiredEntry {
  editor: Editor
  entry: OwnEntry
  eventId: string
  entryId: string
  lang: Lang
  now: Date
}

/** The entry of an address, of the person who is signed in; another person’s or another event’s is not found. */
export async function requireEntry(
  request: Request,
  { slug = '', entryId = '' }: { slug?: string; entryId?: string },
): Promise<RequiredEntry> {
  const editor = { personId: (await requireActor(request)).personId }
  const entry = await ownEntry(editor, slug, entryId)
  if (!entry) throw notFound()
  return { editor, entry, eventId: slug, entryId, lang: langOf(request), now: new Date() }
}
