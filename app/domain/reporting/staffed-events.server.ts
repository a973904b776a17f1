import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import type { EventStatus } from '~/generated/prisma/enums'
import { inWorkOrder } from './work-order'

export interface StaffedEvent {
  id: string
  name: Localized
  edition: string
  organisation: Localized
  status: EventStatus
  timezone: string
  opensAt: Date | null
  closesAt: Date | null
  startsAt: Date | null
  endsAt: Date | null
  hasContest: boolean
  handedIn: number
  waiting: number
}

/** The events a person works on: those of their organisations and those they have a staff role on, what needs work first. */
export async function staffedEvents(personId: string, now: Date): Promise<StaffedEvent[]> {
  const events = await db.event.findMany({
    where: {
      OR: [
        { organisation: { staff: { some: { personId } } } },
        { roles: { some: { personId, role: { in: ['organiser', 'clerk', 'finance'] } } } },
      ],
    },
    orderBy: [{ startsAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    include: { organisation: { select: { nameZh: true, nameEn: true } }, _count: { select: { groups: true } } },
    omit: { config: true },
  })
  const counts = await db.entry.groupBy({
    by: ['eventId', 'state'],
    where: { eventId: { in: events.map(({ id }) => id) }, state: { not: 'draft' } },
    _count: true,
  })
  const listed = events.map((event) => {
    const own = counts.filter(({ eventId }) => eventId === event.id)
    return {
      id: event.id,
      name: { zh: event.nameZh, en: event.nameEn },
      organisation: { zh: event.organisation.nameZh, en: event.organisation.nameEn },
      edition: event.edition,
      status: event.status,
      timezone: event.timezone,
      opensAt: event.opensAt,
      closesAt: event.closesAt,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      hasContest: event._count.groups > 0,
      handedIn: own.reduce((sum, row) => sum + row._count, 0),
      waiting: own.find(({ state }) => state === 'submitted')?._count ?? 0,
    }
  })
  return inWorkOrder(listed, now)
}

/** Whether a person may open new events: with an organisation they lead or organise for. */
export async function mayOpenEvents(personId: string): Promise<boolean> {
  return (await db.organisationRole.count({ where: { personId, role: { in: ['owner', 'organiser'] } } })) > 0
}
