import type { Readable } from 'node:stream'
import { db, transact } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done } from '~/domain/outcome'
import { readZip, RefusedZip } from '~/gateways/read-zip.server'
import { storage } from '~/gateways/storage.server'
import type { EntryBatch } from '~/generated/prisma/client'
import { addFile } from '../add-file.server'
import type { AddFileOutcome } from '../add-file.server'
import type { Terms } from '../terms'
import { termsOf } from '../terms.server'
import type { BatchJob } from './batch-row.server'
import { previewOf } from './batch-preview.server'
import type { PreviewRow } from './batch-preview.server'
import { baseName } from './match-files'
import { linksStep } from './signing-link.server'
import { withStoredZip, ZIP_LIMITS } from './stored-zip.server'

/** Lines that become drafts in one transaction. */
const AT_ONCE = 25
/** Files after which the page hears how far it is. */
const TELL_EVERY = 10

/**
 * The job that makes drafts of a batch’s lines and puts the files of its archive into them, one after the other as they
 * unpack. What counts is when it was asked for: a deadline that passes meanwhile takes nothing away. Begun again after a crash it
 * goes on where it was.
 */
export async function makeDrafts({ eventId, batchId, askedAt }: BatchJob & { askedAt: string }): Promise<void> {
  const where = { eventId_id: { eventId, id: batchId } }
  const [batch, terms] = await Promise.all([db.entryBatch.findUnique({ where }), termsOf(db, eventId)])
  if (batch?.task !== 'making_drafts' || !terms) return
  const { rows } = await previewOf(db, batch, terms)
  const entryOf = await writeDrafts(batch, terms, rows, new Date(askedAt))
  if (batch.zipKey) await addFiles(batch, entryOf, rows.length, new Date(askedAt))
  await db.$transaction([
    // the drafts say now what the sheet said; the line keeps their order
    db.entryBatchRow.updateMany({ where: { eventId, batchId }, data: { values: {} } }),
    db.entryBatchFile.deleteMany({ where: { eventId, batchId, state: { in: ['taken', 'ignored'] } } }),
    db.entryBatch.update({ where, data: { state: 'open', task: null, zipKey: null, version: { increment: 1 } } }),
  ])
  if (batch.zipKey) await storage().remove(batch.zipKey)
}

async function writeDrafts(
  { eventId, id: batchId, ownerId }: EntryBatch,
  terms: Terms,
  rows: readonly PreviewRow[],
  askedAt: Date,
): Promise<Map<number, string>> {
  const made = await db.entryBatchRow.findMany({
    where: { eventId, batchId, entryId: { not: null } },
    select: { line: true, entryId: true },
  })
  const entryOf = new Map(made.flatMap(({ line, entryId }) => (entryId ? [[line, entryId] as const] : [])))
  const due = rows.filter(({ line }) => !entryOf.has(line))
  for (let from = 0; from < due.length; from += AT_ONCE) {
    const some = due.slice(from, from + AT_ONCE).map((row) => ({ row, entryId: newId() }))
    await transact(async (tx) => {
      await tx.entry.createMany({
        data: some.map(({ entryId, row: { content, title } }, n) => ({
          // in the order of the sheet, also where numbers are given by it
          createdAt: new Date(askedAt.getTime() + from + n),
          eventId,
          id: entryId,
          groupId: content.groupId,
          trackId: terms.contest.tracks.length > 0 ? content.trackId : null,
          fields: content.fields,
          title,
          origin: 'collective' as const,
          ownerId,
          startedById: ownerId,
          batchId,
        })),
      })
      const authors = some.flatMap(({ entryId, row: { content } }) =>
        content.authors.map(({ nameLatin, bornOn, mobile, email, ...author }, position) => ({
          ...author,
          eventId,
          entryId,
          id: newId(),
          role: 'author' as const,
          position,
          nameLatin: nameLatin || null,
          bornOn: bornOn || null,
          mobile: mobile || null,
          email: email || null,
        })),
      )
      const instructors = some.flatMap(({ entryId, row: { content } }) =>
        content.instructors.map(({ name, organisation }, position) => ({
          eventId,
          entryId,
          id: newId(),
          role: 'instructor' as const,
          position,
          name,
          organisation,
        })),
      )
      await tx.entryAuthor.createMany({ data: authors })
      await tx.entryAuthor.createMany({ data: instructors })
      await linksStep(
        tx,
        eventId,
        authors.map(({ entryId, id }) => ({ entryId, authorId: id })),
      )
      for (const { row, entryId } of some) {
        await tx.entryBatchRow.update({ where: { eventId_batchId_line: { eventId, batchId, line: row.line } }, data: { entryId } })
        entryOf.set(row.line, entryId)
      }
      await tx.entryBatch.update({ where: { eventId_id: { eventId, id: batchId } }, data: { taskDone: entryOf.size } })
      return done()
    })
  }
  return entryOf
}

async function addFiles(
  { eventId, id: batchId, ownerId, zipKey }: EntryBatch,
  entryOf: ReadonlyMap<number, string>,
  before: number,
  askedAt: Date,
): Promise<void> {
  const matched = await db.entryBatchFile.findMany({ where: { eventId, batchId, state: 'matched' } })
  const wanted = new Map(matched.map((file) => [file.place, file]))
  const already = await db.entryBatchFile.count({ where: { eventId, batchId, state: { in: ['taken', 'refused'] } } })
  let count = before + already
  const settle = async (place: number, outcome: AddFileOutcome) => {
    const refusal = outcome.ok ? undefined : { reason: outcome.reason, detail: outcome.detail ?? {} }
    await db.entryBatchFile.update({
      where: { eventId_batchId_place: { eventId, batchId, place } },
      data: { state: refusal ? 'refused' : 'taken', refusal },
    })
    count += 1
    if (count % TELL_EVERY === 0) await db.entryBatch.update({ where: { eventId_id: { eventId, id: batchId } }, data: { taskDone: count } })
  }
  const broken: AddFileOutcome = { ok: false, reason: 'broken' }
  try {
    await withStoredZip(zipKey ?? '', (path) =>
      readZip(path, ZIP_LIMITS, async ({ place, path: name }, open) => {
        const file = wanted.get(place)
        const entryId = file?.line == null ? undefined : entryOf.get(file.line)
        if (!file?.slot || !entryId) return
        wanted.delete(place)
        if (await isThere(eventId, entryId, file.slot, baseName(name), file.bytes))
          return settle(place, { ok: true, value: { fileId: '', sha256: '' } })
        const body = await open().catch(() => null)
        await settle(
          place,
          body ? await addOne(body, { eventId, entryId, slot: file.slot, name: baseName(name), personId: ownerId, askedAt }) : broken,
        )
      }),
    )
  } catch (error) {
    if (!(error instanceof RefusedZip)) throw error
  }
  // an archive that breaks off: what was not reached is not there
  for (const place of wanted.keys()) await settle(place, broken)
}

/** A job that was cut off may have put a file in without saying so. */
const isThere = async (eventId: string, entryId: string, slot: string, originalName: string, bytes: bigint): Promise<boolean> =>
  (await db.entryFile.count({ where: { eventId, entryId, slot, originalName, bytes, state: { in: ['processing', 'ready'] } } })) > 0

async function addOne(
  body: Readable,
  { personId, askedAt, ...file }: { eventId: string; entryId: string; slot: string; name: string; personId: string; askedAt: Date },
): Promise<AddFileOutcome> {
  try {
    return await addFile({ ...file, editor: { personId }, body, clock: () => askedAt })
  } catch (error) {
    // what does not unpack to what the directory says
    if (body.errored) return { ok: false, reason: 'broken' }
    throw error
  }
}
