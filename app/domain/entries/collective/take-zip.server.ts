import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { db, transact } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import { storage } from '~/gateways/storage.server'
import { Prisma } from '~/generated/prisma/client'
import { enqueue } from '~/queue.server'
import { plainFileName } from '../accept-file'
import { receiveUpload } from '../receive-upload.server'
import { termsOf } from '../terms.server'
import { batchOf, lockBatch, refusePreparing } from './batch-row.server'
import type { BatchOfOwner, BatchRefusal } from './batch-row.server'

/** ZIP without its 64-bit extension ends here, and a school’s line takes hours for more. */
const MOST_BYTES = 4_000_000_000

export type TakeZipRefusal = BatchRefusal | 'too-big' | 'not-a-zip'
export type TakeZipOutcome =
  { ok: true; value: undefined } | { ok: false; reason: TakeZipRefusal; detail?: Record<string, string | number> }

/** Takes in the archive of a batch as it streams, in the place of the one before, and has its directory read in the background. */
export async function takeZip(
  owner: BatchOfOwner,
  { name, body, now }: { name: string; body: Readable; now: Date },
): Promise<TakeZipOutcome> {
  const { eventId, batchId } = owner
  // asked before gigabytes are sent, and again when they are here
  const [before, terms] = await Promise.all([batchOf(db, owner), termsOf(db, eventId)])
  const early = before && terms ? refusePreparing({ batch: before, terms }, now) : 'not-found'
  if (early) {
    body.resume()
    return refuse(early)
  }
  const received = await receiveUpload(body, MOST_BYTES)
  if (received === 'too-big') {
    body.resume()
    return refuse('too-big', { maxMB: MOST_BYTES / 1_000_000 })
  }
  const key = `batch/${eventId}/${batchId}/${newId()}.zip`
  try {
    if (!received.head.subarray(0, 2).equals(Buffer.from('PK'))) return refuse('not-a-zip')
    await storage().put(key, createReadStream(received.path), { bytes: received.bytes, mime: 'application/zip' })
    const outcome = await transact(async (tx): Promise<TakeZipOutcome> => {
      const found = await lockBatch(tx, owner)
      if (!found) return refuse('not-found')
      const refusal = refusePreparing(found, now)
      if (refusal) return refuse(refusal)
      await tx.entryBatchFile.deleteMany({ where: { eventId, batchId } })
      await tx.entryBatch.update({
        where: { eventId_id: { eventId, id: batchId } },
        data: {
          zipName: plainFileName(name, { zh: '作品文件', en: 'files' }),
          zipKey: key,
          zipBytes: BigInt(received.bytes),
          zipFault: Prisma.DbNull,
          task: 'reading_zip',
          taskDone: 0,
          taskTotal: 0,
          version: { increment: 1 },
        },
      })
      await enqueue(tx, 'read-batch-zip', { eventId, batchId }, { key: `read-batch-zip:${batchId}` })
      return done()
    })
    if (outcome.ok && before?.zipKey) await storage().remove(before.zipKey)
    if (!outcome.ok) await storage().remove(key)
    return outcome
  } finally {
    await rm(received.path, { force: true })
  }
}
