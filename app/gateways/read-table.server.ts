import { readFile } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'

export type TableRefusal = 'empty' | 'old-format' | 'not-a-table' | 'too-large' | 'too-many-rows'

/** A sheet as text, line by line as its program counts them, from 1. */
export type SheetLine = { line: number; cells: string[] }

/** An XLSX is an archive of XML: what it unpacks to, at most, in bytes. */
const MOST_UNPACKED = 60_000_000

/**
 * Reads the first sheet of an XLSX, or a CSV in UTF-8, UTF-16 or GBK, as text. Formulas count as the value their program
 * last showed. Stops at the first row over the limit.
 */
export async function readTable(path: string, limits: { rows: number; columns: number }): Promise<SheetLine[] | TableRefusal> {
  const bytes = await readFile(path)
  if (bytes.length === 0) return 'empty'
  // Excel 97, and any workbook behind a password
  if (bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) return 'old-format'
  const lines: SheetLine[] = []
  try {
    for await (const { line, values } of isZip(bytes) ? xlsxRows(bytes) : csvRows(bytes)) {
      const cells = values.slice(0, limits.columns).map(textOf)
      if (cells.every((cell) => cell === '')) continue
      if (lines.length >= limits.rows) return 'too-many-rows'
      lines.push({ line, cells })
    }
  } catch (error) {
    return error instanceof RangeError ? 'too-large' : 'not-a-table'
  }
  return lines.length > 0 ? lines : 'empty'
}

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'PK'

async function* xlsxRows(bytes: Buffer) {
  measure(bytes)
  const { streamXlsxRows } = await import('hucre/xlsx')
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: 0 })) yield { line: index + 1, values }
}

/** What an archive really unpacks to, not what it claims. Throws a RangeError when that is too much. */
function measure(bytes: Buffer): void {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0) throw new Error('no archive')
  let [at, left] = [bytes.readUInt32LE(end + 16), MOST_UNPACKED]
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [size, name, extra, comment, local] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(start, start + size)
    // inflateRaw throws a RangeError at the limit
    left -= bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(body, { maxOutputLength: Math.max(1, left) }).length : body.length
    if (left <= 0) throw new RangeError('too large')
    at += 46 + name + extra + comment
  }
}

async function* csvRows(bytes: Buffer) {
  const { parseCsv } = await import('hucre/csv')
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  if (bytes.includes(0) && !isUtf16) throw new Error('this is no text')
  for (const [n, values] of parseCsv(decode(bytes, isUtf16)).entries()) yield { line: n + 1, values }
}

/** Excel in Chinese saves CSV in GBK and says nothing. */
function decode(bytes: Buffer, isUtf16: boolean): string {
  if (isUtf16) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function textOf(cell: string | number | boolean | Date | null): string {
  if (cell === null) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return (typeof cell === 'number' ? String(cell) : String(cell).replace(/^'(?=[=+\-@])/, '')).trim()
}
