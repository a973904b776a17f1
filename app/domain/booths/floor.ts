import { drawnStands } from './drawn-stands'
import type { FloorFault } from './floor-fault'
import { checkNumbers, checkStands } from './check-stands'
import { openingsOf } from './openings'
import { decimetres, hallRect, readPlan } from './read-plan'
import type { Plan } from './read-plan'
import { areaOf, around } from './rect'
import type { Expo, HallPlan } from './section'
import type { Floor, Hall, Stand } from './stand'

/**
 * The floor an event file draws: halls with their stands in decimetres, each with the sides that face an aisle. Never
 * throws; a hall whose drawing cannot be read is left out and `faults` say why. Stands are in reading order.
 */
export function readFloor(expo: Pick<Expo, 'halls' | 'zones' | 'stands'>): { floor: Floor; faults: FloorFault[] } {
  const faults: FloorFault[] = []
  const halls: Hall[] = []
  for (const [index, hall] of expo.halls.entries()) {
    const path = ['expo', 'halls', index]
    const read = readPlan(hall, path)
    faults.push(...read.faults)
    if (!read.plan) continue
    const made = { id: hall.id, plan: read.plan, bounds: hallRect(read.plan), stands: standsOf(hall, read.plan, expo, path) }
    faults.push(...checkStands(made, expo.stands))
    halls.push(made)
  }
  faults.push(...checkNumbers(halls.flatMap(({ stands }) => stands)))
  return { floor: { halls }, faults }
}

function standsOf(hall: HallPlan, plan: Plan, { zones }: Pick<Expo, 'zones'>, path: readonly PropertyKey[]): Stand[] {
  const sold = (zone: string | null) => zones.find(({ id }) => id === zone)?.forSale ?? true
  const drawn = drawnStands(plan, hall).map(({ number, kind, letter, rects, row, column }) => {
    const zone = hall.letters[letter] ?? null
    return { number, zone, kind, rects, source: { path: [...path, 'plan'], inText: { row, column } } }
  })
  const listed = hall.also.map(({ id, at: [x, y], size: [width, depth], zone, kind }, index) => ({
    number: `${hall.prefix ?? ''}${id}`,
    zone,
    kind,
    rects: [{ x: decimetres(x), y: decimetres(y), width: decimetres(width), depth: decimetres(depth) }],
    source: { path: [...path, 'also', index] },
  }))
  const built = listed.flatMap(({ rects }) => rects)
  return [...drawn, ...listed].map((stand) => ({
    ...stand,
    hall: hall.id,
    area: areaOf(stand.rects),
    openings: openingsOf(around(stand.rects), plan, built),
    forSale: sold(stand.zone),
  }))
}
