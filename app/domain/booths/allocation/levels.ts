import type { AllocationProblem, LevelName } from './problem'

/** One thing to maximise; `tier-regret` is one level for each tier, because a tier's regret counts before the next one's. */
export type Level = { name: LevelName; tier: number }

export function levelsOf({ objective, tiers }: Pick<AllocationProblem, 'objective' | 'tiers'>): Level[] {
  return objective.flatMap((name): Level[] =>
    name === 'tier-regret' ? Array.from({ length: tiers.length + 1 }, (_, tier) => ({ name, tier })) : [{ name, tier: -1 }],
  )
}

/** 0 for the highest; the tier below the last bound is tiers.length. */
export function tierOf(points: number, tiers: readonly number[]): number {
  const found = tiers.findIndex((least) => points >= least)
  return found < 0 ? tiers.length : found
}

/**
 * What a placement adds to a level, in whole units. The regret of a tier is a constant less the value its exhibitors
 * get, so that least regret is most value.
 */
export const weightOn = ({ name, tier }: Level, exhibitorTier: number, value: number): number =>
  name === 'placed' ? 1 : name === 'value' || tier === exhibitorTier ? value : 0
