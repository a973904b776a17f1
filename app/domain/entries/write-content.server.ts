import type { Tx } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { linksStep } from './collective/signing-link.server'
import { contentOf } from './entry-row.server'
import type { EntryRow } from './entry-row.server'
import { titleOf } from './entry-content'
import type { EntryContent } from './entry-content'
import type { Terms } from './terms'

/** Writes what the entrant typed over the entry’s rows and raises its version. Answers the new version. */
export async function writeContent(tx: Tx, terms: Terms, entry: EntryRow, content: EntryContent): Promise<number> {
  const { eventId, id: entryId } = entry
  const { version } = await tx.entry.update({
    where: { eventId_id: { eventId, id: entryId } },
    data: {
      groupId: content.groupId,
      trackId: content.trackId,
      fields: content.fields,
      title: titleOf(terms, content),
      version: { increment: 1 },
    },
    select: { version: true },
  })
  await writePeople(tx, entry, content)
  return version
}

async function writePeople(tx: Tx, entry: EntryRow, content: EntryContent): Promise<void> {
  const { eventId, id: entryId } = entry
  const known = new Map(entry.authors.map((author) => [author.id, author]))
  // a row keeps its id while it stays, so that an account tied to an author stays tied; under another name it is somebody else
  const personOf = (id: string, name: string, position: number) => {
    if (entry.origin === 'online' && position === 0) return entry.ownerId
    const before = entry.authors.find((author) => author.id === id)
    return before?.name === name ? before.personId : null
  }
  const idFor = (id: string, role: 'author' | 'instructor') => {
    const kept = known.get(id)?.role === role
    if (kept) known.delete(id)
    return kept ? id : newId()
  }
  const rows = [
    ...content.authors.map(({ id, nameLatin, bornOn, mobile, email, ...author }, position) => ({
      ...author,
      id: idFor(id, 'author'),
      role: 'author' as const,
      position,
      personId: personOf(id, author.name, position),
      nameLatin: nameLatin || null,
      bornOn: bornOn || null,
      mobile: mobile || null,
      email: email || null,
    })),
    ...content.instructors.map(({ id, name, organisation }, position) => ({
      id: idFor(id, 'instructor'),
      role: 'instructor' as const,
      position,
      name,
      organisation,
    })),
  ]
  await tx.entryAuthor.deleteMany({ where: { eventId, entryId } })
  await tx.entryAuthor.createMany({ data: rows.map((row) => ({ ...row, eventId, entryId })) })
  // nor does a link that went to one person open the work to the next
  const same = rows.filter(({ id, name }) => entry.authors.some((author) => author.id === id && author.name === name)).map(({ id }) => id)
  await tx.signingLink.deleteMany({ where: { eventId, entryId, authorId: { notIn: same } } })
  if (entry.origin === 'collective')
    await linksStep(
      tx,
      eventId,
      rows.filter(({ role }) => role === 'author').map(({ id }) => ({ entryId, authorId: id })),
    )
}

/** True when two contents say the same, ids of added rows aside. */
export function sameContent(entry: EntryRow, content: EntryContent): boolean {
  const plain = ({ authors, instructors, ...rest }: EntryContent) =>
    JSON.stringify([
      rest.groupId,
      rest.trackId,
      sorted(rest.fields),
      authors.map((author) => ({ ...author, id: '' })),
      instructors.map((one) => ({ ...one, id: '' })),
    ])
  return plain(contentOf(entry)) === plain(content)
}

const sorted = (fields: EntryContent['fields']) =>
  Object.entries(fields)
    .filter(([, answer]) => answer.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
