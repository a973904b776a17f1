import type { FloorFault } from './floor-fault'
import type { Rect } from './rect'
import type { HallPlan } from './section'

export type CellKind = 'booth' | 'raw' | 'aisle' | 'wall' | 'entrance' | 'fire'
const kinds: Readonly<Record<string, CellKind>> = { R: 'raw', '.': 'aisle', '#': 'wall', '>': 'entrance', '~': 'fire' }

/** The drawing of a hall as cells of `step` decimetres; `letters[row][column]` is what stands there. */
export interface Plan {
  step: number
  columns: number
  letters: readonly (readonly string[])[]
}

export const decimetres = (metres: number): number => Math.round(metres * 10)

export const kindOf = (letter: string | undefined): CellKind | null =>
  letter === undefined ? null : (kinds[letter] ?? (/^[A-Z]$/.test(letter) ? 'booth' : null))

/** Ground on which people walk to a stand. Fire lanes stay empty, so they are walked on too. */
export const isWalkway = (kind: CellKind | null): boolean => kind === 'aisle' || kind === 'entrance' || kind === 'fire'

export const cellAt = ({ letters }: Plan, row: number, column: number): string | undefined => letters[row]?.[column]

export const cellRect = ({ step }: Plan, row: number, column: number, columns = 1, rows = 1): Rect => ({
  x: column * step,
  y: row * step,
  width: columns * step,
  depth: rows * step,
})

export const hallRect = ({ step, columns, letters }: Plan): Rect => ({ x: 0, y: 0, width: columns * step, depth: letters.length * step })

/**
 * Reads the rows of text that draw a hall. Null when they draw nothing to go on with: rows of unlike width, or an
 * unknown sign; `faults` say where, by row and column of the text counted from 0.
 */
export function readPlan(hall: HallPlan, path: readonly PropertyKey[]): { plan: Plan | null; faults: FloorFault[] } {
  const rows = hall.plan.replace(/\n+$/, '').split('\n')
  const columns = (rows[0] ?? '').trimEnd().length
  const at = [...path, 'plan']
  const faults: FloorFault[] = []
  for (const [row, text] of rows.entries()) {
    const width = text.trimEnd().length
    if (width !== columns) {
      faults.push({
        path: at,
        inText: { row, column: Math.min(width, columns) },
        message: `row ${row + 1} of the plan is ${width} letters wide, the first row ${columns}; all rows are equally wide`,
        zh: `平面图第${row + 1}行有 ${width} 个字，第一行有 ${columns} 个；各行须等宽`,
      })
    }
    const sign = [...text.trimEnd()].findIndex((letter) => kindOf(letter) === null)
    if (sign < 0) continue
    const found = text[sign] ?? ''
    faults.push({
      path: at,
      inText: { row, column: sign },
      message: `the plan has “${found}”; a plan is drawn with A–Z, . aisle, # wall, > entrance, ~ fire lane and R raw space`,
      zh: `平面图里有“${found}”；可用 A–Z 展位、. 通道、# 墙柱、> 入口、~ 消防通道、R 光地`,
    })
  }
  if (faults.length > 0) return { plan: null, faults }
  return { plan: { step: decimetres(hall.grid), columns, letters: rows.map((text) => [...text.trimEnd()]) }, faults }
}
