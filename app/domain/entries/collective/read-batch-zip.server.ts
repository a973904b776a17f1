import { db, transact } from '~/db.server'
import { done } from '~/domain/outcome'
import { readZip, RefusedZip } from '~/gateways/read-zip.server'
import type { ZipMember } from '~/gateways/read-zip.server'
import { storage } from '~/gateways/storage.server'
import { termsOf } from '../terms.server'
import type { BatchJob } from './batch-row.server'
import { placeFilesStep } from './place-files.server'
import { withStoredZip, ZIP_LIMITS } from './stored-zip.server'

/**
 * The job that lists what is in a batch’s archive and finds the work of every file. An archive that cannot be used is
 * removed, and its owner told why. Running again does nothing.
 */
export async function readBatchZip({ eventId, batchId }: BatchJob): Promise<void> {
  const where = { eventId_id: { eventId, id: batchId } }
  const batch = await db.entryBatch.findUnique({ where })
  if (batch?.task !== 'reading_zip' || !batch.zipKey) return
  const { zipKey } = batch
  const members: ZipMember[] = []
  try {
    await withStoredZip(zipKey, (path) => readZip(path, ZIP_LIMITS, async (member) => void members.push(member)))
    if (members.length === 0) throw new RefusedZip('broken')
  } catch (error) {
    if (!(error instanceof RefusedZip)) throw error
    const { reason, detail } = error
    await db.entryBatch.updateMany({
      where: { eventId, id: batchId, zipKey },
      data: { task: null, zipKey: null, zipFault: { reason, detail } },
    })
    await storage().remove(zipKey)
    return
  }
  await transact(async (tx) => {
    await tx.$queryRaw`select 1 from "EntryBatch" where "eventId" = ${eventId} and "id" = ${batchId} for update`
    const now = await tx.entryBatch.findUnique({ where })
    const terms = await termsOf(tx, eventId)
    if (now?.zipKey !== zipKey || now.task !== 'reading_zip' || !terms) return done()
    await tx.entryBatchFile.createMany({
      data: members.map(({ place, path, bytes }) => ({
        eventId,
        batchId,
        place,
        path: path.slice(0, 500),
        bytes: BigInt(bytes),
        state: 'left' as const,
      })),
    })
    await placeFilesStep(tx, terms, now)
    await tx.entryBatch.update({ where, data: { task: null, version: { increment: 1 } } })
    return done()
  })
}
