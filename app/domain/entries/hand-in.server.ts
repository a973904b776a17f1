import type { Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import type { Prisma } from '~/generated/prisma/client'
import type { Lang } from '~/i18n/language'
import { invariant } from '~/invariant'
import { enqueue } from '~/queue.server'
import { entryNumber } from './entry-number'
import type { EntryRow, presentState } from './entry-row.server'
import type { Terms } from './terms'

interface HandIn {
  terms: Terms
  /** locked, and found to be complete and signed */
  entry: EntryRow
  present: ReturnType<typeof presentState>
  submittedById: string
  /** what goes into the ledger of who signed what */
  signed: Record<string, unknown>
  /** language of the receipt; null where none is sent: what came on paper */
  receipt: Lang | null
  now: Date
}

/** Keeps an entry as it stands as its next version, for ever, and gives it its number at the first. */
export async function handInStep(
  tx: Tx,
  { terms, entry, present, submittedById, signed, receipt, now }: HandIn,
): Promise<{ number: string; version: number }> {
  const { eventId, id: entryId } = entry
  const { snapshot, sha256 } = present
  const version = (entry.versions[0]?.version ?? 0) + 1
  const number = entry.number ?? (await nextNumber(tx, terms))
  await tx.entryVersion.create({
    data: { eventId, entryId, version, snapshot: snapshot as unknown as Prisma.InputJsonObject, sha256, submittedAt: now, submittedById },
  })
  await tx.entry.update({
    where: { eventId_id: { eventId, id: entryId } },
    data: { state: 'submitted', number, submittedVersion: version, submittedAt: now, version: { increment: 1 } },
  })
  const files = snapshot.files.map(({ id, slot, sha256: file }) => ({ id, slot, sha256: file }))
  await record(tx, eventId, [{ action: 'entry.submitted', body: { entry: entryId, number, version, sha256, ...signed, files } }])
  await enqueue(tx, 'find-duplicates', { eventId, entryId }, { key: `find-duplicates:${entryId}` })
  if (receipt)
    await enqueue(tx, 'send-receipt', { eventId, entryId, version, lang: receipt }, { key: `send-receipt:${entryId}:${version}` })
  return { number, version }
}

async function nextNumber(tx: Tx, terms: Terms): Promise<string> {
  const [row] = await tx.$queryRaw<{ entryCounter: number }[]>`
    update "Event" set "entryCounter" = "entryCounter" + 1 where "id" = ${terms.eventId} returning "entryCounter"`
  invariant(row, 'the event was there a moment ago')
  return entryNumber(terms.edition, row.entryCounter)
}
