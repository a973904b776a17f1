import { db } from '~/db.server'
import { storage } from '~/gateways/storage.server'

/** A scan writes its photo first and its row a moment later. */
const PATIENCE = 2 * 3_600_000
const BATCH = 500

/** Removes stored photos of pieces that no scan points at: the scan was refused after its photo was kept. Answers how many. */
export async function sweepPhotos(now = new Date()): Promise<number> {
  const old = new Date(now.getTime() - PATIENCE)
  let swept = 0
  let batch: string[] = []
  for await (const { key, modifiedAt } of storage().list('pieces/')) {
    if (modifiedAt < old) batch.push(key)
    if (batch.length < BATCH) continue
    swept += await sweepBatch(batch)
    batch = []
  }
  return swept + (await sweepBatch(batch))
}

async function sweepBatch(keys: string[]): Promise<number> {
  const rows = await db.pieceMove.findMany({
    where: { eventId: { in: eventsOf(keys) }, photoKey: { in: keys } },
    select: { photoKey: true },
  })
  const kept = new Set(rows.map(({ photoKey }) => photoKey))
  const gone = keys.filter((key) => !kept.has(key))
  for (const key of gone) await storage().remove(key)
  return gone.length
}

/** The event stands in the key: pieces/event/photo. */
const eventsOf = (keys: readonly string[]) => [...new Set(keys.map((key) => key.split('/')[1] ?? ''))]
