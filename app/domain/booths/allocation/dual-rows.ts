import { type Compiled, at } from './compiled'

/**
 * The rules that bind several exhibitors, each “at most one of these choices”: a row for each cell, and for each pair
 * of neighbouring cells and sensitive category a row of that category’s choices that cover either cell. Choice c is in
 * rows rows[from[c]] … rows[from[c + 1] − 1].
 */
export type DualRows = { count: number; cells: number; from: Int32Array; rows: Int32Array }

export function dualRows({ floor, blocks, block, kinds, kindOfChoice }: Compiled): DualRows {
  const cells = floor.ids.length
  const edgesAt = edgesOf(floor.neighbours)
  const idOf = new Map<number, number>()
  let count = cells
  // one list for each block and category, shared by all choices of it
  const known = new Map<number, Int32Array>()
  const categories = kinds.reduce((most, { category }) => Math.max(most, category + 2), 1)
  const rowsOf = (blockId: number, category: number): Int32Array => {
    const key = blockId * categories + category + 1
    const before = known.get(key)
    if (before) return before
    const covered = blocks[blockId]?.cells ?? []
    const edges = category < 0 ? [] : [...new Set(covered.flatMap((cell) => edgesAt[cell] ?? []))]
    const rows = Int32Array.from([
      ...covered,
      ...edges.map((edge) => {
        const row = edge * categories + category
        const id = idOf.get(row)
        if (id !== undefined) return id
        idOf.set(row, count)
        count += 1
        return count - 1
      }),
    ])
    known.set(key, rows)
    return rows
  }
  const lists = Array.from(block, (blockId, choice) => rowsOf(blockId, kinds[at(kindOfChoice, choice)]?.category ?? -1))
  const from = new Int32Array(block.length + 1)
  lists.forEach((list, choice) => (from[choice + 1] = at(from, choice) + list.length))
  const rows = new Int32Array(at(from, block.length))
  lists.forEach((list, choice) => rows.set(list, at(from, choice)))
  return { count, cells, from, rows }
}

/** By cell, the numbers of the pairs of neighbouring cells it is one of. */
function edgesOf(neighbours: readonly (readonly number[])[]): number[][] {
  const edges: number[][] = neighbours.map(() => [])
  let count = 0
  neighbours.forEach((list, cell) => {
    for (const next of list) {
      if (next < cell) continue
      edges[cell]?.push(count)
      edges[next]?.push(count)
      count += 1
    }
  })
  return edges
}
