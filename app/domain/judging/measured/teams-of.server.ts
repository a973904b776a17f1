import type { Reader } from '~/db.server'

/** The team of each entry, by the answer to a field of the form: an option’s id or a text. Entries without one are absent. */
export async function teamsOf(reader: Reader, eventId: string, field: string, entryIds: readonly string[]): Promise<Map<string, string>> {
  const entries = await reader.entry.findMany({ where: { eventId, id: { in: [...entryIds] } }, select: { id: true, fields: true } })
  return new Map(
    entries.flatMap(({ id, fields }): [string, string][] => {
      const team = (fields as Record<string, unknown>)[field]
      return typeof team === 'string' && team.trim() !== '' ? [[id, team.trim()]] : []
    }),
  )
}
