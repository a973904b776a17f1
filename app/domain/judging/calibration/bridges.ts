import type { MarksMatrix } from './marks-matrix'
import { add, at } from './typed-arrays'

/** Works and judges between which the marks draw a line, direct or through others. Indices of the matrix. */
export type Part = { works: number[]; judges: number[] }

/** The connected parts of the graph of works and judges, the largest first. */
export function connectedParts({ entries, judges, start, judge }: MarksMatrix): Part[] {
  const parent = judges.map((_, j) => j)
  const rootOf = (j: number): number => {
    let root = j
    while (parent[root] !== root) root = parent[root] ?? root
    return root
  }
  for (let i = 0; i < entries.length; i += 1) {
    for (let k = at(start, i) + 1; k < at(start, i + 1); k += 1) parent[rootOf(at(judge, k))] = rootOf(at(judge, at(start, i)))
  }
  const parts = new Map<number, Part>()
  judges.forEach((_, j) => {
    const part = parts.get(rootOf(j))
    if (part) part.judges.push(j)
    else parts.set(rootOf(j), { works: [], judges: [j] })
  })
  entries.forEach((_, i) => parts.get(rootOf(at(judge, at(start, i))))?.works.push(i))
  return [...parts.values()].sort((a, b) => b.works.length - a.works.length)
}

/** The weakest line between some judges and all others of their part. */
export type Seam = {
  /** the side with fewer works, how many these are, and how many of them both sides marked */
  judges: number[]
  works: number
  shared: number
}

/**
 * Looks for the seam along which a connected part would come apart first: judges are joined by how many works a pair
 * of them shares (average linkage), and of all groups that arise the one that shares the smallest portion of its works
 * with the rest is the seam. Null for a single judge.
 */
export function weakestSeam(matrix: MarksMatrix, part: Part): Seam | null {
  if (part.judges.length < 2) return null
  let weakest: Seam | null = null
  for (const group of groupsOf(matrix, part.judges)) {
    const seam = seamOf(matrix, part, group)
    if (!weakest || seam.shared * weakest.works < weakest.shared * seam.works) weakest = seam
  }
  return weakest
}

function groupsOf({ entries, judges, start, judge }: MarksMatrix, members: readonly number[]): number[][] {
  const size = judges.length
  const meetings = new Float64Array(size * size)
  for (let i = 0; i < entries.length; i += 1) {
    for (let k = at(start, i); k < at(start, i + 1); k += 1) {
      for (let l = at(start, i); l < at(start, i + 1); l += 1) add(meetings, at(judge, k) * size + at(judge, l), 1)
    }
  }
  const groups = new Map(members.map((j) => [j, [j]]))
  const seen: number[][] = [...groups.values()]
  while (groups.size > 2) {
    let best = { a: -1, b: -1, likeness: -1 }
    for (const [a, left] of groups) {
      for (const [b, right] of groups) {
        const likeness = at(meetings, a * size + b) / (left.length * right.length)
        if (a < b && likeness > best.likeness) best = { a, b, likeness }
      }
    }
    const { a, b } = best
    const joined = [...(groups.get(a) ?? []), ...(groups.get(b) ?? [])]
    groups.delete(b)
    groups.set(a, joined)
    seen.push(joined)
    for (const other of groups.keys()) {
      add(meetings, a * size + other, at(meetings, b * size + other))
      add(meetings, other * size + a, at(meetings, other * size + b))
    }
  }
  return seen
}

function seamOf({ start, judge }: MarksMatrix, part: Part, group: readonly number[]): Seam {
  const inside = new Set(group)
  const counts = { inside: 0, outside: 0, shared: 0 }
  for (const i of part.works) {
    let [own, other] = [0, 0]
    for (let k = at(start, i); k < at(start, i + 1); k += 1) {
      if (inside.has(at(judge, k))) own = 1
      else other = 1
    }
    counts.inside += own
    counts.outside += other
    counts.shared += own * other
  }
  const judges = counts.inside <= counts.outside ? [...group] : part.judges.filter((j) => !inside.has(j))
  return { judges, works: Math.min(counts.inside, counts.outside), shared: counts.shared }
}
