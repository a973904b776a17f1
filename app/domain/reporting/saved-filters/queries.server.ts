import { db } from '~/db.server'

export interface SavedFilter {
  id: string
  name: string
  /** starts with ? or is empty */
  query: string
}

/** The lists a person has given a name on one page of an event, in the order of their names. */
export async function savedFilters(eventId: string, personId: string, page: string): Promise<SavedFilter[]> {
  return db.savedFilter.findMany({
    where: { eventId, personId, page },
    orderBy: { name: 'asc' },
    select: { id: true, name: true, query: true },
  })
}
