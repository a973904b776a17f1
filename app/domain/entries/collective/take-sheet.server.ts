import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { db, transact } from '~/db.server'
import { done, refuse } from '~/domain/outcome'
import { readTable } from '~/gateways/read-table.server'
import type { TableRefusal } from '~/gateways/read-table.server'
import { plainFileName } from '../accept-file'
import { cleanText } from '../clean-text'
import { receiveUpload } from '../receive-upload.server'
import { termsOf } from '../terms.server'
import { lockBatch, refusePreparing } from './batch-row.server'
import type { BatchOfOwner, BatchRefusal } from './batch-row.server'
import { columnsOf } from './columns'
import { placeFilesStep } from './place-files.server'
import { readSheet } from './read-sheet'
import type { SheetRefusal } from './read-sheet'

/** Works in one batch. More come in a second. */
export const MOST_WORKS = 500

/** A sheet of five hundred works is some hundred kilobytes; what people paste into cells makes it more. */
const MOST_BYTES = 20_000_000
const MOST_COLUMNS = 150
/** titles, hints and notes around the works */
const OTHER_ROWS = 40

export type TakeSheetRefusal = BatchRefusal | TableRefusal | SheetRefusal['reason'] | 'too-big'
export type TakeSheetOutcome =
  | { ok: true; value: { works: number; unknown: string[] } }
  | { ok: false; reason: TakeSheetRefusal; detail?: Record<string, string | number> }

/** Reads the sheet of a batch in the place of the one before; files that were placed by hand stay with their lines. */
export async function takeSheet(
  owner: BatchOfOwner,
  { name, body, now }: { name: string; body: Readable; now: Date },
): Promise<TakeSheetOutcome> {
  const received = await receiveUpload(body, MOST_BYTES)
  if (received === 'too-big') {
    body.resume()
    return refuse('too-big', { maxMB: MOST_BYTES / 1_000_000 })
  }
  try {
    const terms = await termsOf(db, owner.eventId)
    if (!terms) return refuse('not-found')
    const lines = await readTable(received.path, { rows: MOST_WORKS + OTHER_ROWS, columns: MOST_COLUMNS })
    if (typeof lines === 'string') return refuse(lines, { max: MOST_WORKS, maxMB: 0 })
    const sheet = readSheet(lines, columnsOf(terms))
    if (!sheet.ok) return refuse(sheet.reason, 'detail' in sheet ? { columns: sheet.detail.columns.join('、') } : undefined)
    if (sheet.rows.length > MOST_WORKS) return refuse('too-many-rows', { max: MOST_WORKS })
    const rows = sheet.rows.map(({ line, values }) => ({
      line,
      values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, cleanText(value, { lines: true })])),
    }))
    return await transact(async (tx): Promise<TakeSheetOutcome> => {
      const found = await lockBatch(tx, owner)
      if (!found) return refuse('not-found')
      const refusal = refusePreparing(found, now)
      if (refusal) return refuse(refusal)
      const { eventId, batchId } = owner
      await tx.entryBatchRow.deleteMany({ where: { eventId, batchId } })
      await tx.entryBatchRow.createMany({ data: rows.map((row) => ({ eventId, batchId, ...row })) })
      await tx.entryBatch.update({
        where: { eventId_id: { eventId, id: batchId } },
        data: { sheetName: plainFileName(name, { zh: '报送表', en: 'sheet' }), version: { increment: 1 } },
      })
      await placeFilesStep(tx, found.terms, found.batch)
      return done({ works: rows.length, unknown: sheet.unknown })
    })
  } finally {
    await rm(received.path, { force: true })
  }
}
