import { transact } from '~/db.server'
import type { Tx } from '~/db.server'
import { done, refuse } from '~/domain/outcome'
import type { EntryContent } from './entry-content'
import { contentOf, lockEntry } from './entry-row.server'
import type { Editor } from './entry-row.server'
import { readEntryForm } from './read-entry-form'
import type { FormValues } from './read-entry-form'
import { refuseChange, refuseStaffChange } from './registration-window'
import type { TimeRefusal } from './registration-window'
import { settleLater } from './settle-later.server'
import { termsOf } from './terms.server'
import { sameContent, writeContent } from './write-content.server'

interface SaveDraft {
  editor: Editor
  eventId: string
  entryId: string
  /** version the form was filled from */
  version: number
  form: FormValues
  now: Date
}

export type SaveDraftOutcome =
  | { ok: true; value: { version: number; savedAt: Date } }
  | { ok: false; reason: 'not-found' | TimeRefusal }
  /** somebody saved in between: what stands now, and what this form would have saved */
  | { ok: false; reason: 'stale'; version: number; current: EntryContent; yours: EntryContent }

/** Saves what the form holds, complete or not. A form filled from an older version is refused, unless it says what already stands. */
export const saveDraft = (input: SaveDraft): Promise<SaveDraftOutcome> => transact((tx) => saveDraftStep(tx, input))

export async function saveDraftStep(tx: Tx, { editor, eventId, entryId, version, form, now }: SaveDraft): Promise<SaveDraftOutcome> {
  const terms = await termsOf(tx, eventId)
  const entry = terms && (await lockEntry(tx, editor, eventId, entryId))
  if (!terms || !entry) return refuse('not-found')
  const content = readEntryForm(form, terms, contentOf(entry))
  const late = editor.staff ? refuseStaffChange(terms, entry) : refuseChange(terms, entry, now)
  if (late) return refuse(late)
  if (sameContent(entry, content)) return done({ version: entry.version, savedAt: entry.updatedAt })
  if (entry.version !== version) return { ok: false, reason: 'stale', version: entry.version, current: contentOf(entry), yours: content }
  const saved = await writeContent(tx, terms, entry, content)
  await settleLater(tx, terms, entry, now)
  return done({ version: saved, savedAt: now })
}
