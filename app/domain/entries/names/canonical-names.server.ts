import { db, type Reader } from '~/db.server'
import { spellingOf } from './suggest-names'

/** How an event’s house calls a school or company that people spell in many ways; a name nobody has confirmed stands for itself. */
export async function canonicalNames(eventId: string, reader: Reader = db): Promise<(name: string) => string> {
  const { organisationId } = await reader.event.findUniqueOrThrow({ where: { id: eventId }, select: { organisationId: true } })
  const aliases = await reader.nameAlias.findMany({ where: { organisationId }, select: { spelling: true, canonical: true } })
  const known = new Map(aliases.map(({ spelling, canonical }) => [spelling, canonical]))
  return (name) => known.get(spellingOf(name)) ?? name
}
