import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { RefusedZip, readZip } from './read-zip.server'

export type TableRefusal = 'empty' | 'old-format' | 'not-a-table' | 'too-large' | 'too-many-rows'

/** A sheet as text, line by line as its program counts them, from 1. */
export type SheetLine = { line: number; cells: string[] }

interface TableLimits {
  rows: number
  columns: number
}

/** An XLSX is an archive of XML: what it unpacks to, at most. A hundred thousand rows are still told apart from an attack. */
const UNPACKED = { files: 2_000, bytes: 150_000_000 }

/**
 * Reads the first sheet of an XLSX, or a CSV in UTF-8, UTF-16 or GBK, as text. Formulas count as the value their program
 * last showed, dates as 2004-05-01. Stops at the first row over the limit.
 */
export async function readTable(path: string, limits: TableLimits): Promise<SheetLine[] | TableRefusal> {
  const head = Buffer.alloc(8)
  for await (const chunk of createReadStream(path, { end: 7 })) (chunk as Buffer).copy(head)
  if (head.every((byte) => byte === 0)) return 'empty'
  // Excel 97, and any workbook behind a password
  if (head.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) return 'old-format'
  const rows = head.subarray(0, 2).toString('latin1') === 'PK' ? xlsxRows(path) : csvRows(path)
  const lines: SheetLine[] = []
  try {
    for await (const { line, values } of rows) {
      const cells = values.slice(0, limits.columns).map(textOf)
      if (cells.every((cell) => cell === '')) continue
      if (lines.length >= limits.rows) return 'too-many-rows'
      lines.push({ line, cells })
    }
  } catch (error) {
    if (error instanceof RefusedZip && (error.reason === 'too-large' || error.reason === 'bomb')) return 'too-large'
    return 'not-a-table'
  }
  return lines.length > 0 ? lines : 'empty'
}

async function* xlsxRows(path: string) {
  // what it really unpacks to is measured, not believed: the reader holds a sheet in memory
  await readZip(path, UNPACKED, async (_, open) => {
    for await (const _chunk of await open());
  })
  const { streamXlsxRows } = await import('hucre/xlsx')
  for await (const { index, values } of streamXlsxRows(await readFile(path), { sheet: 0 })) yield { line: index + 1, values }
}

async function* csvRows(path: string) {
  const { parseCsv } = await import('hucre/csv')
  const bytes = await readFile(path)
  if (bytes.includes(0) && !isUtf16(bytes)) throw new Error('this is no text')
  for (const [n, values] of parseCsv(decode(bytes)).entries()) yield { line: n + 1, values }
}

const isUtf16 = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xfe

/** Excel in Chinese saves CSV in GBK and says nothing. */
function decode(bytes: Buffer): string {
  if (isUtf16(bytes)) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function textOf(cell: string | number | boolean | Date | null): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  // a mobile number in a number cell is no 1.38e10
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell)
  return (
    String(cell)
      // lists made here mark text that would run as a formula
      .replace(/^'(?=[=+\-@＝＋－＠])/, '')
      .trim()
  )
}
