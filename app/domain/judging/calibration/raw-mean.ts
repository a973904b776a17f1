import type { MarksMatrix } from './marks-matrix'
import { at } from './typed-arrays'

/** The plain mean of the judges’ totals of each work, in points: what calibration is measured against. */
export function rawMeans({ entries, start, y, centre, scale }: MarksMatrix): Float64Array {
  return Float64Array.from(entries, (_, i) => {
    let sum = 0
    for (let k = at(start, i); k < at(start, i + 1); k += 1) sum += at(y, k)
    return centre + (scale * sum) / (at(start, i + 1) - at(start, i))
  })
}
