import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'

export interface Named {
  id: string
  name: Localized
}

/** What pages about an event’s rows need to name them: its own name and zone, its groups and tracks in order. */
export interface EventFrame {
  id: string
  name: Localized
  timezone: string
  organisationId: string
  organisation: Localized
  groups: Named[]
  tracks: Named[]
}

/** The frame of one event. Throws when there is none: ask requireStaff first. */
export async function eventFrame(eventId: string): Promise<EventFrame> {
  const named = { orderBy: { position: 'asc' }, select: { id: true, nameZh: true, nameEn: true } } as const
  const { nameZh, nameEn, groups, tracks, organisation, ...event } = await db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      id: true,
      nameZh: true,
      nameEn: true,
      timezone: true,
      organisationId: true,
      organisation: { select: { nameZh: true, nameEn: true } },
      groups: named,
      tracks: named,
    },
  })
  return {
    ...event,
    name: { zh: nameZh, en: nameEn },
    organisation: { zh: organisation.nameZh, en: organisation.nameEn },
    groups: groups.map(namedRow),
    tracks: tracks.map(namedRow),
  }
}

const namedRow = ({ id, nameZh, nameEn }: { id: string; nameZh: string; nameEn: string }): Named => ({
  id,
  name: { zh: nameZh, en: nameEn },
})
