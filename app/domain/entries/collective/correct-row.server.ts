import { transact } from '~/db.server'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import { cleanText } from '../clean-text'
import { lockBatch, refusePreparing } from './batch-row.server'
import type { BatchOfOwner, BatchRefusal } from './batch-row.server'
import { columnsOf } from './columns'
import { placeFilesStep } from './place-files.server'

interface CorrectRow extends BatchOfOwner {
  line: number
  /** of the batch, as the form was filled from it */
  version: number
  /** what the line says now, by column; null takes the line off the sheet */
  values: ReadonlyMap<string, string> | null
  now: Date
}

/** Corrects one line of a sheet, or takes it off. All other lines and all files stay as they are. */
export function correctRow({ line, version, values, now, ...owner }: CorrectRow): Promise<Outcome<BatchRefusal | 'stale'>> {
  return transact(async (tx): Promise<Outcome<BatchRefusal | 'stale'>> => {
    const found = await lockBatch(tx, owner)
    if (!found) return refuse('not-found')
    const refusal = refusePreparing(found, now)
    if (refusal) return refuse(refusal)
    if (found.batch.version !== version) return refuse('stale')
    const { eventId, batchId } = owner
    const key = { eventId, batchId, line }
    const row = await tx.entryBatchRow.findUnique({ where: { eventId_batchId_line: key } })
    if (!row) return refuse('not-found')
    if (values) {
      const known = columnsOf(found.terms).flatMap(({ id }) => {
        const value = cleanText(values.get(id) ?? '', { lines: true })
        return value ? [[id, value]] : []
      })
      await tx.entryBatchRow.update({
        where: { eventId_batchId_line: key },
        data: { values: Object.fromEntries(known) as Record<string, string> },
      })
    } else await tx.entryBatchRow.delete({ where: { eventId_batchId_line: key } })
    await tx.entryBatch.update({ where: { eventId_id: { eventId, id: batchId } }, data: { version: { increment: 1 } } })
    await placeFilesStep(tx, found.terms, found.batch)
    return done()
  })
}
