import { z } from 'zod'
import { transact } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse, type Outcome } from '~/domain/outcome'

const MOST = 30

/** A name for the list that an address shows. */
export const SaveFilterForm = z.object({ name: z.string().trim().min(1).max(30), query: z.string().max(1_000) })

type SaveFilter = z.output<typeof SaveFilterForm> & { eventId: string; personId: string; page: string }

/** Keeps a list under a name; the same name again keeps the newer list. At most 30 for a person and page. */
export function saveFilter({ eventId, personId, page, name, query }: SaveFilter): Promise<Outcome<'too-many', string>> {
  return transact(async (tx) => {
    const key = { eventId_personId_page_name: { eventId, personId, page, name } }
    const kept = await tx.savedFilter.findUnique({ where: key })
    if (!kept && (await tx.savedFilter.count({ where: { eventId, personId, page } })) >= MOST) return refuse('too-many', { most: MOST })
    const row = await tx.savedFilter.upsert({
      where: key,
      update: { query },
      create: { eventId, personId, page, name, query, id: newId() },
    })
    return done(row.id)
  })
}
