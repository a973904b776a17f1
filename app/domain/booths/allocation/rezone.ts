import { type Compiled, at } from './compiled'
import type { PlanState } from './plan-state'

/** How many of a member’s choices in the new zone are looked at when none is free. */
const LOOKED_AT = 20

/**
 * A move for a search: sends one delegation, drawn at random, to another zone in which every member has a place it
 * could take, and stands its members there as well as may be; those in their way take their best free place.
 */
export function rezoning(compiled: Compiled, state: PlanState, draw: () => number): () => void {
  const zones = zonesOfDelegations(compiled)
  const members = membersOf(compiled)
  return () => {
    const delegation = Math.floor(draw() * zones.length)
    const open = (zones[delegation] ?? []).filter((zone) => zone !== at(state.zoneOf, delegation))
    const zone = open[Math.floor(draw() * open.length)]
    if (zone === undefined) return
    const group = members[delegation] ?? []
    for (const member of group) state.take(member)
    state.rezone(delegation, zone)
    for (const member of group) standSomewhere(compiled, state, member)
  }
}

function standSomewhere({ kinds, kindOf }: Compiled, state: PlanState, member: number): void {
  const free = state.bestFree(member)
  if (free >= 0) return state.put(member, free)
  const kind = kinds[at(kindOf, member)]
  let best = -1
  let fewest: number[] | null = null
  let looked = 0
  for (let choice = kind?.start ?? 0; choice < (kind?.end ?? 0) && looked < LOOKED_AT; choice += 1) {
    if (!state.inZone(member, choice)) continue
    looked += 1
    const out: number[] = []
    state.inTheWay(member, choice, out)
    if (out.some((other) => kinds[at(kindOf, other)]?.pinned)) continue
    if (!fewest || out.length < fewest.length) [best, fewest] = [choice, out]
  }
  if (!fewest) return
  for (const other of fewest) state.take(other)
  state.put(member, best)
  for (const other of fewest) {
    const elsewhere = state.bestFree(other)
    if (elsewhere >= 0) state.put(other, elsewhere)
  }
}

/** By delegation, its members, exhibitors by index. */
export const membersOf = ({ kinds, delegations }: Compiled): number[][] =>
  delegations.map((_, delegation) => kinds.filter((kind) => kind.delegation === delegation).flatMap(({ members }) => members))

/** By delegation, the zones in which any member has a choice. */
export function zonesOfDelegations({ kinds, delegations, blocks, block }: Compiled): number[][] {
  const zones = delegations.map(() => new Set<number>())
  for (const { delegation, start, end } of kinds)
    for (let choice = start; choice < end; choice += 1) zones[delegation]?.add(blocks[at(block, choice)]?.zone ?? -1)
  return zones.map((set) => [...set].sort((a, b) => a - b))
}
