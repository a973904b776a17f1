import type { Reader } from '~/db.server'
import type { Address } from '~/domain/notices/notice'

/** Somebody an event’s postponement or cancellation concerns: a person here, or an author known only by a contact. */
export type Affected = {
  name: string
  role: 'author' | 'instructor' | 'judge' | 'staff'
  to: { personId: string } | Address
}

/** Everyone an event concerns, each once: authors and instructors of live entries, judges, then staff. */
export async function affectedPeople(reader: Reader, eventId: string): Promise<Affected[]> {
  const authors = await reader.entryAuthor.findMany({
    where: { eventId, entry: { state: { not: 'withdrawn' } } },
    select: { personId: true, name: true, role: true, email: true, mobile: true },
    orderBy: [{ role: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  })
  const person = { select: { name: true } } as const
  const seats = await reader.judgeSeat.findMany({
    where: { eventId, removedAt: null, personId: { not: null } },
    select: { personId: true, name: true },
    orderBy: { label: 'asc' },
  })
  const staff = await reader.eventRole.findMany({
    where: { eventId, role: { in: ['organiser', 'clerk'] } },
    select: { personId: true, person },
    orderBy: { personId: 'asc' },
  })
  return once([
    ...authors.flatMap(({ personId, name, role, email, mobile }): Affected[] => {
      if (personId) return [{ name, role, to: { personId } }]
      if (email) return [{ name, role, to: { kind: 'email', value: email } }]
      return mobile ? [{ name, role, to: { kind: 'mobile', value: mobile } }] : []
    }),
    ...seats.flatMap(({ personId, name }): Affected[] => (personId ? [{ name, role: 'judge', to: { personId } }] : [])),
    ...staff.map((one): Affected => ({
      name: one.person.name,
      role: 'staff',
      to: { personId: one.personId },
    })),
  ])
}

/** One word for where a message goes, by which repeats are found. */
export const receiverKey = (to: Affected['to']) => ('personId' in to ? to.personId : to.value)

function once(people: readonly Affected[]): Affected[] {
  const seen = new Set<string>()
  return people.filter(({ to }) => !seen.has(receiverKey(to)) && seen.add(receiverKey(to)))
}
