import type { Tx } from '~/db.server'
import type { Prisma } from '~/generated/prisma/client'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newAuthor } from './entry-content'
import type { EntryContent } from './entry-content'
import { snapshotOf, snapshotText } from './snapshot'
import type { Snapshot } from './snapshot'

/** Who changes an entry: its owner, or staff for an entry that came by courier, which has none. Staff are not bound by the deadline. */
export interface Editor {
  personId: string
  staff?: boolean
}

/** The condition under which an entry exists for somebody. An entry of another person or event is not found. */
export const within = ({ personId, staff }: Editor, eventId: string, entryId: string) =>
  ({ eventId, id: entryId, ...(staff ? { origin: 'on_behalf' } : { ownerId: personId }) }) satisfies Prisma.EntryWhereInput

/** All that is read of an entry before it is shown, changed or handed in. Replaced files stay away. */
export const entryParts = {
  authors: { orderBy: { position: 'asc' } },
  files: { where: { state: { in: ['receiving', 'processing', 'ready', 'refused'] } }, orderBy: [{ slot: 'asc' }, { position: 'asc' }] },
  versions: { orderBy: { version: 'desc' }, take: 1, select: { version: true, sha256: true, submittedAt: true } },
} as const satisfies Prisma.EntryInclude

export type EntryRow = Prisma.EntryGetPayload<{ include: typeof entryParts }>
export type FileRow = EntryRow['files'][number]

/** The entry, locked until the transaction ends; null when it does not exist for this editor. */
export async function lockEntry(tx: Tx, editor: Editor, eventId: string, entryId: string): Promise<EntryRow | null> {
  await tx.$queryRaw`select 1 from "Entry" where "eventId" = ${eventId} and "id" = ${entryId} for update`
  return tx.entry.findFirst({ where: within(editor, eventId, entryId), include: entryParts })
}

/** What the entrant typed, from the rows. */
export function contentOf(entry: Pick<EntryRow, 'groupId' | 'trackId' | 'fields' | 'authors'>): EntryContent {
  const { groupId, trackId, authors } = entry
  return {
    groupId,
    trackId,
    fields: entry.fields as EntryContent['fields'],
    authors: authors
      .filter(({ role }) => role === 'author')
      .map(({ id, name, nameLatin, organisation, independent, country, bornOn, mobile, email }) =>
        newAuthor({
          id,
          name,
          nameLatin: nameLatin ?? '',
          organisation,
          independent,
          country,
          bornOn: bornOn ?? '',
          mobile: mobile ?? '',
          email: email ?? '',
        }),
      ),
    instructors: authors.filter(({ role }) => role === 'instructor').map(({ id, name, organisation }) => ({ id, name, organisation })),
  }
}

/** Files that would be handed in now: whole and not refused. */
export const handedIn = (files: readonly FileRow[]): FileRow[] => files.filter(({ state }) => state === 'processing' || state === 'ready')

/** The entry as it would be handed in now, with the SHA-256 of its canonical text. */
export function presentState(entry: EntryRow): { snapshot: Snapshot; sha256: string } {
  const files = handedIn(entry.files).map(({ id, slot, position, originalName, bytes, sha256 }) => ({
    id,
    slot,
    position,
    name: originalName,
    bytes: Number(bytes),
    sha256,
  }))
  const snapshot = snapshotOf(entry.title, contentOf(entry), files)
  return { snapshot, sha256: sha256Hex(snapshotText(snapshot)) }
}
