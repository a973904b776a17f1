import type { Reader } from '~/db.server'
import { entryParts, presentState } from '../entry-row.server'

/**
 * Works that their author has changed since they were handed in, and not handed in again: their rows are not what was
 * signed. They go back to it at the deadline unless the author hands them in before.
 */
export async function unsubmittedChanges(reader: Reader, eventId: string, entryIds: readonly string[]): Promise<Set<string>> {
  const rows = await reader.entry.findMany({ where: { eventId, id: { in: [...entryIds] } }, include: entryParts })
  const changed = rows.filter((row) => {
    const [latest] = row.versions
    return latest !== undefined && presentState(row).sha256 !== latest.sha256
  })
  return new Set(changed.map(({ id }) => id))
}
