import { db } from '~/db.server'
import { storage } from '~/gateways/storage.server'

const DAY = 24 * 3_600_000

/** A sheet holds names and numbers of many people: what nobody has made drafts of for half a year is forgotten. */
const KEPT_UNFINISHED = 180 * DAY

/** Removes batches that were begun and left, and stored archives and scans that no batch points at any more. Answers how many objects. */
export async function sweepBatches(now: Date, old: Date): Promise<number> {
  await db.entryBatch.deleteMany({
    where: { state: 'preparing', task: null, updatedAt: { lt: new Date(now.getTime() - KEPT_UNFINISHED) } },
  })
  const keys: string[] = []
  for await (const { key, modifiedAt } of storage().list('batch/')) if (modifiedAt < old) keys.push(key)
  if (keys.length === 0) return 0
  const kept = await db.entryBatch.findMany({
    where: { OR: [{ zipKey: { in: keys } }, { scanKey: { in: keys } }] },
    select: { zipKey: true, scanKey: true },
  })
  const wanted = new Set(kept.flatMap(({ zipKey, scanKey }) => [zipKey, scanKey]))
  const gone = keys.filter((key) => !wanted.has(key))
  for (const key of gone) await storage().remove(key)
  return gone.length
}
