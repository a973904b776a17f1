import type { Column } from './columns'
import { plainLabel } from './columns'

/** A sheet as a gateway reads it: lines as its program counts them. */
export interface Line {
  line: number
  cells: readonly string[]
}

/** What one line says, by the id of its column. Empty cells are left out. */
export interface SheetRow {
  line: number
  values: Record<string, string>
}

export type SheetRefusal =
  /** no line holds the labels of the columns */
  | { reason: 'no-header' }
  | { reason: 'columns-missing'; detail: { columns: string[] } }
  | { reason: 'column-twice'; detail: { columns: string[] } }
  | { reason: 'no-rows' }

export type ReadSheet = { ok: true; rows: SheetRow[]; unknown: string[] } | ({ ok: false } & SheetRefusal)

/** Titles and notices stand above a header; nobody puts more than these. */
const HEADER_WITHIN = 20

/**
 * Finds the header of a sheet and reads the lines under it. The header may stand under a title, its labels may be in
 * either language, and it may have two floors whose upper cells are merged: 作者1 above 姓名 and 院校.
 */
export function readSheet(lines: readonly Line[], columns: readonly Column[]): ReadSheet {
  const byLabel = new Map<string, string>()
  for (const { id, label } of columns) for (const name of [label.zh, label.en, id]) if (name) byLabel.set(plainLabel(name), id)
  const candidates = lines.slice(0, HEADER_WITHIN).map(({ cells }, at) => labelsAt(cells, lines[at - 1]?.cells ?? [], byLabel))
  const best = Math.max(...candidates.map(({ known }) => known))
  const at = candidates.findIndex(({ known }) => known === best)
  const header = candidates[at]
  if (!header || best < 2) return { ok: false, reason: 'no-header' }
  const labelOf = (id: string) => columns.find((column) => column.id === id)?.label.zh ?? id
  const twice = header.ids.filter((id, n) => id !== null && header.ids.indexOf(id) !== n).map((id) => labelOf(id ?? ''))
  if (twice.length > 0) return { ok: false, reason: 'column-twice', detail: { columns: [...new Set(twice)] } }
  const missing = columns.filter(({ id, required }) => required && !header.ids.includes(id)).map(({ id }) => labelOf(id))
  if (missing.length > 0) return { ok: false, reason: 'columns-missing', detail: { columns: missing } }

  const rows = lines.slice(at + 1).flatMap(({ line, cells }): SheetRow[] => {
    const values = Object.fromEntries(header.ids.flatMap((id, n) => (id && cells[n] ? [[id, cells[n]]] : [])))
    return Object.keys(values).length > 0 && !isHint(values, columns) ? [{ line, values }] : []
  })
  if (rows.length === 0) return { ok: false, reason: 'no-rows' }
  return { ok: true, rows, unknown: header.unknown }
}

/** What a line of labels names: alone, or together with the cell above it, which a merged cell fills to the right. */
function labelsAt(cells: readonly string[], above: readonly string[], byLabel: ReadonlyMap<string, string>) {
  let over = ''
  const unknown: string[] = []
  const ids = Array.from({ length: Math.max(cells.length, above.length) }, (_, n) => {
    if (above[n]) over = above[n]
    const own = cells[n] ?? ''
    if (!own && !above[n]) return null
    const id = byLabel.get(plainLabel(own)) ?? byLabel.get(plainLabel(over + own)) ?? (own ? undefined : byLabel.get(plainLabel(over)))
    if (id === undefined && own) unknown.push(own)
    return id ?? null
  })
  return { ids, unknown, known: ids.filter((id) => id !== null).length }
}

/** The template’s line of hints, left in by whoever filled it. */
function isHint(values: Record<string, string>, columns: readonly Column[]): boolean {
  const hints = columns.filter(({ id, hint }) => hint.zh && (values[id] === hint.zh || values[id] === hint.en))
  return hints.length > 0 && hints.length === Object.keys(values).length
}
