import { db } from '~/db.server'

/** Entries from paper that staff can still change, what was worked on last first. */
export function openOnBehalf(eventId: string) {
  return db.entry.findMany({
    where: { eventId, origin: 'on_behalf', state: { in: ['draft', 'returned'] } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      title: true,
      number: true,
      state: true,
      updatedAt: true,
      group: { select: { nameZh: true, nameEn: true } },
      authors: { where: { role: 'author' }, orderBy: { position: 'asc' }, select: { name: true } },
    },
  })
}
