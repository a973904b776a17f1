import { shuffled } from '~/domain/draws'
import { type Compiled, at } from './compiled'
import { PlanState } from './plan-state'
import { membersOf } from './rezone'
import { worthOf } from './score'

/**
 * A first valid plan: delegations, the largest first, go to the zone that is worth most to them and still has room;
 * then everybody takes the best free place, pinned exhibitors first, then delegations, then by tier, large stands
 * before small ones and equals as drawn.
 */
export function firstPlan(compiled: Compiled, draw: () => number, guide: Guide | null = null): Int32Array {
  const { kinds, kindOf, exhibitors } = compiled
  const state = new PlanState(compiled, guide?.order ?? null)
  if (guide) zonesByLoss(compiled, state, guide.loss)
  else giveZones(compiled, state)
  const drawn = shuffled(exhibitors.length, draw)
  const size = (exhibitor: number) => {
    const kind = kinds[at(kindOf, exhibitor)]
    return kind && kind.end > kind.start ? cellsOf(compiled, kind.start) : 0
  }
  const rank = (exhibitor: number) => {
    const kind = kinds[at(kindOf, exhibitor)]
    return kind?.pinned ? -2 : kind && kind.delegation >= 0 ? -1 : (kind?.tier ?? 0)
  }
  const order = [...drawn].sort((a, b) => rank(a) - rank(b) || size(b) - size(a))
  for (const exhibitor of order) {
    const choice = state.bestFree(exhibitor)
    if (choice >= 0) state.put(exhibitor, choice)
  }
  return state.chosen.slice()
}

/** What prices said: by choice how much less than the bound a plan with it can reach, and each kind's choices by that. */
export type Guide = { loss: Float64Array; order: Int32Array }

export function guideBy(compiled: Compiled, loss: Float64Array): Guide {
  const order = Int32Array.from(compiled.block.keys())
  for (const { start, end } of compiled.kinds) order.subarray(start, end).sort((a, b) => at(loss, a) - at(loss, b) || a - b)
  return { loss, order }
}

/** A delegation goes to the zone it loses least in; prices have parted the zones among the delegations already. */
function zonesByLoss({ kinds, blocks, block, delegations }: Compiled, state: PlanState, loss: Float64Array): void {
  const least = new Float64Array(delegations.length).fill(Infinity)
  for (const { delegation, start, end } of kinds) {
    if (delegation < 0) continue
    for (let choice = start; choice < end; choice += 1) {
      if (at(loss, choice) >= at(least, delegation)) continue
      least[delegation] = at(loss, choice)
      state.zoneOf[delegation] = blocks[at(block, choice)]?.zone ?? -1
    }
  }
}

const cellsOf = ({ blocks, block }: Compiled, choice: number) => blocks[at(block, choice)]?.cells.length ?? 0

function giveZones(compiled: Compiled, state: PlanState): void {
  const { kinds, kindOf, floor, blocks, block, value } = compiled
  const { placed, perUnit } = worthOf(compiled)
  const room = floor.zoneNames.map((_, zone) => floor.zone.filter((one) => one === zone).length)
  const groups = membersOf(compiled).map((members, delegation) => {
    const wants = new Map<number, { worth: number; cells: number }>()
    for (const member of members) {
      const kind = kinds[at(kindOf, member)]
      const seen = new Set<number>()
      for (let choice = kind?.start ?? 0; choice < (kind?.end ?? 0); choice += 1) {
        const zone = blocks[at(block, choice)]?.zone ?? -1
        // the first of a zone is its best
        if (seen.has(zone)) continue
        seen.add(zone)
        const want = wants.get(zone) ?? { worth: 0, cells: 0 }
        want.worth += (placed[kind?.tier ?? 0] ?? 0) + (perUnit[kind?.tier ?? 0] ?? 0) * at(value, choice)
        want.cells += cellsOf(compiled, choice)
        wants.set(zone, want)
      }
    }
    return { delegation, wants: [...wants].sort(([a, one], [b, two]) => two.worth - one.worth || a - b), size: members.length }
  })
  for (const { delegation, wants } of groups.sort((a, b) => b.size - a.size || a.delegation - b.delegation)) {
    const [zone, { cells } = { cells: 0 }] = wants.find(([one, want]) => (room[one] ?? 0) >= want.cells) ?? wants[0] ?? [-1]
    state.zoneOf[delegation] = zone
    if (zone >= 0) room[zone] = (room[zone] ?? 0) - cells
  }
}
