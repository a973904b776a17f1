import { transact } from '~/db.server'
import type { Tx } from '~/db.server'
import { done } from '~/domain/outcome'
import { enqueue } from '~/queue.server'
import { entryParts, presentState } from './entry-row.server'
import { graceEnds } from './registration-window'
import { settleLater } from './settle-later.server'
import type { Snapshot } from './snapshot'
import { termsOf } from './terms.server'

interface SettleEntry {
  eventId: string
  entryId: string
  now?: Date
}

/**
 * Puts an entry back to the version that was handed in, when changes made since then were not handed in before the
 * deadline: what is prechecked and judged is what was signed. Waits again when the deadline has moved.
 */
export async function settleEntry({ eventId, entryId, now = new Date() }: SettleEntry): Promise<void> {
  await transact(async (tx) => {
    const terms = await termsOf(tx, eventId)
    await tx.$queryRaw`select 1 from "Entry" where "eventId" = ${eventId} and "id" = ${entryId} for update`
    const entry = await tx.entry.findUnique({ where: { eventId_id: { eventId, id: entryId } }, include: entryParts })
    if (!terms || !entry || (entry.state !== 'submitted' && entry.state !== 'returned')) return done()
    // staff type in what came on paper after the deadline too, and hand it in when it is complete
    if (entry.origin === 'on_behalf') return done()
    const [latest] = entry.versions
    if (!latest || presentState(entry).sha256 === latest.sha256) return done()
    if (now <= graceEnds(terms, entry.state)) {
      await settleLater(tx, terms, entry, now)
      return done()
    }
    const { snapshot } = await tx.entryVersion.findUniqueOrThrow({
      where: { eventId_entryId_version: { eventId, entryId, version: latest.version } },
      select: { snapshot: true },
    })
    await restore(tx, eventId, entryId, snapshot as unknown as Snapshot)
    return done()
  })
}

async function restore(tx: Tx, eventId: string, entryId: string, snapshot: Snapshot): Promise<void> {
  const { groupId, trackId, title, fields, authors, instructors, files } = snapshot
  await tx.entry.update({
    where: { eventId_id: { eventId, id: entryId } },
    data: { groupId, trackId, title, fields, version: { increment: 1 } },
  })
  const contacts = await tx.entryAuthor.findMany({ where: { eventId, entryId } })
  const before = new Map(contacts.map((author) => [author.id, author]))
  await tx.entryAuthor.deleteMany({ where: { eventId, entryId } })
  await tx.entryAuthor.createMany({
    data: [
      ...authors.map((author, position) => {
        const known = before.get(author.id)
        return {
          ...author,
          nameLatin: author.nameLatin || null,
          eventId,
          entryId,
          position,
          role: 'author' as const,
          personId: known?.personId ?? null,
          mobile: known?.mobile ?? null,
          email: known?.email ?? null,
          bornOn: known?.bornOn ?? null,
        }
      }),
      ...instructors.map((one, position) => ({ ...one, eventId, entryId, position, role: 'instructor' as const })),
    ],
  })
  const ids = files.map(({ id }) => id)
  await tx.entryFile.updateMany({
    where: { eventId, entryId, id: { notIn: ids }, state: { in: ['processing', 'ready', 'refused'] } },
    data: { state: 'replaced' },
  })
  await tx.entryFile.updateMany({
    where: { eventId, entryId, id: { in: ids }, state: 'replaced', viewKey: { not: null } },
    data: { state: 'ready' },
  })
  const unseen = await tx.entryFile.findMany({ where: { eventId, entryId, id: { in: ids }, state: 'replaced' }, select: { id: true } })
  for (const { id: fileId } of unseen) {
    await tx.entryFile.update({ where: { eventId_id: { eventId, id: fileId } }, data: { state: 'processing' } })
    await enqueue(tx, 'process-file', { eventId, fileId }, { key: `process-file:${fileId}` })
  }
}
