import { type Tables, at, loadsOf, sheetsOf } from './tables'

/** How far the drawn part of a cost goes; it only parts what preferences leave equal. */
const DRAWN = 64

/**
 * Gives works to judges by minimum-cost flow, beginning with the pinned pairs: first as many as can be, then with the
 * least sum of squared loads, then with the highest gain, then by draw. Exact. Works are served in `order`.
 *
 * Successive shortest paths (Busacker and Gowen 1960, with the potentials of Edmonds and Karp 1972), on judges alone:
 * between two judges the residual arc is the cheapest work the first could hand to the second, so that a path search
 * costs judges² whatever the number of works. An arc between judges leaves the sum of loads as it is, hence of all
 * judges that can be reached the one with the least load ends the path, and the length decides among equals: this
 * orders loads before gains without weights. Works are served in rounds, one judge each, so that where there are too
 * few judges no work lacks two before another lacks one.
 */
export function fillByFlow(tables: Tables, order: Int32Array, draw: () => number): void {
  const { works, judges, need, allowed, pinned, max, before, given } = tables
  const loads = loadsOf(tables)
  const held: number[][] = Array.from({ length: judges }, () => [])
  const place = new Int32Array(works * judges)
  const cost = costs(tables, draw)
  // by ordered pair of judges: the cheapest hand-over, and the work it moves
  const arc = new Float64Array(judges * judges).fill(Infinity)
  const moves = new Int32Array(judges * judges).fill(-1)
  const potential = new Float64Array(judges)
  const distance = new Float64Array(judges)
  const previous = new Int32Array(judges)
  const settled = new Uint8Array(judges)

  const offer = (work: number, from: number, to: number) => {
    const row = work * judges
    if (given[row + to] === 1 || allowed[row + to] === 0 || pinned[row + from] === 1) return
    const price = at(cost, row + to) - at(cost, row + from)
    if (price < at(arc, from * judges + to)) {
      arc[from * judges + to] = price
      moves[from * judges + to] = work
    }
  }
  const search = (from: number, to: number) => {
    arc[from * judges + to] = Infinity
    moves[from * judges + to] = -1
    for (const work of held[from] ?? []) offer(work, from, to)
  }
  const give = (work: number, judge: number) => {
    const row = work * judges
    given[row + judge] = 1
    const mine = held[judge] as number[]
    place[row + judge] = mine.length
    mine.push(work)
    for (let other = 0; other < judges; other += 1) {
      if (other === judge) continue
      if (given[row + other] === 0) offer(work, judge, other)
      else if (at(moves, other * judges + judge) === work) search(other, judge)
    }
  }
  const take = (work: number, judge: number) => {
    const row = work * judges
    given[row + judge] = 0
    const mine = held[judge] as number[]
    const last = mine.pop() as number
    if (last !== work) {
      mine[at(place, row + judge)] = last
      place[last * judges + judge] = at(place, row + judge)
    }
    for (let other = 0; other < judges; other += 1) {
      if (other === judge) continue
      if (at(moves, judge * judges + other) === work) search(judge, other)
      if (given[row + other] === 1) offer(work, other, judge)
    }
  }

  /** Shortest paths from a work to every judge. */
  const reach = (work: number) => {
    const row = work * judges
    for (let judge = 0; judge < judges; judge += 1) {
      const open = allowed[row + judge] === 1 && given[row + judge] === 0
      distance[judge] = open ? at(cost, row + judge) - at(potential, judge) : Infinity
      previous[judge] = -1
      settled[judge] = 0
    }
    for (;;) {
      let nearest = -1
      let least = Infinity
      for (let judge = 0; judge < judges; judge += 1)
        if (settled[judge] === 0 && at(distance, judge) < least) {
          least = at(distance, judge)
          nearest = judge
        }
      if (nearest < 0) return
      settled[nearest] = 1
      const base = least + at(potential, nearest)
      for (let judge = 0; judge < judges; judge += 1) {
        if (settled[judge] === 1) continue
        const length = base + at(arc, nearest * judges + judge) - at(potential, judge)
        if (length < at(distance, judge)) {
          distance[judge] = length
          previous[judge] = nearest
        }
      }
    }
  }
  /** The judge a path should end at; −1 where every judge that can be reached has its most. */
  const end = () => {
    let best = -1
    for (let judge = 0; judge < judges; judge += 1) {
      if (settled[judge] === 0 || at(loads, judge) >= at(max, judge)) continue
      if (best < 0 || isBetter(judge, best)) best = judge
    }
    return best
  }
  const isBetter = (judge: number, than: number) => {
    const load = at(loads, judge) - at(loads, than)
    if (load !== 0) return load < 0
    const earlier = at(before, judge) - at(before, than)
    if (earlier !== 0) return earlier < 0
    return at(distance, judge) + at(potential, judge) < at(distance, than) + at(potential, than)
  }
  const augment = (work: number, last: number) => {
    let farthest = 0
    for (let judge = 0; judge < judges; judge += 1)
      if (settled[judge] === 1 && at(distance, judge) > farthest) farthest = at(distance, judge)
    for (let judge = 0; judge < judges; judge += 1)
      potential[judge] = at(potential, judge) + (settled[judge] === 1 ? at(distance, judge) : farthest)
    const path: [work: number, from: number, to: number][] = []
    let judge = last
    for (; at(previous, judge) >= 0; judge = at(previous, judge))
      path.push([at(moves, at(previous, judge) * judges + judge), at(previous, judge), judge])
    for (const [moved, from, to] of path) {
      take(moved, from)
      give(moved, to)
    }
    give(work, judge)
    loads[last] = at(loads, last) + 1
  }

  for (let work = 0; work < works; work += 1)
    for (let judge = 0; judge < judges; judge += 1) if (given[work * judges + judge] === 1) give(work, judge)
  const had = Int32Array.from(sheetsOf(tables), (sheet) => sheet.length)
  const rounds = need.reduce((most, count) => Math.max(most, count), 0)
  // a work that found no judge never will: what it can reach is full and stays so
  const stuck = new Uint8Array(works)
  for (let round = 0; round < rounds; round += 1)
    for (const work of order) {
      if (at(had, work) > round || at(need, work) <= round || stuck[work] === 1) continue
      reach(work)
      const last = end()
      if (last < 0) stuck[work] = 1
      else {
        augment(work, last)
        had[work] = at(had, work) + 1
      }
    }
}

/** Costs by cell: the gain turned round, and a drawn part too small, over any path, to outweigh one unit of gain. */
function costs({ works, judges, gain }: Tables, draw: () => number): Float64Array {
  const unit = DRAWN * 2 * (judges + 1)
  const cost = new Float64Array(works * judges)
  for (let cell = 0; cell < cost.length; cell += 1) cost[cell] = Math.floor(draw() * DRAWN) - at(gain, cell) * unit
  return cost
}
