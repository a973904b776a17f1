import type { Tx } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { registrationAt } from './registration-window'
import { groupOf } from './terms'
import { termsOf } from './terms.server'
import { sitsOnPanel } from './sits-on-panel.server'

interface StartEntry {
  personId: string
  eventId: string
  groupId: string
  trackId: string | null
  requestKey: string
  now: Date
}

export type StartRefusal = 'not-found' | 'early' | 'over' | 'cancelled' | 'group' | 'track' | 'limit' | 'judge'

/** Begins a draft with its first author filled in from the account. Answers the entry’s id. */
export function startEntry(input: StartEntry): Promise<Outcome<StartRefusal, { entryId: string }>> {
  const { personId, requestKey, now, ...asked } = input
  return transactOnce({ actor: personId, key: requestKey, asked: ['start-entry', asked] }, (tx) => startEntryStep(tx, input))
}

export async function startEntryStep(
  tx: Tx,
  { personId, eventId, groupId, trackId, now }: StartEntry,
): Promise<Outcome<StartRefusal, { entryId: string }>> {
  const terms = await termsOf(tx, eventId)
  if (!terms) return refuse('not-found')
  const registration = registrationAt(terms, now)
  if (registration === 'not-open') return refuse('not-found')
  if (registration !== 'open') return refuse(registration)
  const group = groupOf(terms, groupId)
  if (!group) return refuse('group')
  const { tracks } = terms.contest
  if (tracks.length > 0 && !tracks.some(({ id }) => id === trackId)) return refuse('track')

  const refusal = await refusePerson(tx, eventId, personId, terms.registration.limit)
  if (refusal) return refuse(refusal, terms.registration.limit ? { limit: terms.registration.limit } : undefined)

  const entryId = newId()
  await tx.entry.create({
    data: {
      eventId,
      id: entryId,
      groupId,
      trackId: tracks.length > 0 ? trackId : null,
      ownerId: personId,
      startedById: personId,
      authors: { create: await firstAuthor(tx, personId) },
    },
  })
  return done({ entryId })
}

async function refusePerson(tx: Tx, eventId: string, personId: string, limit: number | undefined): Promise<'limit' | 'judge' | null> {
  if (await sitsOnPanel(tx, eventId, personId)) return 'judge'
  if (limit === undefined) return null
  const entries = await tx.entry.count({ where: { eventId, ownerId: personId, origin: 'online', state: { not: 'withdrawn' } } })
  return entries >= limit ? 'limit' : null
}

/** The account’s person as author, with the school or employer they named last. */
async function firstAuthor(tx: Tx, personId: string) {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      name: true,
      nameLatin: true,
      country: true,
      contacts: { where: { verifiedAt: { not: null } }, orderBy: { createdAt: 'asc' }, select: { kind: true, value: true } },
      authorships: {
        where: { organisation: { not: '' } },
        orderBy: { entry: { createdAt: 'desc' } },
        take: 1,
        select: { organisation: true },
      },
    },
  })
  const contact = (kind: 'mobile' | 'email') => person.contacts.find((one) => one.kind === kind)?.value ?? null
  return {
    id: newId(),
    role: 'author' as const,
    position: 0,
    personId,
    name: person.name,
    nameLatin: person.nameLatin,
    country: person.country,
    organisation: person.authorships[0]?.organisation ?? '',
    mobile: contact('mobile'),
    email: contact('email'),
  }
}
