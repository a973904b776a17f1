import type { Tx } from '~/db.server'
import type { ClaimStatus } from './claim-state'

export interface LockedClaim {
  id: string
  exhibitorId: string
  status: ClaimStatus
  /** past its time by the clock of the database, whether or not anything has ended it yet */
  stale: boolean
  /** the person asking is one of the company's */
  mine: boolean
}

/** A claim, locked until the transaction ends; null when the event has none of this id. */
export async function lockClaim(tx: Tx, eventId: string, claimId: string, personId: string | null): Promise<LockedClaim | null> {
  const [claim] = await tx.$queryRaw<LockedClaim[]>`
    select c."id", c."exhibitorId", c."status"::text as "status",
           c."status" in ('HELD', 'RESERVED') and c."expiresAt" <= clock_timestamp() as "stale",
           exists (select 1 from "Exhibitor" x join "CompanyMember" m on m."companyId" = x."companyId"
                   where x."eventId" = c."eventId" and x."id" = c."exhibitorId" and m."personId" = ${personId}) as "mine"
    from "BoothClaim" c where c."eventId" = ${eventId} and c."id" = ${claimId} for update of c`
  return claim ?? null
}
