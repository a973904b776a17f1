import { type Part, type Seam, weakestSeam } from './bridges'
import type { ThinBridge, UnlinkedPart } from './calibrated-layer'
import type { MarksMatrix } from './marks-matrix'
import { at } from './typed-arrays'

/** The least portion of works that panels should have in common, and the least number. */
const BRIDGE_SHARE = 0.05
const LEAST_BRIDGES = 3

/**
 * The parts of a category that no mark connects, and for all but the largest the works that judges of the largest
 * should read too.
 */
export function unlinkedParts(
  matrix: MarksMatrix,
  touched: readonly Part[],
  members: ReadonlySet<number>,
  means: Float64Array,
): UnlinkedPart[] {
  return touched.map((part, n): UnlinkedPart => {
    const works = part.works.filter((work) => members.has(work))
    return {
      works: namesOf(matrix.entries, works),
      judges: namesOf(matrix.judges, part.judges),
      bridge:
        n === 0
          ? null
          : {
              entries: namesOf(matrix.entries, spreadOver(works, means, needed(works.length))),
              judges: namesOf(matrix.judges, touched[0]?.judges ?? []),
            },
    }
  })
}

/** The seam of a part, where fewer than 5% of the works bridge it, and works of its smaller side that would. */
export function thinBridges(matrix: MarksMatrix, part: Part, means: Float64Array): ThinBridge[] {
  const seam = weakestSeam(matrix, part)
  if (!seam || seam.shared >= needed(seam.works)) return []
  const inside = new Set(seam.judges)
  const others = part.judges.filter((j) => !inside.has(j))
  const candidates = part.works.filter((work) => readBy(matrix, work, inside) && !readBy(matrix, work, new Set(others)))
  return [
    {
      judges: namesOf(matrix.judges, seam.judges),
      works: seam.works,
      shared: seam.shared,
      propose: {
        entries: namesOf(matrix.entries, spreadOver(candidates, means, needed(seam.works) - seam.shared)),
        judges: namesOf(matrix.judges, others),
      },
    },
  ]
}

const needed = (works: Seam['works']): number => Math.min(works, Math.max(LEAST_BRIDGES, Math.ceil(BRIDGE_SHARE * works)))

function readBy({ start, judge }: MarksMatrix, work: number, judges: ReadonlySet<number>): boolean {
  for (let k = at(start, work); k < at(start, work + 1); k += 1) if (judges.has(at(judge, k))) return true
  return false
}

/** So many works spread evenly over the candidates’ plain means, weak and strong: both level and slope show on them. */
function spreadOver(candidates: readonly number[], means: Float64Array, count: number): number[] {
  const sorted = [...candidates].sort((a, b) => at(means, b) - at(means, a) || a - b)
  const wanted = Math.min(count, sorted.length)
  return Array.from({ length: wanted }, (_, n) => sorted[Math.floor(((n + 0.5) * sorted.length) / wanted)] ?? 0)
}

const namesOf = (names: readonly string[], indices: readonly number[]) => indices.map((index) => names[index] ?? '').sort()
