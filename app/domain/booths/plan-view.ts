import { Temporal } from 'temporal-polyfill'
import { around, areaOf } from './rect'
import type { Rect } from './rect'
import { openingsOf } from './openings'
import type { Side } from './openings'
import { quoteFor } from './quote'
import type { Priced, Quote } from './quote'
import type { Expo } from './section'
import type { Floor, Hall, Stand } from './stand'

export type UnitState = 'free' | 'mine' | 'held' | 'reserved' | 'sold' | 'kept'

export interface Claimed {
  id: string
  exhibitorId: string
  status: 'HELD' | 'RESERVED' | 'CONFIRMED'
  nameZh: string
  nameEn: string
  numbers: readonly string[]
  expiresAt: Date | null
}

/** What the plan draws as one: a free booth, or all that one claim covers. Area in square decimetres. */
export interface Unit {
  numbers: string[]
  zone: string | null
  kind: 'standard' | 'raw'
  rects: Rect[]
  box: Rect
  area: number
  openings: Side[]
  state: UnitState
  /** the exhibitor, where it is public: confirmed stands and one's own */
  name: { zh: string; en: string } | null
  claimId: string | null
  /** when one's own click hold ends */
  until: Date | null
}

/** The stands of a hall as the person looking at it may see them, in reading order. `mine` is the exhibitor who looks. */
export function unitsOf(hall: Hall, claims: readonly Claimed[], mine: string | null): Unit[] {
  const claimOf = new Map(claims.flatMap((claim) => claim.numbers.map((number) => [number, claim] as const)))
  const drawn = new Set<Claimed>()
  return hall.stands.flatMap((stand) => {
    const claim = claimOf.get(stand.number)
    if (!claim) return [unit(hall, [stand], stand.forSale ? 'free' : 'kept', null, mine)]
    if (drawn.has(claim)) return []
    drawn.add(claim)
    const stands = hall.stands.filter(({ number }) => claim.numbers.includes(number))
    return [unit(hall, stands, stateOf(claim, mine), claim, mine)]
  })
}

function stateOf({ status, exhibitorId }: Claimed, mine: string | null): UnitState {
  if (exhibitorId === mine) return 'mine'
  return status === 'CONFIRMED' ? 'sold' : status === 'RESERVED' ? 'reserved' : 'held'
}

function unit(hall: Hall, stands: readonly Stand[], state: UnitState, claim: Claimed | null, mine: string | null): Unit {
  const rects = stands.flatMap((stand) => stand.rects)
  const box = around(rects)
  const own = claim?.exhibitorId === mine
  return {
    numbers: stands.map(({ number }) => number),
    zone: stands[0]?.zone ?? null,
    kind: stands[0]?.kind ?? 'standard',
    rects,
    box,
    area: areaOf(rects),
    openings: stands.length === 1 && stands[0] ? stands[0].openings : openingsOfPiece(hall, stands),
    state,
    name: claim && (own || claim.status === 'CONFIRMED') ? { zh: claim.nameZh, en: claim.nameEn } : null,
    claimId: own ? (claim?.id ?? null) : null,
    until: own && claim?.status === 'HELD' ? claim.expiresAt : null,
  }
}

/** The open sides of several stands taken as one. */
function openingsOfPiece({ plan, stands }: Hall, piece: readonly Stand[]): Side[] {
  const others = stands.filter(({ source, number }) => !source.inText && !piece.some((own) => own.number === number))
  return openingsOf(
    around(piece.flatMap(({ rects }) => rects)),
    plan,
    others.flatMap(({ rects }) => rects),
  )
}

export type Buyer = Pick<Priced, 'currency' | 'editions'>

/** The quote for booths of a floor taken as one stand, at an instant; null when there are none or no price fits. */
export function quoteForBooths(
  { floor, prices, timezone }: { floor: Floor; prices: Expo['prices']; timezone: string },
  numbers: readonly string[],
  buyer: Buyer,
  now: Date,
): Quote | null {
  const hall = floor.halls.find(({ stands }) => stands.some(({ number }) => number === numbers[0]))
  const stands = hall?.stands.filter(({ number }) => numbers.includes(number)) ?? []
  const [first] = stands
  if (!hall || !first || stands.length < numbers.length) return null
  return quoteFor(prices, {
    kind: first.kind,
    zone: first.zone,
    area: areaOf(stands.flatMap(({ rects }) => rects)),
    booths: stands.length,
    openings: (stands.length === 1 ? first.openings : openingsOfPiece(hall, stands)).length,
    ...buyer,
    local: localText(now, timezone),
  })
}

/** An instant in a zone as `2026-11-20T17:00:00`. */
const localText = (now: Date, timezone: string) =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone).toPlainDateTime().toString({ smallestUnit: 'second' })

/** What a visitor narrows the plan to; absent means everything. Area in m², price in whole units of the buyer's currency. */
export interface PlanFilter {
  zone?: string
  area?: number
  openings?: number
  price?: number
  free?: boolean
  search?: string
}

export function fitsFilter(shown: Unit, total: bigint | null, filter: PlanFilter): boolean {
  const { zone, area, openings, price, free, search } = filter
  if (zone !== undefined && shown.zone !== zone) return false
  if (area !== undefined && shown.area < area * 100) return false
  if (openings !== undefined && shown.openings.length < openings) return false
  if (price !== undefined && (total === null || total > BigInt(price) * 100n)) return false
  if (free && shown.state !== 'free') return false
  if (search === undefined) return true
  const words = [...shown.numbers, shown.name?.zh ?? '', shown.name?.en ?? ''].join(' ').toLowerCase()
  return words.includes(search.toLowerCase())
}
