import { type Compiled, at } from './compiled'

/** What is wrong with a plan, a line each; none for a plan that keeps every rule. Counted anew, from the floor alone. */
export function planFaults(
  { exhibitors, kinds, kindOf, kindOfChoice, blocks, block, floor, categories }: Compiled,
  plan: Int32Array,
): string[] {
  const faults: string[] = []
  const holder = new Map<number, number>()
  const zones = new Map<number, Set<number>>()
  const nameOf = (exhibitor: number) => exhibitors[exhibitor]?.id ?? ''
  for (const [exhibitor, choice] of plan.entries()) {
    const kind = kinds[at(kindOf, exhibitor)]
    if (choice < 0) {
      if (kind?.pinned) faults.push(`${nameOf(exhibitor)} is pinned and stands nowhere`)
      continue
    }
    if (at(kindOfChoice, choice) !== at(kindOf, exhibitor)) faults.push(`${nameOf(exhibitor)} stands where it never asked to`)
    const place = blocks[at(block, choice)]
    for (const cell of place?.cells ?? []) {
      if (holder.has(cell)) faults.push(`${floor.ids[cell] ?? ''} is given twice`)
      holder.set(cell, exhibitor)
    }
    if (kind && kind.delegation >= 0 && place) zones.set(kind.delegation, (zones.get(kind.delegation) ?? new Set()).add(place.zone))
  }
  for (const [cell, exhibitor] of holder)
    for (const next of floor.neighbours[cell] ?? []) {
      const other = holder.get(next)
      if (other === undefined || other === exhibitor) continue
      const category = kinds[at(kindOf, exhibitor)]?.category ?? -1
      if (category >= 0 && kinds[at(kindOf, other)]?.category === category)
        faults.push(`${nameOf(exhibitor)} and ${nameOf(other)}, both ${categories[category] ?? ''}, stand side by side`)
    }
  for (const set of zones.values()) if (set.size > 1 || set.has(-1)) faults.push('a delegation stands in several zones')
  return faults
}
