import { db, type Reader } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import type { Forwarding } from '~/domain/judging/section'

export interface ForwardingRule extends Omit<Forwarding, 'until'> {
  /** the last instant at which works are sent */
  until: Date | null
  parent: {
    id: string
    name: Localized
    edition: string
    groups: string[]
    tracks: string[]
    fields: string[]
    slots: string[]
  }
  /** the parent’s own file names this contest among those it collects from */
  collected: boolean
}

interface Stored {
  contest?: {
    forwarding?: Forwarding
    collects?: string[]
    groups: { id: string }[]
    tracks: { id: string }[]
    entry: { fields: { id: string }[]; files: { id: string }[] }
  }
}

/** By what rule an event sends works on, with what its parent can take; null where it sends none. */
export async function forwardingRule(eventId: string, reader: Reader = db): Promise<ForwardingRule | null> {
  const { config, parent } = await reader.event.findUniqueOrThrow({
    where: { id: eventId },
    select: { config: true, parent: { select: { id: true, nameZh: true, nameEn: true, edition: true, config: true } } },
  })
  // stored only after they were parsed
  const rule = (config as unknown as Stored).contest?.forwarding
  const above = (parent?.config as unknown as Stored | undefined)?.contest
  if (!rule || !parent || !above) return null
  const date = await reader.eventDate.findUnique({ where: { eventId_key: { eventId, key: rule.until } }, select: { endsAt: true } })
  const ids = (list: { id: string }[]) => list.map(({ id }) => id)
  return {
    ...rule,
    until: date?.endsAt ?? null,
    parent: {
      id: parent.id,
      name: { zh: parent.nameZh, en: parent.nameEn },
      edition: parent.edition,
      groups: ids(above.groups),
      tracks: ids(above.tracks),
      fields: ids(above.entry.fields),
      slots: ids(above.entry.files),
    },
    collected: above.collects?.includes(eventId) ?? false,
  }
}
