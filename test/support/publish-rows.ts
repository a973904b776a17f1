import { db, transact } from '~/db.server'
import { type VersionRow, writeVersion } from '~/domain/judging/publication/write-version.server'
import { done } from '~/domain/outcome'

/** Puts a first version of a stage's result in force, row by row as given, without anybody judging. */
export async function publishRows(eventId: string, stageId: string, rows: readonly VersionRow[]): Promise<void> {
  const now = new Date()
  await transact(async (tx) => {
    const head = { seq: 0, hash: '0'.repeat(64) }
    await writeVersion(tx, { eventId, stageId, version: 1, byId: 'office', reason: null, rulebookHash: '', head, rows, now })
    return done()
  })
  await db.stage.update({
    where: { eventId_id: { eventId, id: stageId } },
    data: { state: 'published', frozenAt: now, closedAt: now, publishedAt: now },
  })
}
