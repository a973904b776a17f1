import { cellAt, isWalkway, kindOf } from './read-plan'
import type { Plan } from './read-plan'
import type { Rect } from './rect'

export const sides = ['north', 'east', 'south', 'west'] as const
export type Side = (typeof sides)[number]

/**
 * The sides of a piece of floor that face a walkway, in the order north, east, south, west. A side of the rectangle
 * around it counts as open when more than half of its length is walked past: a pillar before it does not close it, a
 * neighbour along most of it does. `taken` are all stands of the hall, drawn or listed.
 */
export function openingsOf(piece: Rect, plan: Plan, taken: readonly Rect[]): Side[] {
  return sides.filter((side) => {
    const strip = stripBeside(piece, side)
    return walkedPast(strip, plan, taken) * 2 > Math.max(strip.width, strip.depth)
  })
}

/** The decimetre of floor just outside a side. */
function stripBeside({ x, y, width, depth }: Rect, side: Side): Rect {
  switch (side) {
    case 'north':
      return { x, y: y - 1, width, depth: 1 }
    case 'south':
      return { x, y: y + depth, width, depth: 1 }
    case 'west':
      return { x: x - 1, y, width: 1, depth }
    case 'east':
      return { x: x + width, y, width: 1, depth }
  }
}

/** How many decimetres of a strip are walkway and not built over. */
function walkedPast(strip: Rect, plan: Plan, taken: readonly Rect[]): number {
  const { step } = plan
  let length = 0
  for (let row = Math.floor(strip.y / step); row * step < strip.y + strip.depth; row++) {
    for (let column = Math.floor(strip.x / step); column * step < strip.x + strip.width; column++) {
      if (!isWalkway(kindOf(cellAt(plan, row, column)))) continue
      const cell = { x: column * step, y: row * step, width: step, depth: step }
      // drawn stands are no walkway anyway, so only listed ones take something away here
      length += shared(strip, cell) - taken.reduce((sum, rect) => sum + shared(clip(strip, cell), rect), 0)
    }
  }
  return length
}

const clip = (a: Rect, b: Rect): Rect => {
  const x = Math.max(a.x, b.x)
  const y = Math.max(a.y, b.y)
  return { x, y, width: Math.min(a.x + a.width, b.x + b.width) - x, depth: Math.min(a.y + a.depth, b.y + b.depth) - y }
}

function shared(a: Rect, b: Rect): number {
  const { width, depth } = clip(a, b)
  return width > 0 && depth > 0 ? width * depth : 0
}
