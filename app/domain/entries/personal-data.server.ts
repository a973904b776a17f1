import { DECIDING } from '~/domain/events/stage-state'
import { Prisma } from '~/generated/prisma/client'
import type { Reader, Tx } from '~/db.server'
import type { Snapshot } from './snapshot'

const ERASED = '已注销'
/** What somebody made or entered. What staff typed in for others has no owner; what a batch brought is its authors'. */
const mine = (personId: string) => ({
  OR: [{ ownerId: personId, origin: 'online' as const }, { authors: { some: { personId } } }],
})

/** A person's entries: those they made or filled in, with what was handed in and signed. Other authors' contacts stay out. */
export async function personalData(tx: Reader, personId: string) {
  const authorIds = (await tx.entryAuthor.findMany({ where: { personId }, select: { id: true } })).map(({ id }) => id)
  const entries = await tx.entry.findMany({
    where: mine(personId),
    orderBy: { createdAt: 'asc' },
    select: {
      eventId: true,
      number: true,
      title: true,
      groupId: true,
      trackId: true,
      fields: true,
      state: true,
      origin: true,
      createdAt: true,
      submittedAt: true,
      withdrawnAt: true,
      authors: {
        where: { personId },
        select: {
          role: true,
          name: true,
          nameLatin: true,
          organisation: true,
          country: true,
          independent: true,
          bornOn: true,
          mobile: true,
          email: true,
        },
      },
      versions: { orderBy: { version: 'asc' }, select: { version: true, sha256: true, submittedAt: true } },
      files: {
        select: { slot: true, originalName: true, mime: true, bytes: true, sha256: true, receivedAt: true },
      },
      statements: {
        where: { OR: [{ signedById: personId }, { authorId: { in: authorIds } }] },
        select: { kind: true, text: true, signature: true, signedAt: true },
      },
      checks: { select: { decision: true, reasons: true, note: true, createdAt: true } },
    },
  })
  return entries.map((entry) => ({
    ...entry,
    files: entry.files.map((file) => ({ ...file, bytes: Number(file.bytes) })),
  }))
}

/** The batches a person brought for others: when and under which names, nothing of what the sheets say of other people. */
export async function batchData(tx: Reader, personId: string) {
  const batches = await tx.entryBatch.findMany({
    where: { ownerId: personId },
    orderBy: { createdAt: 'asc' },
    select: {
      eventId: true,
      organisation: true,
      state: true,
      sheetName: true,
      zipName: true,
      zipBytes: true,
      scanSha256: true,
      scanAt: true,
      createdAt: true,
      updatedAt: true,
      _count: { select: { entries: true } },
    },
  })
  return batches.map(({ _count, zipBytes, ...batch }) => ({ ...batch, zipBytes: Number(zipBytes), works: _count.entries }))
}

/** Works that are still being checked or judged: their author cannot be erased before the result. */
export async function erasureHindrances(tx: Reader, personId: string): Promise<{ nameZh: string; nameEn: string }[]> {
  const entries = await tx.entry.findMany({
    where: {
      authors: { some: { personId } },
      state: { in: ['submitted', 'returned', 'accepted'] },
      event: {
        status: { not: 'cancelled' },
        stages: { some: { type: { in: DECIDING }, state: { not: 'published' } } },
      },
    },
    select: { title: true, event: { select: { nameZh: true, nameEn: true } } },
  })
  return entries.map(({ title, event }) => ({
    nameZh: `${event.nameZh}《${title}》`,
    nameEn: `${event.nameEn}, “${title}”`,
  }))
}

/**
 * Takes the person out of their entries and keeps the works. Drafts that were never handed in go. Submitted versions
 * and statements are written again without the name; their checksum stays that of the original, which whoever kept
 * the receipt can still prove.
 */
export async function forget(tx: Tx, personId: string): Promise<void> {
  await tx.entry.deleteMany({
    where: { ownerId: personId, submittedVersion: null, state: 'draft' },
  })
  const rows = await tx.entryAuthor.findMany({
    where: { personId },
    select: { eventId: true, entryId: true, id: true },
  })
  await forgetPapers(tx, personId)
  await forgetSignatures(tx, personId, rows)
  await forgetFileNames(tx, personId)
  await forgetBatches(tx, personId)
  for (const { eventId, entryId, id } of rows) await renameInVersions(tx, eventId, entryId, id)
  await tx.entryAuthor.updateMany({
    where: { personId },
    data: { personId: null, name: ERASED, nameLatin: null, organisation: '', bornOn: null, mobile: null, email: null },
  })
}

/** Names under statements: what the person signed, and what was signed on paper for a work of theirs. */
async function forgetSignatures(tx: Tx, personId: string, rows: readonly { id: string }[]): Promise<void> {
  const statements = await tx.statement.findMany({
    where: {
      OR: [
        { signedById: personId, entry: { ownerId: { not: null } } },
        { authorId: { in: rows.map(({ id }) => id) } },
        { entry: { origin: 'on_behalf', authors: { some: { personId } } } },
      ],
    },
  })
  // rows of this table are never changed in place: that is what the database promises
  for (const { eventId, entryId, id } of statements) await tx.statement.delete({ where: { eventId_entryId_id: { eventId, entryId, id } } })
  await tx.statement.createMany({
    data: statements.map((statement) => ({ ...statement, signature: ERASED })),
  })
}

/** What a person brought for others: sheets and archives name many people; the works made of them stay with their authors. */
async function forgetBatches(tx: Tx, personId: string): Promise<void> {
  const batch = { ownerId: personId }
  await tx.entryBatchRow.deleteMany({ where: { batch } })
  await tx.entryBatchFile.deleteMany({ where: { batch } })
  await tx.entryBatch.updateMany({
    where: batch,
    data: { sheetName: '', zipName: '', zipKey: null, zipFault: Prisma.DbNull, scanKey: null },
  })
}

/** Archives of papers that name the person can no longer be fetched; the hourly sweep removes them. */
async function forgetPapers(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`
    update "PaperOrder" o set "fileKey" = null where o."fileKey" is not null and exists (
      select 1 from "Entry" e where e."eventId" = o."eventId" and e."id" = any(o."entryIds") and (e."ownerId" = ${personId} or exists (
        select 1 from "EntryAuthor" a where a."eventId" = e."eventId" and a."entryId" = e."id" and a."personId" = ${personId})))`
}

/** Files are often called after their author: they take the name of their slot. */
async function forgetFileNames(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`
    update "EntryFile" f set "originalName" = f."slot" || '-' || (f."position" + 1)
      || coalesce(lower(substring(f."originalName" from '\\.[A-Za-z0-9]{1,5}$')), '')
    from "Entry" e where e."eventId" = f."eventId" and e."id" = f."entryId"
      and ((e."ownerId" = ${personId} and e."origin" = 'online') or exists (
        select 1 from "EntryAuthor" a where a."eventId" = e."eventId" and a."entryId" = e."id" and a."personId" = ${personId}))`
}

async function renameInVersions(tx: Tx, eventId: string, entryId: string, authorId: string): Promise<void> {
  const versions = await tx.entryVersion.findMany({ where: { eventId, entryId } })
  await tx.entryVersion.deleteMany({ where: { eventId, entryId } })
  await tx.entryVersion.createMany({
    data: versions.map((row) => ({
      ...row,
      snapshot: withoutName(row.snapshot as unknown as Snapshot, authorId) as unknown as Prisma.InputJsonObject,
    })),
  })
}

const nameless = ({ slot, position, name }: Snapshot['files'][number]): string =>
  `${slot}-${position + 1}${(/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '').toLowerCase()}`

function withoutName(snapshot: Snapshot, authorId: string): Snapshot {
  const erased = <Author extends { id: string }>(author: Author): Author =>
    author.id === authorId ? { ...author, name: ERASED, organisation: '', ...('nameLatin' in author ? { nameLatin: '' } : {}) } : author
  return {
    ...snapshot,
    authors: snapshot.authors.map(erased),
    instructors: snapshot.instructors.map(erased),
    files: snapshot.files.map((file) => ({ ...file, name: nameless(file) })),
  }
}
