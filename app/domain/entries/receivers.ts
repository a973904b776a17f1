import type { Address } from '~/domain/notices/notice'

/** Who stands behind a work, as far as telling them goes: its authors in their order, without instructors. */
export interface Behind {
  /** null for what came on paper */
  ownerId: string | null
  authors: { personId: string | null; email: string | null; mobile: string | null }[]
}

export type Receiver = { personId: string } | Address

/** What to read of an entry to know its receivers. */
export const behind = {
  ownerId: true,
  authors: {
    where: { role: 'author' },
    orderBy: { position: 'asc' },
    select: { personId: true, email: true, mobile: true },
  },
} as const

/**
 * Everyone to tell about a work, each once: its owner, authors with an account, and authors known only by the
 * contact on the entry. Never the member of staff who typed in what came on paper.
 */
export function receivers({ ownerId, authors }: Behind): Receiver[] {
  const persons = new Set(ownerId ? [ownerId] : [])
  const contacts = new Map<string, Address>()
  for (const { personId, email, mobile } of authors) {
    if (personId) persons.add(personId)
    else if (email) contacts.set(email, { kind: 'email', value: email })
    else if (mobile) contacts.set(mobile, { kind: 'mobile', value: mobile })
  }
  return [...[...persons].map((personId) => ({ personId })), ...contacts.values()]
}

/** One word for a receiver, by which repeats are found. */
export const receiverId = (to: Receiver): string => ('personId' in to ? to.personId : to.value)

/** The page a receiver can open: the entry for its owner, the event for everybody else. */
export function pageFor(to: Receiver, { ownerId }: Pick<Behind, 'ownerId'>, eventId: string, entryId: string): string {
  const own = 'personId' in to && to.personId === ownerId
  return own ? `/my/${eventId}/${entryId}` : `/e/${eventId}`
}
