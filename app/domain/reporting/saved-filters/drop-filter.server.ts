import { db } from '~/db.server'

/** Forgets one of a person’s own named lists; somebody else’s is not touched. */
export async function dropFilter(row: { eventId: string; personId: string; id: string }): Promise<void> {
  await db.savedFilter.deleteMany({ where: row })
}
