import { db } from '~/db.server'
import { storage } from '~/gateways/storage.server'

/** Stored evidence that no objection has, older than any upload takes: removed. Answers how many. */
export async function sweepEvidence(now = new Date()): Promise<number> {
  const old = new Date(now.getTime() - 2 * 3_600_000)
  const keys: string[] = []
  for await (const { key, modifiedAt } of storage().list('objection/')) if (modifiedAt < old) keys.push(key)
  const kept = await db.objectionFile.findMany({ where: { storageKey: { in: keys } }, select: { storageKey: true } })
  const wanted = new Set(kept.map(({ storageKey }) => storageKey))
  const gone = keys.filter((key) => !wanted.has(key))
  for (const key of gone) await storage().remove(key)
  return gone.length
}
