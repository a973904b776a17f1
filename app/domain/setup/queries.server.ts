import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'

export type VersionRow = {
  version: number
  appliedAt: Date
  by: string | null
  changes: number
  created: boolean
}
export type EventSetup = {
  version: number
  source: string
  shown: number
  timezone: string
  versions: VersionRow[]
}

/**
 * The file of an event in force, or another version of it, with every version there was, newest first. `by` is null
 * for the command line. Null when there is no such event or version.
 */
export async function eventSetup(eventId: string, version?: number): Promise<EventSetup | null> {
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: { configVersion: true, timezone: true },
  })
  if (!event) return null
  const shown = version ?? event.configVersion
  const text = await db.eventVersion.findUnique({
    where: { eventId_version: { eventId, version: shown } },
    select: { source: true },
  })
  if (!text) return null
  const rows = await db.eventVersion.findMany({
    where: { eventId },
    select: { version: true, appliedAt: true, appliedById: true, summary: true },
    orderBy: { version: 'desc' },
  })
  const ids = rows.flatMap(({ appliedById }) => appliedById ?? [])
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const versions = rows.map(({ version: number, appliedAt, appliedById, summary }) => {
    const changes = Array.isArray(summary) ? (summary as { type?: string }[]) : []
    return {
      version: number,
      appliedAt,
      by: people.find(({ id }) => id === appliedById)?.name ?? null,
      changes: changes.length,
      created: changes[0]?.type === 'created',
    }
  })
  return { version: event.configVersion, source: text.source, shown, timezone: event.timezone, versions }
}

export type OwnOrganisation = { id: string; name: Localized }

/** The organisations a person may open events for, by the id that event files know them by. */
export async function organisationsToOpenFor(personId: string): Promise<OwnOrganisation[]> {
  const rows = await db.organisation.findMany({
    where: { staff: { some: { personId, role: { in: ['owner', 'organiser'] } } } },
    select: { slug: true, nameZh: true, nameEn: true },
    orderBy: { slug: 'asc' },
  })
  return rows.map(({ slug, nameZh, nameEn }) => ({ id: slug, name: { zh: nameZh, en: nameEn } }))
}
