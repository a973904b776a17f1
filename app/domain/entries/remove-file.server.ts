import { transact } from '~/db.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { lockEntry } from './entry-row.server'
import type { Editor } from './entry-row.server'
import { refuseChange, refuseStaffChange } from './registration-window'
import type { TimeRefusal } from './registration-window'
import { settleLater } from './settle-later.server'
import { termsOf } from './terms.server'

interface RemoveFile {
  editor: Editor
  eventId: string
  entryId: string
  fileId: string
  now: Date
}

/**
 * Takes a file out of its slot. A file that was handed in stays with the version it was handed in with; any other is
 * swept away. Removing it again does nothing.
 */
export function removeFile({ editor, eventId, entryId, fileId, now }: RemoveFile): Promise<Outcome<'not-found' | TimeRefusal>> {
  return transact(async (tx): Promise<Outcome<'not-found' | TimeRefusal>> => {
    const terms = await termsOf(tx, eventId)
    const entry = terms && (await lockEntry(tx, editor, eventId, entryId))
    if (!terms || !entry) return refuse('not-found')
    const late = editor.staff ? refuseStaffChange(terms, entry) : refuseChange(terms, entry, now)
    if (late) return refuse(late)
    const file = await tx.entryFile.findFirst({ where: { eventId, entryId, id: fileId }, select: { state: true } })
    if (!file) return refuse('not-found')
    if (file.state === 'replaced') return done()
    await tx.entryFile.update({ where: { eventId_id: { eventId, id: fileId } }, data: { state: 'replaced' } })
    await settleLater(tx, terms, entry, now)
    return done()
  })
}
