import { db } from '~/db.server'

const names = { select: { nameZh: true, nameEn: true } } as const

/** What a person agreed to, newest first, withdrawn ones too. */
export async function consentsOf(personId: string) {
  const rows = await db.consent.findMany({
    where: { personId },
    orderBy: [{ grantedAt: 'desc' }, { id: 'asc' }],
  })
  const [events, organisations] = await Promise.all([
    db.event.findMany({
      where: { id: { in: rows.map(({ eventId }) => eventId) } },
      select: { id: true, nameZh: true, nameEn: true, timezone: true },
    }),
    db.organisation.findMany({
      where: { id: { in: rows.map(({ organisationId }) => organisationId) } },
      select: { id: true, nameZh: true, nameEn: true },
    }),
  ])
  return rows.map((row) => ({
    ...row,
    event: events.find(({ id }) => id === row.eventId) ?? null,
    organisation: organisations.find(({ id }) => id === row.organisationId) ?? null,
  }))
}

/** Every time a person's data left the house: when, from which event, to whom, what for, which fields. Newest first. */
export async function disclosuresOf(personId: string) {
  const rows = await db.disclosure.findMany({
    where: { personId },
    orderBy: { export: { createdAt: 'desc' } },
    select: {
      export: {
        select: {
          id: true,
          receiver: true,
          purpose: true,
          fields: true,
          createdAt: true,
          event: { select: { ...names.select, timezone: true } },
        },
      },
    },
  })
  return rows.map((row) => row.export)
}
