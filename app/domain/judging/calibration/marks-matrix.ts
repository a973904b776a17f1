import { at } from './typed-arrays'

/** One judge’s weighted total of one work. `share` (0–1] is how much of a full sheet it rests on. */
export type JudgeTotal = { entry: string; judge: string; total: number; share: number }

/**
 * The totals as arrays, work by work: those of work i stand from `start[i]` to `start[i + 1]`. Only works and judges
 * with totals are in it. `y` is standardised; total = centre + scale × y.
 */
export type MarksMatrix = {
  entries: string[]
  judges: string[]
  start: Int32Array
  judge: Int32Array
  y: Float64Array
  share: Float64Array
  /** per work, an index of its group, below `groups` */
  group: Int32Array
  groups: number
  centre: number
  scale: number
}

/**
 * Works and judges are put in an order that comes from the marks alone (ids decide only between equal ones), so that
 * neither the order of rows nor the naming of works and judges has a part in any sum or draw.
 */
export function marksMatrix(totals: readonly JudgeTotal[], groupOf: (entry: string) => string): MarksMatrix {
  const judges = inOrder(gather(totals, 'judge', ({ total }) => [total]))
  const place = new Map(judges.map((id, index) => [id, index]))
  const placeOf = ({ judge }: JudgeTotal) => place.get(judge) ?? 0
  const entries = inOrder(gather(totals, 'entry', (one) => [placeOf(one), one.total, one.share]))
  const rows = new Map<string, JudgeTotal[]>(entries.map((id) => [id, []]))
  for (const one of totals) rows.get(one.entry)?.push(one)
  const sorted = entries.flatMap((id) => (rows.get(id) ?? []).sort((a, b) => placeOf(a) - placeOf(b)))
  const start = new Int32Array(entries.length + 1)
  entries.forEach((id, index) => (start[index + 1] = at(start, index) + (rows.get(id)?.length ?? 0)))
  const groups = new Map<string, number>()
  const group = Int32Array.from(entries, (id) => {
    const name = groupOf(id)
    if (!groups.has(name)) groups.set(name, groups.size)
    return groups.get(name) ?? 0
  })
  const centre = sorted.reduce((sum, { total }) => sum + total, 0) / (sorted.length || 1)
  const square = sorted.reduce((sum, { total }) => sum + (total - centre) ** 2, 0) / (sorted.length || 1)
  // marks that are all alike have no spread to measure in
  const flat = Math.sqrt(square) <= 1e-9 * Math.max(1, Math.abs(centre))
  const scale = flat ? 1 : Math.sqrt(square)
  return {
    entries,
    judges,
    start,
    judge: Int32Array.from(sorted, placeOf),
    y: Float64Array.from(sorted, ({ total }) => (flat ? 0 : (total - centre) / scale)),
    share: Float64Array.from(sorted, ({ share }) => share),
    group,
    groups: groups.size,
    centre,
    scale,
  }
}

type Key = number[][]

function gather(totals: readonly JudgeTotal[], by: 'entry' | 'judge', key: (one: JudgeTotal) => number[]): Map<string, Key> {
  const keys = new Map<string, Key>()
  for (const one of totals) {
    const list = keys.get(one[by])
    if (list) list.push(key(one))
    else keys.set(one[by], [key(one)])
  }
  for (const list of keys.values()) list.sort(compareNumbers)
  return keys
}

function inOrder(keys: Map<string, Key>): string[] {
  return [...keys].sort(([a, left], [b, right]) => compareKeys(left, right) || (a < b ? -1 : a > b ? 1 : 0)).map(([id]) => id)
}

function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const difference = compareNumbers(a[i] ?? [], b[i] ?? [])
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function compareNumbers(a: number[], b: number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
