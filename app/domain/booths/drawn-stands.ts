import { boothNumber } from './booth-number'
import { cellAt, cellRect } from './read-plan'
import type { Plan } from './read-plan'
import type { Rect } from './rect'
import type { HallPlan } from './section'

/** A stand as drawn: not yet known to face an aisle. `row` and `column` are its first cell's. */
export interface DrawnStand {
  number: string
  kind: 'standard' | 'raw'
  letter: string
  rects: Rect[]
  row: number
  column: number
}

/** Every cell with a zone's letter is one standard stand; cells of R that touch are one raw space. In reading order. */
export function drawnStands(plan: Plan, hall: HallPlan): DrawnStand[] {
  const stands: DrawnStand[] = []
  const seen = new Set<string>()
  for (const [row, letters] of plan.letters.entries()) {
    for (const [column, letter] of letters.entries()) {
      if (!/[A-Z]/.test(letter) || seen.has(`${row}:${column}`)) continue
      const raw = letter === 'R'
      const cells = raw ? patch(plan, row, column, seen) : [{ row, column }]
      stands.push({
        number: boothNumber(hall.prefix, letter, row, column, plan.columns),
        kind: raw ? 'raw' : 'standard',
        letter,
        rects: raw ? rowsOf(plan, cells) : [cellRect(plan, row, column)],
        row,
        column,
      })
    }
  }
  return stands
}

interface Cell {
  row: number
  column: number
}

/** The cells of raw space that hang together with one, marked as seen. */
function patch(plan: Plan, row: number, column: number, seen: Set<string>): Cell[] {
  const cells: Cell[] = [{ row, column }]
  seen.add(`${row}:${column}`)
  for (const cell of cells) {
    for (const [down, right] of [
      [-1, 0],
      [0, 1],
      [1, 0],
      [0, -1],
    ] as const) {
      const next = { row: cell.row + down, column: cell.column + right }
      const key = `${next.row}:${next.column}`
      if (seen.has(key) || cellAt(plan, next.row, next.column) !== 'R') continue
      seen.add(key)
      cells.push(next)
    }
  }
  return cells
}

/** Cells as few rectangles: runs of a row, those of equal span in rows that follow joined. */
function rowsOf(plan: Plan, cells: readonly Cell[]): Rect[] {
  const rects: Rect[] = []
  for (const { row, column } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const cell = cellRect(plan, row, column)
    const run = rects.find((rect) => rect.y === cell.y && rect.x + rect.width === cell.x)
    if (run) run.width += cell.width
    else rects.push(cell)
  }
  return rects.reduce<Rect[]>((joined, rect) => {
    const above = joined.find((other) => other.x === rect.x && other.width === rect.width && other.y + other.depth === rect.y)
    if (above) above.depth += rect.depth
    else joined.push(rect)
    return joined
  }, [])
}
