import { csvRows } from './csv-rows'

/** The rows under a header that has to be there as written. */
export function packageTable(file: string, text: string, header: readonly string[], problems: string[]) {
  const [head, ...rows] = csvRows(text)
  if (!head || head.cells.join(',') !== header.join(',')) {
    problems.push(`${file}:${head?.line ?? 1}: the first line has to be ${header.join(',')}`)
    return []
  }
  return rows.filter(({ line, cells }) => {
    if (cells.length === header.length) return true
    problems.push(`${file}:${line}: ${cells.length} cells where ${header.length} are expected (${header.join(',')})`)
    return false
  })
}
