import { type FloorGraph, openingsOf } from './floor-graph'
import type { ExhibitorToPlace } from './problem'

/** A block of cells, ascending, by the indices of the floor graph. */
export type ValuedBlock = { cells: readonly number[]; value: number }

const WHOLE = 100
const WRONG_ZONE = 40
const MISSING_OPENING = 20

/**
 * Every straight block (in a row or a column, one hall) of `cellsWanted` cells, one when it is not said. A block is
 * worth 100 less what each unmet wish costs:
 * - `zones`: 40 when none of the block lies in a wished zone, a part of it by the share of cells that do not;
 * - `openings`: 20 for each open side that is missing. A side is open when none of its cells has a cell beyond it.
 * More openings than wished cost nothing. The value never falls below 0: a block without any wish met is still a booth.
 */
export function wishedPlacements(
  floor: FloorGraph,
  wishes: Pick<ExhibitorToPlace, 'cellsWanted' | 'openings' | 'zones'>,
  blocks: readonly (readonly number[])[] = straightBlocks(floor, wishes.cellsWanted ?? 1),
): ValuedBlock[] {
  const wished = wishes.zones && new Set(wishes.zones)
  return blocks.map((cells) => {
    const outside = wished ? cells.filter((cell) => !wished.has(floor.zoneNames[floor.zone[cell] ?? 0] ?? '')).length : 0
    const missing = wishes.openings ? Math.max(0, wishes.openings - openingsOf(floor, cells)) : 0
    return { cells, value: Math.max(0, WHOLE - (WRONG_ZONE * outside) / cells.length - MISSING_OPENING * missing) }
  })
}

/** Every row and every column of so many cells; a single cell once. */
export function straightBlocks(floor: FloorGraph, size: number): number[][] {
  const blocks: number[][] = []
  for (const next of size === 1 ? [floor.right] : [floor.right, floor.below])
    for (let start = 0; start < floor.ids.length; start += 1) {
      const block = [start]
      while (block.length < size) {
        const after = next[block.at(-1) ?? 0] ?? -1
        if (after < 0) break
        block.push(after)
      }
      if (block.length === size) blocks.push(block.sort((a, b) => a - b))
    }
  return blocks
}
