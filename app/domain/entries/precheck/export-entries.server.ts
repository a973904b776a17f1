import { transact } from '~/db.server'
import { done } from '~/domain/outcome'
import { record } from '~/domain/ledger/record.server'
import { asked, type EntryFilter } from './entry-filter'
import { entryIds } from './entry-list.server'

interface ExportEntries {
  eventId: string
  filter: EntryFilter
  personId: string
  format: string
  /** whether names of the contact columns go along */
  contacts: boolean
}

/**
 * Notes in the ledger that a list of entries leaves the house, and answers the ids that are in it, in order. What
 * was searched for may be somebody’s name, so the ledger keeps only how many questions were asked.
 */
export async function exportEntries({ eventId, filter, personId, format, contacts }: ExportEntries): Promise<string[]> {
  const ids = await entryIds(eventId, filter)
  await transact(async (tx) => {
    await record(tx, eventId, [
      { action: 'entries.exported', body: { by: personId, rows: ids.length, format, contacts, questions: asked(filter) } },
    ])
    return done()
  })
  return ids
}
