import type pg from 'pg'
import { canonicalBody } from '~/domain/ledger/chain'
import { TURNS } from '~/queue.server'
import type { BoothPiece } from './piece'

/** The hot path of the opening second: bare SQL on prepared statements. Nothing else in booths goes around Prisma. */

const LIVE = `"status" in ('HELD', 'RESERVED', 'CONFIRMED')`

export type ClaimFrame = {
  open: boolean
  /** the office acts for the exhibitor, or the person is one of the company's */
  mine: boolean
  holds: number
  holdFor: string | null
  booths: BoothPiece[]
  taken: string[]
}

/**
 * Reads, without locking, all a claim is decided by: a booth that is taken now is refused at once, and only what looks
 * free goes on to lock. Null when there is no such exhibitor.
 */
export async function readFrame(
  pool: pg.Pool,
  { eventId, exhibitorId, personId, booths }: { eventId: string; exhibitorId: string; personId: string | null; booths: readonly string[] },
): Promise<ClaimFrame | null> {
  const { rows } = await pool.query<ClaimFrame>({
    name: 'booths-claim-frame',
    text: `select e."status" = 'open' and (e."opensAt" is null or e."opensAt" <= now()) and (e."closesAt" is null or e."closesAt" >= now()) as "open",
             $3::text is null or exists (select 1 from "CompanyMember" m where m."companyId" = x."companyId" and m."personId" = $3) as "mine",
             (select count(*)::int from "BoothClaim" c where c."eventId" = $1 and c."exhibitorId" = $2 and c."status" = 'HELD'
                and c."expiresAt" > now()) as "holds",
             e."config"->'expo'->'holds'->>'click' as "holdFor",
             coalesce((select json_agg(json_build_object('number', b."number", 'hall', b."hallId", 'zone', b."zoneId", 'kind', b."kind",
                'rects', b."rects", 'forSale', b."forSale") order by b."position")
                from "Booth" b where b."eventId" = $1 and b."number" = any($4) and not b."retired"), '[]') as "booths",
             array(select distinct r."boothNumber" from "ClaimRect" r join "BoothClaim" c on c."eventId" = r."eventId" and c."id" = r."claimId"
                where r."eventId" = $1 and r."boothNumber" = any($4) and (c."status" = 'CONFIRMED'
                  or (c."status" in ('HELD', 'RESERVED') and c."expiresAt" > now())) order by 1) as "taken"
           from "Exhibitor" x join "Event" e on e."id" = x."eventId" where x."eventId" = $1 and x."id" = $2`,
    values: [eventId, exhibitorId, personId, booths],
  })
  return rows[0] ?? null
}

/** Locks the booths in the order of their numbers, always the same, and says how many of them still stand. */
export async function lockBooths(client: pg.PoolClient, eventId: string, booths: readonly string[]): Promise<number> {
  const { rowCount } = await client.query({
    name: 'booths-lock',
    text: `select 1 from "Booth" where "eventId" = $1 and "number" = any($2) and not "retired" and "forSale" order by "number" for update`,
    values: [eventId, booths],
  })
  return rowCount ?? 0
}

/** Ends holds and reservations past their time on this floor, by the clock of the database, each with its ledger row. */
export async function expireStale(client: pg.PoolClient, eventId: string, booths: readonly string[]): Promise<void> {
  await client.query({
    name: 'booths-expire',
    text: `with floor as (
             select b."hallId", (f->>'x')::int as l, (f->>'x')::int + (f->>'width')::int as r, (f->>'y')::int as t, (f->>'y')::int + (f->>'depth')::int as b
             from "Booth" b, jsonb_array_elements(b."rects") f where b."eventId" = $1 and b."number" = any($2)),
           stale as (
             select c."id" from "BoothClaim" c
             where c."eventId" = $1 and c."status" in ('HELD', 'RESERVED') and c."expiresAt" <= clock_timestamp()
               and exists (select 1 from "ClaimRect" k join floor on k."hallId" = floor."hallId"
                             and int4range(k."left", k."right") && int4range(floor.l, floor.r)
                             and int4range(k."top", k."bottom") && int4range(floor.t, floor.b)
                           where k."eventId" = $1 and k."claimId" = c."id" and k.${LIVE})
             order by c."id" for update of c),
           ended as (
             update "BoothClaim" c set "status" = 'EXPIRED', "endedAt" = clock_timestamp() from stale
             where c."eventId" = $1 and c."id" = stale."id" returning c."id", c."exhibitorId")
           insert into "LedgerRow" ("eventId", "action", "body")
           select $1, 'booth.expired', '{"claim":"' || "id" || '","exhibitor":"' || "exhibitorId" || '"}' from ended`,
    values: [eventId, booths],
  })
}

export type NewHold = {
  eventId: string
  claimId: string
  exhibitorId: string
  personId: string | null
  booths: readonly string[]
  holdSeconds: number
}

/**
 * The hold with its rectangles and its ledger row, all or nothing; the exclusion constraint has the last word. Sealing is asked
 * for only when the rectangles are in: an insert waits for whoever is giving the same floor back, who waits for that job.
 */
export async function insertHold(
  client: pg.PoolClient,
  { eventId, claimId, exhibitorId, personId, booths, holdSeconds }: NewHold,
): Promise<Date> {
  const { rows } = await client.query<{ expiresAt: Date }>({
    name: 'booths-hold',
    text: `with claim as (
             insert into "BoothClaim" ("eventId", "id", "exhibitorId", "status", "heldAt", "expiresAt")
             values ($1, $2, $3, 'HELD', clock_timestamp(), clock_timestamp() + make_interval(secs => $5)) returning "expiresAt"),
           covered as (
             insert into "ClaimRect" ("eventId", "claimId", "place", "status", "hallId", "boothNumber", "left", "right", "top", "bottom")
             select $1, $2, row_number() over (order by b."number", f->>'y', f->>'x'), 'HELD', b."hallId", b."number",
                    (f->>'x')::int, (f->>'x')::int + (f->>'width')::int, (f->>'y')::int, (f->>'y')::int + (f->>'depth')::int
             from "Booth" b, jsonb_array_elements(b."rects") f where b."eventId" = $1 and b."number" = any($4) returning 1),
           recorded as (insert into "LedgerRow" ("eventId", "action", "body") values ($1, 'booth.held', $6)),
           asked as (
             select graphile_worker.add_job('seal-ledger', payload := json_build_object('eventId', $1::text),
                      run_at := now() + interval '1 second', max_attempts := 12, priority := ${TURNS['seal-ledger'].priority},
                      job_key := 'seal-ledger:' || $1, job_key_mode := 'preserve_run_at')
             where (select count(*) from covered) > 0
               and not exists (select 1 from graphile_worker.jobs j where j."key" = 'seal-ledger:' || $1 and j.locked_at is null
                                 and j.run_at > now() + interval '200 milliseconds')
               and pg_try_advisory_xact_lock(hashtextextended('ask-seal:' || $1, 0)))
           select "expiresAt" from claim left join asked on true`,
    values: [
      eventId,
      claimId,
      exhibitorId,
      booths,
      holdSeconds,
      canonicalBody({ claim: claimId, exhibitor: exhibitorId, booths, by: personId }),
    ],
  })
  const [row] = rows
  if (!row) throw new Error('a hold that was inserted has no row')
  return row.expiresAt
}
