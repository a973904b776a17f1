import { type Compiled, at } from './compiled'
import type { DualRows } from './dual-rows'
import { weightOn } from './levels'

export type Question = {
  /** the level to bound */
  level: number
  /** by earlier level: what a plan must reach there */
  floors: readonly number[]
  /** everybody who has a choice is placed: then nobody may be left out */
  everybody: boolean
  /** by choice: 0 when no plan worth looking for has it */
  alive: Uint8Array
  /** what the best known plan reaches on this level */
  reached: number
  /** by kind: 0 leaves it out, which no level up to this one feels but as room; the bound stays true */
  counted: Uint8Array
  /** by choice, what to maximise in place of the level */
  weights?: Float64Array
}

export type DualBound = {
  /** no plan reaches more, in whole units of the level */
  bound: number
  /** by choice: 0 when no plan with it reaches what is reached */
  alive: Uint8Array
  /** the bound before it is rounded down to whole units */
  against: number
  /** by choice: how much less than `against` a plan with it can reach; 0 for choices of kinds left out */
  loss: Float64Array
}

const THETA = 1.2
const STALLED = 12
const SMOOTH = 0.35
/** bounds and losses carry rounding of sums of some thousand terms */
const SLACK = 1e-7

/**
 * An upper bound by Lagrangian relaxation: the rules between exhibitors become prices of cells and of neighbourhoods,
 * earlier levels become a reward, and what is left falls apart into exhibitors and delegations, each of which chooses
 * best for itself (a delegation its zone first). Prices follow the subgradient with Polyak’s step and deflection
 * (Held and Karp 1971; Camerini, Fratta and Maffioli 1975). The bound is that of the disaggregated linear programme.
 * Choices whose loss against the bound is more than the gap are ruled out.
 */
export function lagrange(compiled: Compiled, rows: DualRows, question: Question, rounds: number, isLate: () => boolean): DualBound {
  const inner = chooser(compiled, rows, question)
  const { earlier } = inner
  const price = new Float64Array(rows.count)
  const reward = new Float64Array(earlier.length)
  const step = new Float64Array(rows.count)
  const rewardStep = new Float64Array(earlier.length)
  const use = new Float64Array(rows.count)
  const bestPrice = price.slice()
  const bestReward = reward.slice()
  let bound = Infinity
  let theta = THETA
  let stalled = 0
  for (let round = 0; round < rounds && bound - question.reached >= 1 - SLACK && !isLate(); round += 1) {
    use.fill(-1)
    const { total, reached } = inner.choose(price, reward, use)
    if (bound === Infinity || total < bound - 1e-6 * Math.abs(bound)) {
      bound = total
      bestPrice.set(price)
      bestReward.set(reward)
      stalled = 0
    } else if (++stalled >= STALLED) {
      theta *= 0.7
      stalled = 0
      price.set(bestPrice)
      reward.set(bestReward)
    }
    let norm = 0
    for (let row = 0; row < rows.count; row += 1) {
      const wanted = at(use, row)
      // a price of nothing that wants to fall stays
      const moved = wanted < 0 && at(price, row) <= 0 ? 0 : wanted
      step[row] = SMOOTH * at(step, row) + moved
      norm += at(step, row) ** 2
    }
    earlier.forEach(({ floor }, index) => {
      const short = floor - (reached[index] ?? 0)
      rewardStep[index] = SMOOTH * at(rewardStep, index) + (short < 0 && at(reward, index) <= 0 ? 0 : short)
      norm += at(rewardStep, index) ** 2
    })
    if (norm < 1e-12) break
    const length = (theta * Math.max(total - question.reached, 1e-6 * Math.abs(total))) / norm
    for (let row = 0; row < rows.count; row += 1) price[row] = Math.max(0, at(price, row) + length * at(step, row))
    earlier.forEach((_, index) => (reward[index] = Math.max(0, at(reward, index) + length * at(rewardStep, index))))
  }
  const loss = new Float64Array(compiled.block.length)
  if (!Number.isFinite(bound)) return { bound: inner.trivial(), against: inner.trivial(), alive: question.alive, loss }
  const alive = question.alive.slice()
  const room = bound - question.reached + SLACK * (1 + Math.abs(bound))
  inner.losses(bestPrice, bestReward, (choice, less) => {
    loss[choice] = less
    if (less > room) alive[choice] = 0
  })
  return { bound: Math.floor(bound + SLACK * (1 + Math.abs(bound))), alive, loss, against: bound }
}

type Earlier = { floor: number; weights: Float64Array }

/** What is left of a question once prices are set: everybody chooses best for itself. */
function chooser(
  compiled: Compiled,
  { count, from, rows }: DualRows,
  { level, floors, everybody, alive, counted, weights: given }: Question,
) {
  const { kinds, levels, kindOfChoice, value, block, blocks, delegations } = compiled
  const onLevel = (index: number) =>
    Float64Array.from(value, (one, choice) => {
      const of = levels[index]
      return of ? weightOn(of, kinds[at(kindOfChoice, choice)]?.tier ?? 0, one) : 0
    })
  const weights = given ?? onLevel(level)
  const earlier = floors.flatMap((floor, index): Earlier[] => {
    const of = levels[index]
    // everybody being placed is said by `everybody`
    if (everybody && of?.name === 'placed') return []
    // scaled, so that rewards move like prices
    const raw = onLevel(index)
    const scale = raw.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
    return scale === 0 ? [] : [{ floor: floor / scale, weights: raw.map((one) => one / scale) }]
  })
  const left = new Float64Array(value.length)
  const zone = Int32Array.from(block, (one) => blocks[one]?.zone ?? -1)
  const groups = delegations.map((_, delegation) =>
    kinds.flatMap((kind, at) => (kind.delegation === delegation && counted[at] ? [at] : [])),
  )
  const alone = kinds.flatMap((kind, at) => (kind.delegation < 0 && counted[at] ? [at] : []))
  const zones = groups.map((group) => {
    const open = new Set<number>()
    for (const kind of group)
      for (let choice = kinds[kind]?.start ?? 0; choice < (kinds[kind]?.end ?? 0); choice += 1)
        if (alive[choice]) open.add(at(zone, choice))
    return [...open]
  })
  const must = kinds.map((kind) => (everybody || kind.pinned) && kind.end > kind.start)

  const price = (prices: Float64Array, rewards: Float64Array) => {
    for (let choice = 0; choice < left.length; choice += 1) {
      if (!alive[choice]) continue
      let rest = at(weights, choice)
      for (let index = 0; index < earlier.length; index += 1) rest += at(rewards, index) * at((earlier[index] as Earlier).weights, choice)
      const end = at(from, choice + 1)
      for (let row = at(from, choice); row < end; row += 1) rest -= at(prices, at(rows, row))
      left[choice] = rest
    }
  }
  /** The best choices of a kind in a zone (−1: any), as many as it has members; the total, and the worst that was taken. */
  const take = (kindIndex: number, inZone: number, into: number[] | null): { sum: number; worst: number } => {
    const kind = kinds[kindIndex] as Compiled['kinds'][number]
    const force = must[kindIndex] === true
    const size = kind.members.length
    if (size === 1) {
      let best = -1
      let most = force ? -Infinity : 0
      for (let choice = kind.start; choice < kind.end; choice += 1) {
        if (!alive[choice] || at(left, choice) <= most || (inZone >= 0 && at(zone, choice) !== inZone)) continue
        most = at(left, choice)
        best = choice
      }
      if (best >= 0) into?.push(best)
      return { sum: most, worst: most }
    }
    const open: number[] = []
    for (let choice = kind.start; choice < kind.end; choice += 1)
      if (alive[choice] && (inZone < 0 || at(zone, choice) === inZone) && (force || at(left, choice) > 0)) open.push(choice)
    if (force && open.length < size) return { sum: -Infinity, worst: -Infinity }
    open.sort((a, b) => at(left, b) - at(left, a))
    const taken = open.slice(0, size)
    if (into) for (const choice of taken) into.push(choice)
    const last = taken.length === size ? at(left, taken[size - 1] ?? 0) : 0
    return { sum: taken.reduce((sum, choice) => sum + at(left, choice), 0), worst: last }
  }
  const zoneTotals = (delegation: number) =>
    (zones[delegation] ?? []).map((inZone) => ({
      inZone,
      total: (groups[delegation] ?? []).reduce((sum, kind) => sum + take(kind, inZone, null).sum, 0),
    }))

  return {
    earlier,
    /** A bound without any price: everybody’s best. */
    trivial: () =>
      Math.floor(
        kinds.reduce((sum, kind) => {
          let most = 0
          for (let choice = kind.start; choice < kind.end; choice += 1) most = Math.max(most, at(weights, choice))
          return sum + most * kind.members.length
        }, 0),
      ),
    choose: (prices: Float64Array, rewards: Float64Array, use: Float64Array) => {
      price(prices, rewards)
      const picked: number[] = []
      let total = 0
      for (let row = 0; row < count; row += 1) total += at(prices, row)
      for (const kind of alone) total += take(kind, -1, picked).sum
      groups.forEach((group, delegation) => {
        const best = zoneTotals(delegation).reduce((so, one) => (one.total > so.total ? one : so), { inZone: -2, total: -Infinity })
        // nobody of the delegation needs to stand anywhere when there is no zone
        if (best.inZone === -2) return
        total += best.total
        for (const kind of group) take(kind, best.inZone, picked)
      })
      const reached = earlier.map(({ floor, weights: of }, index) => {
        const sum = picked.reduce((so, choice) => so + at(of, choice), 0)
        total -= at(rewards, index) * floor
        return sum
      })
      for (const choice of picked)
        for (let row = at(from, choice); row < at(from, choice + 1); row += 1) use[at(rows, row)] = at(use, at(rows, row)) + 1
      return { total, reached }
    },
    /** By choice, how much less than the bound a plan with it can reach at these prices. */
    losses: (prices: Float64Array, rewards: Float64Array, tell: (choice: number, loss: number) => void) => {
      price(prices, rewards)
      const each = (kindIndex: number, inZone: number, before: number) => {
        const kind = kinds[kindIndex] as Compiled['kinds'][number]
        const { worst } = take(kindIndex, inZone, null)
        for (let choice = kind.start; choice < kind.end; choice += 1)
          if (alive[choice] && (inZone < 0 || at(zone, choice) === inZone)) tell(choice, before + Math.max(0, worst - at(left, choice)))
      }
      for (const kind of alone) each(kind, -1, 0)
      groups.forEach((group, delegation) => {
        const totals = zoneTotals(delegation)
        const best = Math.max(...totals.map(({ total }) => total))
        for (const { inZone, total } of totals) for (const kind of group) each(kind, inZone, best - total)
      })
    },
  }
}
