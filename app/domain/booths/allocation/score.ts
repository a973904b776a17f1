import { type Compiled, at } from './compiled'
import { weightOn } from './levels'

/** By level, what the plan reaches, in whole units; of a tier’s regret the value its exhibitors get. More is better. */
export function scoreOf(compiled: Compiled, plan: Int32Array): number[] {
  const { levels, kinds, kindOf, value } = compiled
  const score = levels.map(() => 0)
  plan.forEach((choice, exhibitor) => {
    if (choice < 0) return
    const tier = kinds[at(kindOf, exhibitor)]?.tier ?? 0
    levels.forEach((level, index) => {
      score[index] = (score[index] ?? 0) + weightOn(level, tier, at(value, choice))
    })
  })
  return score
}

/** Whether the first differing level is higher. */
export function isBetter(score: readonly number[], than: readonly number[]): boolean {
  for (let level = 0; level < score.length; level += 1) {
    const difference = (score[level] ?? 0) - (than[level] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}

export type Worth = {
  /** by tier: one unit of value, and being placed at all */
  perUnit: readonly number[]
  placed: readonly number[]
  /** worth differences from the finest to the coarsest that decide something */
  finest: number
  coarsest: number
}

/** How much more a level counts than the next: rarely would so much of a lower one pay for one of a higher one. */
const RATIO = 100
/** Of a placement’s whole value: what one more exhibitor placed counts, before and after levels of value. */
const PLACED_FIRST = 3
const PLACED_LAST = 0.01

/** One number for a placement, in which earlier levels count much more than later ones; for a search that needs one. */
export function worthOf({ levels, value, kinds }: Compiled, ratio = RATIO): Worth {
  const most = value.reduce((so, one) => Math.max(so, Math.abs(one)), 1)
  const tiers = kinds.reduce((so, { tier }) => Math.max(so, tier + 1), 1)
  const perUnit: number[] = Array.from({ length: tiers }, () => 0)
  let placed = 0
  let scale = 0
  // the sum of all tiers is their value: after regret, value decides nothing
  const regret = levels.findIndex(({ name }) => name === 'tier-regret')
  const deciding = levels.filter(({ name }, index) => name !== 'value' || regret < 0 || index < regret)
  for (const level of deciding.reverse()) {
    if (level.name === 'placed') placed = (scale === 0 ? PLACED_LAST : scale * PLACED_FIRST) * 100
    else {
      scale = scale === 0 ? 1 : scale * ratio
      // a hundredth of the highest value is one step of the scale
      perUnit.forEach((before, tier) => (perUnit[tier] = before + (weightOn(level, tier, 1) * scale * 100) / most))
    }
  }
  const used = perUnit.filter((worth) => worth > 0).map((worth) => (worth * most) / 100)
  return {
    perUnit,
    placed: perUnit.map(() => placed),
    finest: used.length > 0 ? Math.min(...used) : 1,
    coarsest: used.length > 0 ? Math.max(...used) : 1,
  }
}
