import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { db, transact } from '~/db.server'
import { incomingFolder } from '~/domain/entries/receive-upload.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { noticeStep } from '~/domain/notices/send-notice.server'
import { done } from '~/domain/outcome'
import { storage } from '~/gateways/storage.server'
import { zipBytes, type ZipFile } from '~/gateways/zip.server'
import type { PaperOrder } from '~/generated/prisma/client'
import type { PaperKind } from '~/generated/prisma/enums'
import { fetchableUntil } from './paper-kind'
import { drawPapers } from './draw-papers.server'
import { stillWithPapers } from './works-with-papers.server'

/** Works looked up and counted at once: a withdrawal in the middle of a thousand receipts is still seen. Labels of as many share a PDF. */
const AT_ONCE: Record<PaperKind, number> = { receipts: 20, labels: 200, certificates: 20 }

export interface PaperJob {
  eventId: string
  orderId: string
}

/**
 * The job that draws an order’s papers one after the other into an archive and tells whoever asked. A work that has left
 * meanwhile, or has nothing to print any more, is left out and counted. Begun again it begins the archive anew; once made, running again does nothing.
 */
export async function makePapers({ eventId, orderId }: PaperJob): Promise<void> {
  const where = { eventId_id: { eventId, id: orderId } }
  const order = await db.paperOrder.findUnique({ where })
  if (!order || order.madeAt) return
  const counted = { papers: 0, leftOut: 0 }
  const path = join(incomingFolder(), newId(16))
  const fileKey = `papers/${eventId}/${orderId}/${newId()}.zip`
  await mkdir(incomingFolder(), { recursive: true })
  try {
    await pipeline(Readable.from(zipBytes(papersOf(order, counted))), createWriteStream(path, { flags: 'wx' }))
    const { size: bytes } = await stat(path)
    await storage().put(fileKey, createReadStream(path), { bytes, mime: 'application/zip' })
    await finish(order, { ...counted, fileKey, bytes: BigInt(bytes) })
  } finally {
    await rm(path, { force: true })
  }
}

async function* papersOf(order: PaperOrder, counted: { papers: number; leftOut: number }): AsyncGenerator<ZipFile> {
  const { eventId, id, kind, entryIds } = order
  for (let from = 0; from < entryIds.length; from += AT_ONCE[kind]) {
    const ids = entryIds.slice(from, from + AT_ONCE[kind])
    const found = new Map((await stillWithPapers(db, eventId, kind, ids)).map((work) => [work.id, work]))
    const works = ids.flatMap((one) => found.get(one) ?? [])
    counted.leftOut += ids.length - works.length
    for await (const { papers, ...file } of drawPapers(order, works)) {
      counted.papers += papers
      yield file
    }
    await db.paperOrder.update({ where: { eventId_id: { eventId, id } }, data: { done: from + ids.length } })
  }
}

/** Only the first of two runs that end is told of; the other’s archive belongs to nobody and is swept. */
function finish(
  { eventId, id, kind, entryIds, askedById }: PaperOrder,
  made: { papers: number; leftOut: number; fileKey: string; bytes: bigint },
) {
  const madeAt = new Date()
  return transact(async (tx) => {
    const { count } = await tx.paperOrder.updateMany({
      where: { eventId, id, madeAt: null },
      data: { ...made, madeAt, done: entryIds.length },
    })
    if (count === 0) return done()
    const { papers, leftOut } = made
    await record(tx, eventId, [{ action: 'papers.made', body: { order: id, kind, papers, leftOut } }])
    await noticeStep(tx, {
      to: { personId: askedById },
      eventId,
      notice: { template: 'papers-ready', kind, papers, leftOut, path: `/console/${eventId}/papers`, until: fetchableUntil(madeAt) },
    })
    return done()
  })
}
