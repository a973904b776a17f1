import { alternatives } from '~/domain/booths/alternatives'
import { claimBooths } from '~/domain/booths/claim-booths.server'
import type { ClaimRefusal } from '~/domain/booths/claim-booths.server'
import { readFloor } from '~/domain/booths/floor'
import { liveClaims } from '~/domain/booths/floor-status.server'
import type { OwnExhibitor } from '~/domain/booths/floor-status.server'
import { lengthInSeconds } from '~/domain/booths/hold-length'
import { quoteForBooths } from '~/domain/booths/plan-view'
import { releaseClaim } from '~/domain/booths/release-claim.server'
import { reserveClaim } from '~/domain/booths/reserve-claim.server'
import type { Expo } from '~/domain/booths/section'

export const RESERVATION = 5 * 86_400

type Acted = { eventId: string; expo: Expo; timezone: string; own: OwnExhibitor; personId: string; now: Date }

/** A refusal as the page tells it: `taken` and `instead` are booth numbers. */
export type Refused = {
  reason: ClaimRefusal | 'taken' | 'no-quote' | 'gone' | 'lapsed' | 'confirmed'
  taken?: string[]
  instead?: string[][]
}

/** Takes booths on a click hold; what is taken comes with the nearest that are free. Null when it is done. */
export async function hold({ eventId, expo, own, personId }: Acted, booths: readonly string[]): Promise<Refused | null> {
  const outcome = await claimBooths({ eventId, exhibitorId: own.id, personId, booths })
  if (outcome.ok) return null
  if (outcome.reason !== 'taken') return { reason: outcome.reason }
  const claims = await liveClaims(eventId)
  const wantedNumbers = [...new Set(booths)].sort().join()
  // a button that was pressed twice: what it asked for is one's own already
  if (claims.some(({ exhibitorId, numbers }) => exhibitorId === own.id && [...numbers].sort().join() === wantedNumbers)) return null
  const taken = new Set(claims.flatMap(({ numbers }) => numbers))
  const stands = readFloor(expo).floor.halls.flatMap((hall) => hall.stands)
  const wanted = stands.filter(({ number }) => booths.includes(number))
  const free = stands.filter(({ number }) => !taken.has(number))
  return { reason: 'taken', taken: outcome.taken, instead: alternatives(wanted, free) }
}

/** Submits a hold at the quote of this moment. */
export async function reserve({ eventId, expo, timezone, own, personId, now }: Acted, claimId: string): Promise<Refused | null> {
  const claim = (await liveClaims(eventId)).find(({ id, exhibitorId }) => id === claimId && exhibitorId === own.id)
  if (!claim) return { reason: 'lapsed' }
  const { floor } = readFloor(expo)
  const quote = quoteForBooths({ floor, prices: expo.prices, timezone }, claim.numbers, own, now)
  if (!quote) return { reason: 'no-quote' }
  const forSeconds = lengthInSeconds(expo.holds?.reservation) ?? RESERVATION
  const outcome = await reserveClaim({ eventId, claimId, personId, quote, forSeconds })
  return outcome.ok ? null : { reason: outcome.reason }
}

export async function release({ eventId, personId }: Acted, claimId: string): Promise<Refused | null> {
  const outcome = await releaseClaim({ eventId, claimId, personId })
  return outcome.ok ? null : { reason: outcome.reason }
}
