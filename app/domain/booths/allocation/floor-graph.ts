import { type Cell, sortedText } from './problem'

/** The cells by index, in an order that does not depend on the order in which they were given. */
export type FloorGraph = {
  ids: readonly string[]
  indexOf: ReadonlyMap<string, number>
  halls: readonly string[]
  x: readonly number[]
  y: readonly number[]
  /** by cell: index into zoneNames; a cell without a zone is in the zone '' */
  zone: readonly number[]
  zoneNames: readonly string[]
  /** by cell: the cells of the same hall with |dx| + |dy| = 1, ascending */
  neighbours: readonly (readonly number[])[]
  /** by cell: its neighbour to the right and the one below, −1 for none */
  right: readonly number[]
  below: readonly number[]
}

const SIDES = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const

export function floorGraph(cells: readonly Cell[]): FloorGraph {
  // by place, so that neighbours get neighbouring indices, whatever the ids are
  const sorted = [...cells].sort((a, b) => compare(a.hall, b.hall) || a.y - b.y || a.x - b.x)
  const byPlace = new Map(sorted.map((cell, index) => [placeOf(cell), index]))
  const beside = (cell: Cell, [dx, dy]: readonly [number, number]) =>
    byPlace.get(placeOf({ ...cell, x: cell.x + dx, y: cell.y + dy })) ?? -1
  const zoneNames = sortedText(new Set(sorted.map(({ zone }) => zone ?? '')))
  const zoneIndex = new Map(zoneNames.map((name, index) => [name, index]))
  return {
    ids: sorted.map(({ id }) => id),
    indexOf: new Map(sorted.map(({ id }, index) => [id, index])),
    halls: sorted.map(({ hall }) => hall),
    x: sorted.map(({ x }) => x),
    y: sorted.map(({ y }) => y),
    zone: sorted.map(({ zone }) => zoneIndex.get(zone ?? '') ?? 0),
    zoneNames,
    neighbours: sorted.map((cell) =>
      SIDES.map((side) => beside(cell, side))
        .filter((other) => other >= 0)
        .sort((a, b) => a - b),
    ),
    right: sorted.map((cell) => beside(cell, SIDES[0])),
    below: sorted.map((cell) => beside(cell, SIDES[1])),
  }
}

export const placeOf = ({ hall, x, y }: Pick<Cell, 'hall' | 'x' | 'y'>) => JSON.stringify([hall, x, y])

/** Whether one can walk from any of the cells to any other without leaving them. */
export function isConnected({ neighbours }: FloorGraph, cells: readonly number[]): boolean {
  const open = new Set(cells)
  const [first] = cells
  if (first === undefined) return false
  const reached = [first]
  open.delete(first)
  for (const cell of reached) for (const next of neighbours[cell] ?? []) if (open.delete(next)) reached.push(next)
  return open.size === 0
}

/** How many of the four sides of a straight or bent block face an aisle: a side does when no cell of it has another cell there. */
export function openingsOf({ neighbours, x, y }: FloorGraph, cells: readonly number[]): number {
  const own = new Set(cells)
  const closed = new Set<string>()
  for (const cell of cells)
    for (const next of neighbours[cell] ?? []) {
      if (own.has(next)) continue
      closed.add(`${(x[next] ?? 0) - (x[cell] ?? 0)} ${(y[next] ?? 0) - (y[cell] ?? 0)}`)
    }
  return SIDES.length - closed.size
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
