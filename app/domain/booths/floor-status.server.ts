import { db } from '~/db.server'

/** A live claim as the floor shows it. Who holds or has reserved is nobody else's business; who has confirmed is in the directory. */
export interface LiveClaim {
  id: string
  exhibitorId: string
  status: 'HELD' | 'RESERVED' | 'CONFIRMED'
  expiresAt: Date | null
  nameZh: string
  nameEn: string
  numbers: string[]
  /** the accepted quote, of reservations and confirmed stands */
  totalMinor: bigint | null
  currency: string | null
}

/** Every live claim of an event in one query; a hold past its time is none, by the clock of the database. */
export function liveClaims(eventId: string): Promise<LiveClaim[]> {
  return db.$queryRaw<LiveClaim[]>`
    select c."id", c."exhibitorId", c."status"::text as "status", c."expiresAt", c."totalMinor", c."currency", f."nameZh", f."nameEn",
           array_agg(distinct r."boothNumber" order by r."boothNumber") filter (where r."boothNumber" is not null) as "numbers"
    from "BoothClaim" c
    join "ClaimRect" r on r."eventId" = c."eventId" and r."claimId" = c."id"
    join "Exhibitor" x on x."eventId" = c."eventId" and x."id" = c."exhibitorId"
    join "Company" f on f."id" = x."companyId"
    where c."eventId" = ${eventId}
      and (c."status" = 'CONFIRMED' or (c."status" in ('HELD', 'RESERVED') and c."expiresAt" > clock_timestamp()))
    group by c."eventId", c."id", f."id" order by c."heldAt", c."id" limit 5000`
}

export interface OwnExhibitor {
  id: string
  currency: 'CNY' | 'USD'
  editions: number
  nameZh: string
  nameEn: string
}

/** The company by which a person exhibits at an event; null when there is none yet. */
export async function exhibitorOf(eventId: string, personId: string): Promise<OwnExhibitor | null> {
  const row = await db.exhibitor.findFirst({
    where: { eventId, company: { people: { some: { personId } } } },
    orderBy: { createdAt: 'asc' },
    select: { id: true, currency: true, editions: true, company: { select: { nameZh: true, nameEn: true } } },
  })
  return row && { id: row.id, currency: row.currency === 'USD' ? 'USD' : 'CNY', editions: row.editions, ...row.company }
}
