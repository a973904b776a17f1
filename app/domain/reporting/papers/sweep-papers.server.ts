import { db } from '~/db.server'
import { storage } from '~/gateways/storage.server'

/** No archive takes longer to be made: whatever is younger may still get its row. */
const PATIENCE = 2 * 3_600_000
const KEPT = 7 * 24 * 3_600_000

/** Removes archives that can no longer be fetched, and those no order points at. Answers how many objects went. */
export async function sweepPapers(now: Date): Promise<number> {
  await db.paperOrder.updateMany({
    where: { fileKey: { not: null }, madeAt: { lt: new Date(now.getTime() - KEPT) } },
    data: { fileKey: null },
  })
  const keys: string[] = []
  for await (const { key, modifiedAt } of storage().list('papers/')) if (modifiedAt.getTime() < now.getTime() - PATIENCE) keys.push(key)
  const kept = await db.paperOrder.findMany({ where: { fileKey: { in: keys } }, select: { fileKey: true } })
  const wanted = new Set(kept.map(({ fileKey }) => fileKey))
  const gone = keys.filter((key) => !wanted.has(key))
  for (const key of gone) await storage().remove(key)
  return gone.length
}
