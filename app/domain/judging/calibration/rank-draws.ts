import type { PanelDraws } from './panel-model'
import { add, at } from './typed-arrays'

export type DrawnRank = {
  /** ranks that hold 95% of the draws: the ends at which the tails come nearest to 2.5% */
  interval: [number, number]
  /** P(rank ≤ places); null without a quota */
  inQuota: number | null
  /** P(better than the work on the last place); null for that work itself and without a quota */
  beatsCut: number | null
}

/** Ranks the works of one category (`members`, indices) in every draw. `last` is the work on the last place. */
export function rankDraws(
  { works, count }: PanelDraws,
  size: number,
  members: readonly number[],
  places: number | null,
  last: number | null,
): DrawnRank[] {
  const ranks = members.map(() => new Int32Array(count))
  const beaten = new Int32Array(members.length)
  const values = new Float64Array(members.length)
  const sorted = new Float64Array(members.length)
  const lastAt = last === null ? -1 : members.indexOf(last)
  for (let draw = 0; draw < count; draw += 1) {
    for (let m = 0; m < members.length; m += 1) values[m] = at(works, draw * size + (members[m] ?? 0))
    sorted.set(values)
    sorted.sort()
    for (let m = 0; m < members.length; m += 1) {
      const own = ranks[m]
      if (own) own[draw] = members.length - below(sorted, at(values, m))
      if (lastAt >= 0 && at(values, m) > at(values, lastAt)) add(beaten, m, 1)
    }
  }
  return ranks.map((own, m) => {
    own.sort()
    return {
      interval: [lowEnd(own), highEnd(own)],
      inQuota: places === null ? null : below(own, places + 1) / count,
      beatsCut: lastAt < 0 || m === lastAt ? null : at(beaten, m) / count,
    }
  })
}

/** How many of the sorted numbers are below one. */
function below(sorted: Int32Array | Float64Array, limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(sorted, middle) < limit) low = middle + 1
    else high = middle
  }
  return low
}

const TAIL = 0.025

function lowEnd(sorted: Int32Array): number {
  const rank = at(sorted, Math.floor(TAIL * sorted.length))
  // cutting below `rank` leaves too little in the tail, cutting above it too much: the nearer one
  const [under, over] = [below(sorted, rank) / sorted.length, below(sorted, rank + 1) / sorted.length]
  return over - TAIL < TAIL - under ? at(sorted, Math.min(sorted.length - 1, below(sorted, rank + 1))) : rank
}

function highEnd(sorted: Int32Array): number {
  const rank = at(sorted, sorted.length - 1 - Math.floor(TAIL * sorted.length))
  const [over, under] = [1 - below(sorted, rank) / sorted.length, 1 - below(sorted, rank + 1) / sorted.length]
  return over - TAIL < TAIL - under ? at(sorted, Math.max(0, below(sorted, rank) - 1)) : rank
}
