import { db } from '~/db.server'
import type { Reader } from '~/db.server'
import type { EntryBatch } from '~/generated/prisma/client'
import { titleOf } from '../entry-content'
import type { EntryContent } from '../entry-content'
import type { Terms } from '../terms'
import { slotsOf } from '../terms'
import { termsOf } from '../terms.server'
import { batchOf } from './batch-row.server'
import type { BatchOfOwner } from './batch-row.server'
import { checkRows } from './check-rows'
import type { RowFault } from './check-rows'
import { contentOfRow } from './row-content'

export interface PreviewFile {
  place: number
  path: string
  bytes: number
  line: number | null
  slot: string | null
}

/** One line of a sheet with all that is known of it before it becomes a draft. */
export interface PreviewRow {
  line: number
  values: Record<string, string>
  content: EntryContent
  title: string
  files: PreviewFile[]
  faults: RowFault[]
  blocked: boolean
  slots: { id: string; label: { zh: string; en: string } }[]
}

export interface BatchPreview {
  batch: EntryBatch
  terms: Terms
  rows: PreviewRow[]
  /** files that belong to no slot of any line yet */
  left: PreviewFile[]
  ignored: number
}

/** A batch before it is drafts: every line with its faults and files, and what is left over. Null when it is not this person’s. */
export async function batchPreview(owner: BatchOfOwner): Promise<BatchPreview | null> {
  const [batch, terms] = await Promise.all([batchOf(db, owner), termsOf(db, owner.eventId)])
  return batch && terms ? previewOf(db, batch, terms) : null
}

/** The same of a batch that is at hand, inside a transaction or out of it. */
export async function previewOf(reader: Reader, batch: EntryBatch, terms: Terms): Promise<BatchPreview> {
  const where = { eventId: batch.eventId, batchId: batch.id }
  const [stored, files] = await Promise.all([
    reader.entryBatchRow.findMany({ where, orderBy: { line: 'asc' }, select: { line: true, values: true } }),
    reader.entryBatchFile.findMany({ where, orderBy: { place: 'asc' } }),
  ])
  const known = files.map(({ place, path, bytes, line, slot }): PreviewFile => ({ place, path, bytes: Number(bytes), line, slot }))
  const placed = new Map<number | null, PreviewFile[]>()
  for (const [n, file] of known.entries())
    if (files[n]?.state === 'matched') placed.set(file.line, [...(placed.get(file.line) ?? []), file])
  const rows = stored.map(({ line, values }) => {
    const said = values as Record<string, string>
    const content = contentOfRow(terms, said, batch.organisation)
    return {
      line,
      values: said,
      content,
      title: titleOf(terms, content),
      files: placed.get(line) ?? [],
      slots: slotsOf(terms, content.groupId).map(({ id, label }) => ({ id, label })),
    }
  })
  const checked = new Map(
    checkRows(
      terms,
      rows.map(({ line, content, title, files: own }) => ({
        line,
        content,
        title,
        files: own.flatMap(({ slot, path, bytes }) => (slot ? [{ slot, path, bytes }] : [])),
      })),
      terms.registration.limit,
    ).map((row) => [row.line, row]),
  )
  return {
    batch,
    terms,
    rows: rows.map((row) => ({ ...row, faults: checked.get(row.line)?.faults ?? [], blocked: checked.get(row.line)?.blocked ?? true })),
    left: known.filter((_, n) => files[n]?.state === 'left'),
    ignored: files.filter(({ state }) => state === 'ignored').length,
  }
}
