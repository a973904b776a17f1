import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { readTable } from '~/gateways/read-table.server'
import type { MeasuredCriterion } from '../rulebook'
import { entriesByNumber } from './entries-by-number.server'
import { type SheetFault, type SheetLine, readMarkSheet } from './mark-sheet'

const LIMITS = { rows: 3_000, columns: 40 }

/** What a table would bring in, as its page shows it. */
export interface MarkPreview {
  fileName: string
  /** the lines as they were read, as JSON: they come back with the form */
  lines: string
  rows: { line: number; code: string; value: string | null }[]
  faults: SheetFault[]
  /** codes the table leaves out */
  missing: string[]
}

type Preview = { shown: MarkPreview; sha256: string; marks: { entry: string; value: string | null }[] }
type Lines = { fileName: string; lines: SheetLine[] }

/** The lines of an uploaded table, or why there are none. */
export async function readLines(file: FormDataEntryValue | null) {
  if (!(file instanceof File) || file.size === 0) return { reason: 'no-file' as const }
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-table-'))
  try {
    const path = join(folder, 'table')
    await writeFile(path, new Uint8Array(await file.arrayBuffer()))
    const lines = await readTable(path, LIMITS)
    return typeof lines === 'string' ? { reason: lines } : { fileName: file.name.slice(0, 200), lines }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const Sent = z
  .array(z.strictObject({ line: z.int().positive(), cells: z.array(z.string().max(2_000)).max(LIMITS.columns) }))
  .max(LIMITS.rows)

/** The same lines when they come back with the form. */
export function sentLines(form: FormData): Lines | { reason: 'no-file' } {
  const text = form.get('lines')
  let read: unknown
  try {
    read = JSON.parse(typeof text === 'string' ? text : '')
  } catch {
    return { reason: 'no-file' }
  }
  const lines = Sent.safeParse(read)
  const name = form.get('fileName')
  return lines.success ? { fileName: typeof name === 'string' ? name.slice(0, 200) : '', lines: lines.data } : { reason: 'no-file' }
}

/** What the lines say about whom, checked; the hash is over the lines, so that the same table has the same hash. */
export async function previewMarks({
  eventId,
  stageId,
  criterion,
  fileName,
  lines,
}: Lines & { eventId: string; stageId: string; criterion: MeasuredCriterion }): Promise<Preview | { reason: 'no-header' | 'no-rows' }> {
  const { known, codeOf } = await entriesByNumber(eventId, stageId)
  const sheet = readMarkSheet(lines, criterion, known)
  if (!sheet.ok) return { reason: sheet.reason }
  const code = (entry: string) => codeOf.get(entry) ?? ''
  const text = JSON.stringify(lines.map(({ line, cells }) => ({ line, cells })))
  const shown: MarkPreview = {
    fileName,
    lines: text,
    faults: sheet.faults,
    rows: sheet.marks.map(({ line, entry, value }) => ({ line, code: code(entry), value })),
    missing: sheet.missing.map(code),
  }
  return { shown, sha256: sha256Hex(text), marks: sheet.marks.map(({ entry, value }) => ({ entry, value })) }
}
