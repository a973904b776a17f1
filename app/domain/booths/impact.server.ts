import type { Reader } from '~/db.server'
import { NAMED_ROWS } from '~/domain/events/impact'
import type { Obstacle } from '~/domain/events/impact'
import { readFloor } from './floor'
import type { Expo } from './section'

type Question = { reader: Reader; eventId: string; expo: Expo | undefined }
type Claimed = { hallId: string; number: string; left: number; right: number; top: number; bottom: number }

/**
 * Booths that somebody holds, has reserved or confirmed, and that the file would move, change in size, take off sale or
 * remove. A hold past its time is none, by the database's clock.
 */
export async function boothsImpact({ reader, eventId, expo }: Question): Promise<Obstacle[]> {
  const claimed = await reader.$queryRaw<Claimed[]>`
    select r."hallId", r."boothNumber" as "number", r."left", r."right", r."top", r."bottom"
    from "ClaimRect" r join "BoothClaim" c on c."eventId" = r."eventId" and c."id" = r."claimId"
    where r."eventId" = ${eventId} and r."boothNumber" is not null
      and (c."status" = 'CONFIRMED' or (c."status" in ('HELD', 'RESERVED') and c."expiresAt" > clock_timestamp()))
    order by r."boothNumber"`
  if (claimed.length === 0) return []
  const stands = new Map((expo ? readFloor(expo).floor.halls : []).flatMap((hall) => hall.stands).map((stand) => [stand.number, stand]))
  const lost = new Set<string>()
  for (const { number, hallId, left, right, top, bottom } of claimed) {
    const stand = stands.get(number)
    const there = stand?.rects.some(({ x, y, width, depth }) => x === left && y === top && x + width === right && y + depth === bottom)
    if (!stand || !there || stand.hall !== hallId || !stand.forSale) lost.add(number)
  }
  if (lost.size === 0) return []
  const rows = [...lost]
  return [{ path: 'expo.halls', reason: 'booth-claimed', id: rows[0] ?? '', rows: rows.slice(0, NAMED_ROWS), count: rows.length }]
}
