/** One row of a CSV text and the line it starts on, counted from 1. */
export type CsvRow = { line: number; cells: string[] }

/**
 * Reads CSV as RFC 4180 and spreadsheets write it: a byte-order mark, CRLF or LF, quoted cells with commas, doubled
 * quotes and line breaks inside. Empty lines are left out, cells are trimmed.
 */
export function csvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = []
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  let line = 1
  let row: CsvRow = { line, cells: [] }
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.cells.push(cell.trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row)
    row = { line, cells: [] }
  }
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at]
    if (letter === '\n') line += 1
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (source[at + 1] !== '"') quoted = false
      else {
        cell += '"'
        at += 1
      }
    } else if (letter === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (letter === ',') endCell()
    else if (letter === '\n') endRow()
    else cell += letter
  }
  endRow()
  return rows
}
