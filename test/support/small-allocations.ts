import fc from 'fast-check'
import type { Allocation } from '~/domain/booths/allocation/answer'
import { type AllocationProblem, type ExhibitorToPlace, LEVELS } from '~/domain/booths/allocation/problem'

/** A problem with nothing in it but what is said. */
export const problemOf = (part: Partial<AllocationProblem>): AllocationProblem => ({
  cells: [],
  exhibitors: [],
  sensitiveCategories: [],
  objective: ['placed', 'tier-regret', 'value'],
  tiers: [],
  pins: [],
  seed: 0,
  timeLimitSeconds: 60,
  ...part,
})

/** Every plan there is, the best by the levels: what the answer must equal. Written from the rules alone. */
export function bestByTrying(problem: AllocationProblem): number[] | null {
  const { cells, exhibitors, sensitiveCategories, pins, objective, tiers } = problem
  const cell = new Map(cells.map((one) => [one.id, one]))
  const beside = (a: string, b: string) => {
    const [one, two] = [cell.get(a), cell.get(b)]
    return one !== undefined && two !== undefined && one.hall === two.hall && Math.abs(one.x - two.x) + Math.abs(one.y - two.y) === 1
  }
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join()
  const tierOf = ({ points = 0 }: ExhibitorToPlace) => [...tiers, -Infinity].findIndex((least) => points >= least)
  let best: number[] | null = null
  const chosen: ({ cells: readonly string[]; value: number } | null)[] = []
  const fits = (index: number, place: { cells: readonly string[] }) =>
    chosen.slice(0, index).every((other, before) => {
      if (!other) return true
      const [mine, theirs] = [exhibitors[index], exhibitors[before]]
      if (place.cells.some((id) => other.cells.includes(id))) return false
      const rivals = mine?.category !== undefined && mine.category === theirs?.category && sensitiveCategories.includes(mine.category)
      if (rivals && place.cells.some((a) => other.cells.some((b) => beside(a, b)))) return false
      const together = mine?.delegation !== undefined && mine.delegation === theirs?.delegation
      return !together || cell.get(place.cells[0] ?? '')?.zone === cell.get(other.cells[0] ?? '')?.zone
    })
  const score = () =>
    objective.flatMap((level): number[] => {
      const got = (index: number) => chosen[index]?.value ?? 0
      if (level === 'placed') return [chosen.filter(Boolean).length]
      if (level === 'value') return [exhibitors.reduce((sum, _, index) => sum + got(index), 0)]
      return [...tiers, -Infinity].map((_, tier) =>
        exhibitors.reduce((sum, one, index) => {
          const most = Math.max(...(one.placements ?? []).map(({ value }) => value))
          return tierOf(one) === tier && one.placements?.length ? sum - (most - got(index)) : sum
        }, 0),
      )
    })
  const tryFrom = (index: number) => {
    const exhibitor = exhibitors[index]
    if (!exhibitor) {
      const reached = score()
      const first = reached.findIndex((one, level) => one !== best?.[level])
      if (!best || (first >= 0 && (reached[first] ?? 0) > (best[first] ?? 0))) best = reached
      return
    }
    const mine = pins.filter((pin) => pin.exhibitor === exhibitor.id)
    for (const place of exhibitor.placements ?? []) {
      if (!mine.every((pin) => same(pin.cells, place.cells)) || !fits(index, place)) continue
      if (exhibitor.delegation !== undefined && new Set(place.cells.map((id) => cell.get(id)?.zone)).size > 1) continue
      chosen[index] = place
      tryFrom(index + 1)
    }
    chosen[index] = null
    if (mine.length === 0) tryFrom(index + 1)
  }
  tryFrom(0)
  return best
}

/** What is wrong with an answer, by the rules alone. */
export function faultsOf(
  { cells, exhibitors, sensitiveCategories, pins }: AllocationProblem,
  { placements, unplaced }: Allocation,
): string[] {
  const faults: string[] = []
  const cell = new Map(cells.map((one) => [one.id, one]))
  const of = new Map(exhibitors.map((one) => [one.id, one]))
  const holder = new Map<string, string>()
  const zones = new Map<string, Set<string | undefined>>()
  for (const { exhibitor, cells: given } of placements)
    for (const id of given) {
      if (holder.has(id)) faults.push(`${id} twice`)
      holder.set(id, exhibitor)
      const delegation = of.get(exhibitor)?.delegation
      if (delegation !== undefined) zones.set(delegation, (zones.get(delegation) ?? new Set()).add(cell.get(id)?.zone))
    }
  for (const [delegation, set] of zones) if (set.size > 1) faults.push(`${delegation} in several zones`)
  for (const [a, one] of holder)
    for (const [b, two] of holder) {
      const [from, to] = [cell.get(a), cell.get(b)]
      const category = of.get(one)?.category
      if (one === two || !from || !to || category === undefined || category !== of.get(two)?.category) continue
      const beside = from.hall === to.hall && Math.abs(from.x - to.x) + Math.abs(from.y - to.y) === 1
      if (beside && sensitiveCategories.includes(category)) faults.push(`${one} beside ${two}`)
    }
  for (const pin of pins)
    if (
      !placements.some(
        ({ exhibitor, cells: given }) => exhibitor === pin.exhibitor && [...given].sort().join() === [...pin.cells].sort().join(),
      )
    )
      faults.push(`${pin.exhibitor} not where pinned`)
  if (placements.length + unplaced.length !== exhibitors.length) faults.push('somebody is missing')
  if ([...placements, ...unplaced].some(({ why }) => why === '')) faults.push('somebody is not told why')
  return faults
}

/** Up to eight cells in two rows and two zones, up to five exhibitors, all rules at once. */
export const smallProblem = fc
  .record({
    floor: fc.uniqueArray(fc.record({ x: fc.nat(3), y: fc.nat(1) }), { minLength: 1, maxLength: 8, selector: ({ x, y }) => `${x} ${y}` }),
    exhibitors: fc.array(
      fc.record({
        points: fc.constantFrom(0, 6, 12),
        delegation: fc.constantFrom(undefined, undefined, 'D1', 'D2'),
        category: fc.constantFrom(undefined, 'sock', 'yarn'),
        wants: fc.array(fc.record({ cell: fc.nat(7), more: fc.boolean(), value: fc.constantFrom(-3, 0, 1, 2.5, 5, 5, 9, 9.25) }), {
          maxLength: 4,
        }),
      }),
      { maxLength: 5 },
    ),
    order: fc.shuffledSubarray([...LEVELS], { minLength: 1 }),
    tiers: fc.constantFrom([], [10], [10, 5]),
    pins: fc.array(fc.tuple(fc.nat(4), fc.nat(3)), { maxLength: 2 }),
    seed: fc.nat(3),
  })
  .map(({ floor, exhibitors, order, tiers, pins, seed }): AllocationProblem => {
    const cells = floor.map(({ x, y }) => ({ id: `${x}${y}`, hall: 'H', x, y, zone: x < 2 ? 'left' : 'right' }))
    const rows = exhibitors.map(({ wants, ...one }, index): ExhibitorToPlace => {
      const placements = new Map<string, { cells: string[]; value: number }>()
      for (const { cell, more, value } of wants) {
        const first = floor[cell % floor.length]
        const next = floor.find(({ x, y }) => first && x === first.x + 1 && y === first.y)
        const block = [first, more ? next : undefined].flatMap((place) => (place ? [`${place.x}${place.y}`] : []))
        placements.set(block.join(), { cells: block, value })
      }
      return { id: `E${index}`, ...one, placements: [...placements.values()] }
    })
    const pinned = pins.flatMap(([who, which]) => {
      const exhibitor = rows[who]
      const place = exhibitor?.placements?.[which]
      return exhibitor && place ? [{ exhibitor: exhibitor.id, cells: place.cells }] : []
    })
    return problemOf({ cells, exhibitors: rows, sensitiveCategories: ['sock'], objective: order, tiers, pins: pinned, seed })
  })
