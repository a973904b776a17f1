import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { stringify } from 'csv-stringify'
import { safeCell, type Cell } from './table-cell'

export const tableFormats = ['xlsx', 'csv'] as const
export type TableFormat = (typeof tableFormats)[number]

export interface Column<Row> {
  header: string
  /** width in characters of a Latin letter; a Chinese character takes two */
  width?: number
  value: (row: Row) => Cell
}

interface Table<Row> {
  format: TableFormat
  /** without extension; may be Chinese */
  filename: string
  sheet: string
  columns: Column<Row>[]
  rows: AsyncIterable<Row> | Iterable<Row>
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/**
 * A list as a download, streamed row by row: XLSX, or CSV with a byte-order mark so that Excel reads Chinese.
 * No cell is ever run as a formula.
 */
export function tableResponse<Row>({ format, filename, sheet, columns, rows }: Table<Row>): Response {
  const name = `${filename.replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ')}.${format}`
  const body = format === 'xlsx' ? xlsx(sheet, columns, rows) : csv(columns, rows)
  return new Response(body, {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="list.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

async function* cellsOf<Row>(columns: Column<Row>[], rows: Table<Row>['rows']): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield columns.map(({ value }) => safeCell(value(row)))
}

function xlsx<Row>(sheet: string, columns: Column<Row>[], rows: Table<Row>['rows']): ReadableStream<Uint8Array> {
  return createReadableStreamFromReadable(Readable.from(xlsxParts(sheet, columns, rows)))
}

async function* xlsxParts<Row>(sheet: string, columns: Column<Row>[], rows: Table<Row>['rows']): AsyncGenerator<Uint8Array> {
  // loaded with the first table that is asked for
  const { writeXlsxStream } = await import('hucre/xlsx')
  const written = writeXlsxStream(cellsOf(columns, rows), {
    // Excel: at most 31 characters, none of these
    name: sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(({ header, width }) => ({ header, width: width ?? 16 })),
    freezePane: { rows: 1 },
  })
  yield* written as unknown as AsyncIterable<Uint8Array>
}

function csv<Row>(columns: Column<Row>[], rows: Table<Row>['rows']): ReadableStream<Uint8Array> {
  const writer = stringify({
    bom: true,
    header: true,
    columns: columns.map(({ header }) => header),
    record_delimiter: 'windows',
    quoted_string: true,
  })
  const source = Readable.from(cellsOf(columns, rows))
  source.on('error', (error) => writer.destroy(error))
  return createReadableStreamFromReadable(source.pipe(writer))
}
