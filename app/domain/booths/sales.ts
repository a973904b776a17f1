import type { Floor } from './stand'

export interface SoldClaim {
  status: 'HELD' | 'RESERVED' | 'CONFIRMED'
  numbers: readonly string[]
  totalMinor: bigint | null
  currency: string | null
}

/** Booths by state, and what is reserved or confirmed: area in square decimetres, amounts in minor units by currency. */
export interface ZoneSales {
  zone: string | null
  free: number
  held: number
  reserved: number
  confirmed: number
  area: number
  amounts: Record<string, bigint>
}

const counted = { HELD: 'held', RESERVED: 'reserved', CONFIRMED: 'confirmed' } as const

/** The sales of each zone in the order of the file, what has no zone last; what the organiser furnishes is left out. */
export function salesByZone(floor: Floor, zones: readonly string[], claims: readonly SoldClaim[]): ZoneSales[] {
  const rows = new Map<string | null, ZoneSales>([...zones, null].map((zone) => [zone, empty(zone)]))
  const claimOf = new Map(claims.flatMap((claim) => claim.numbers.map((number) => [number, claim] as const)))
  for (const stand of floor.halls.flatMap(({ stands }) => stands)) {
    const row = rows.get(stand.zone)
    if (!row || !stand.forSale) continue
    const claim = claimOf.get(stand.number)
    row[claim ? counted[claim.status] : 'free'] += 1
    if (!claim || claim.status === 'HELD') continue
    row.area += stand.area
    // the whole amount of a claim counts once, where its first booth stands
    if (claim.numbers[0] === stand.number && claim.totalMinor !== null && claim.currency !== null) {
      row.amounts[claim.currency] = (row.amounts[claim.currency] ?? 0n) + claim.totalMinor
    }
  }
  return [...rows.values()].filter(({ free, held, reserved, confirmed }) => free + held + reserved + confirmed > 0)
}

const empty = (zone: string | null): ZoneSales => ({ zone, free: 0, held: 0, reserved: 0, confirmed: 0, area: 0, amounts: {} })

/** All rows as one. */
export function sumOfSales(rows: readonly ZoneSales[]): ZoneSales {
  const sum = empty(null)
  for (const row of rows) {
    sum.free += row.free
    sum.held += row.held
    sum.reserved += row.reserved
    sum.confirmed += row.confirmed
    sum.area += row.area
    for (const [currency, minor] of Object.entries(row.amounts)) sum.amounts[currency] = (sum.amounts[currency] ?? 0n) + minor
  }
  return sum
}
