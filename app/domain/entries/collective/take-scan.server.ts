import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse } from '~/domain/outcome'
import { storage } from '~/gateways/storage.server'
import type { FileRefusal } from '../accept-file'
import { inspectUpload } from '../inspect-upload.server'
import { receiveUpload } from '../receive-upload.server'
import { batchOf } from './batch-row.server'
import type { BatchOfOwner } from './batch-row.server'

const MOST_MB = 20
const rule = {
  id: 'scan',
  label: { zh: '汇总表', en: 'summary' },
  types: ['pdf', 'jpg', 'png'] as ('pdf' | 'jpg' | 'png')[],
  maxMB: MOST_MB,
  count: { min: 1, max: 1 },
  optional: false,
}

export type TakeScanOutcome =
  { ok: true; value: undefined } | { ok: false; reason: 'not-found' | FileRefusal; detail?: Record<string, string | number> }

/** Takes in the stamped 集体报送汇总表, as PDF or picture, in the place of the one before. */
export async function takeScan(owner: BatchOfOwner, { body, now }: { body: Readable; now: Date }): Promise<TakeScanOutcome> {
  const { eventId, batchId } = owner
  const batch = await batchOf(db, owner)
  if (batch?.state !== 'open') {
    body.resume()
    return refuse('not-found')
  }
  const received = await receiveUpload(body, MOST_MB * 1024 * 1024)
  if (received === 'too-big') {
    body.resume()
    return refuse('too-big', { maxMB: MOST_MB })
  }
  try {
    const found = await inspectUpload(rule, received)
    if ('reason' in found) return refuse(found.reason, found.detail)
    const key = `batch/${eventId}/${batchId}/${newId()}`
    await storage().put(key, createReadStream(received.path), { bytes: received.bytes, mime: found.mime })
    await db.entryBatch.update({
      where: { eventId_id: { eventId, id: batchId } },
      data: { scanKey: key, scanMime: found.mime, scanSha256: received.sha256, scanAt: now },
    })
    if (batch.scanKey) await storage().remove(batch.scanKey)
    return done()
  } finally {
    await rm(received.path, { force: true })
  }
}
