import type pg from 'pg'
import { DECIDING } from '~/domain/events/stage-state'
import { canonicalBody } from '~/domain/ledger/chain'
import { TURNS } from '~/queue.server'
import type { LateWrite, MarkEvent, MarkTarget, MarkWrite } from './settle-marks'

/**
 * The hot path of the desk: bare SQL on prepared statements, four round trips a batch whatever its size. Nothing
 * else in judging goes around Prisma.
 */

export type SeatKey = { eventId: string; stageId: string; seatId: string }

type SeatRow = {
  personId: string | null
  scoring: boolean
  removed: boolean
  declared: boolean
  locked: boolean
}

/** Locks a seat so that its batches come one after another, and no sheet is signed or stage closed in between. */
export async function lockSeat(client: pg.PoolClient, { eventId, stageId, seatId }: SeatKey): Promise<SeatRow | null> {
  const { rows } = await client.query<SeatRow>({
    name: 'desk-lock-seat',
    text: `select "personId", "scoring", "removedAt" is not null as "removed", "declaredAt" is not null as "declared",
                  "lockedAt" is not null as "locked"
           from "JudgeSeat" where "eventId" = $1 and "stageId" = $2 and "id" = $3 for no key update`,
    values: [eventId, stageId, seatId],
  })
  return rows[0] ?? null
}

/** `state` is closed as well between a first pass and the marks; `voting`: the sheet holds votes now; `live`: a final that is watched. */
export type StageRow = { state: 'upcoming' | 'open' | 'closed' | 'published'; voting: boolean; live: boolean; rulebookHash: string | null }

type TargetRow = StageRow & {
  entryId: string | null
  recused: boolean
  revealed: boolean
  value: string | null
  markId: string | null
  markedAt: Date | null
}

/**
 * The stage, and for every (code, criterion) asked for its work and the mark that stands, in the order asked. Each is
 * looked up by its key (`limit 1` keeps the planner from joining whole tables before it has statistics).
 */
export async function readTargets(
  client: pg.PoolClient,
  { eventId, stageId, seatId }: SeatKey,
  codes: string[],
  criteria: string[],
): Promise<{ stage: StageRow; targets: MarkTarget[] } | null> {
  const { rows } = await client.query<TargetRow>({
    name: 'desk-read-targets',
    text: `with stage as materialized (
             select case when s."state" = 'open' and s."votingEndedAt" is not null and s."keptAt" is null then 'closed' else s."state"::text end as "state",
                    s."ballot" is not null and (s."rulebook" is null or s."keptAt" is null) as "voting", s."keptAt" is not null as "kept",
                    s."rulebookHash", s."type" = 'live' as "live", s."judgesPerWork" is not null as "assigned",
                    p."id" as "from", p."publishedVersion" as "version"
             from "Stage" s
             left join lateral (select "id", "publishedVersion" from "Stage" where "eventId" = $1 and "position" < s."position"
                       and "type" = any($6::text[]) order by "position" desc limit 1) p on true
             where s."eventId" = $1 and s."id" = $2),
           works as materialized (
             select asked.code, r."entryId" is not null as "recused", l."revealedAt" is not null as "revealed",
                    case when e."state" = 'accepted' and (stage."from" is null or w."standing" = 'place')
                           and (not stage."assigned" or g."entryId" is not null)
                           and (not stage."kept" or k."kept") then e."id" end as "entryId"
             from stage
             cross join (select distinct code from unnest($4::text[]) as given(code)) asked
             left join lateral (select "id", "state" from "Entry" where "eventId" = $1 and "code" = asked.code limit 1) e on true
             left join lateral (select "standing" from "ResultRow" where "eventId" = $1 and "stageId" = stage."from"
                                  and "version" = stage."version" and "entryId" = e."id" limit 1) w on stage."from" is not null
             left join lateral (select "entryId" from "Recusal" where "eventId" = $1 and "stageId" = $2 and "seatId" = $3
                                  and "entryId" = e."id" limit 1) r on true
             left join lateral (select "entryId" from "WorkAssignment" where "eventId" = $1 and "stageId" = $2 and "seatId" = $3
                                  and "entryId" = e."id" limit 1) g on stage."assigned"
             left join lateral (select "kept" from "FirstPassRow" where "eventId" = $1 and "stageId" = $2 and "entryId" = e."id" limit 1) k on stage."kept"
             left join lateral (select "revealedAt" from "LiveTurn" where stage."live" and "eventId" = $1 and "stageId" = $2
                                  and "entryId" = e."id" limit 1) l on true)
           select stage."state", stage."voting", stage."live", stage."rulebookHash", works."entryId", works."recused", works."revealed",
                  trim_scale(m."value")::text as "value", m."markId", m."markedAt"
           from stage
           cross join unnest($4::text[], $5::text[]) with ordinality as asked(code, criterion, at)
           join works on works.code = asked.code
           left join lateral (select "value", "markId", "markedAt" from "Mark" where "eventId" = $1 and "stageId" = $2 and "seatId" = $3
                                and "entryId" = works."entryId" and "criterionId" = asked.criterion limit 1) m on true
           order by asked.at`,
    values: [eventId, stageId, seatId, codes, criteria, DECIDING],
  })
  const [first] = rows
  if (!first) return null
  const targets = rows.map(({ entryId, recused, revealed, value, markId, markedAt }): MarkTarget => {
    if (entryId === null) return null
    const standing = markId === null || markedAt === null ? null : { value, markId, markedAt: markedAt.getTime() }
    return { entryId, recused, revealed, standing }
  })
  return { stage: { state: first.state, voting: first.voting, live: first.live, rulebookHash: first.rulebookHash }, targets }
}

/** The rulebook document, on the connection of the transaction: a second one could wait for ever on a full pool. */
export async function readRulebook(
  client: pg.PoolClient,
  { eventId, stageId }: SeatKey,
): Promise<{ rulebook: unknown; rulebookHash: string | null }> {
  const { rows } = await client.query<{ rulebook: unknown; rulebookHash: string | null }>(
    'select "rulebook", "rulebookHash" from "Stage" where "eventId" = $1 and "id" = $2',
    [eventId, stageId],
  )
  return rows[0] ?? { rulebook: null, rulebookHash: null }
}

/**
 * Writes marks and their ledger rows and asks for the next sealing, in one statement. Of judges who write at the same
 * time one asks: a job has one row, and everyone who touched it would wait for everyone before.
 */
export async function writeMarks(
  client: pg.PoolClient,
  { eventId, stageId, seatId }: SeatKey,
  writes: readonly MarkWrite[],
  events: readonly MarkEvent[],
  /** said in every ledger row of marks that did not come from the judge's own desk */
  origin: Record<string, unknown> = {},
): Promise<void> {
  await client.query({
    name: 'desk-write-marks',
    text: `with written as (
             insert into "Mark" ("eventId", "stageId", "seatId", "entryId", "criterionId", "value", "markId", "markedAt")
             select $1, $2, $3, entry, criterion, value, id, at
             from unnest($4::text[], $5::text[], $6::numeric[], $7::uuid[], $8::timestamptz[]) as w(entry, criterion, value, id, at)
             on conflict ("eventId", "stageId", "seatId", "entryId", "criterionId") do update
               set "value" = excluded."value", "markId" = excluded."markId", "markedAt" = excluded."markedAt", "receivedAt" = now()),
           recorded as (
             insert into "LedgerRow" ("eventId", "action", "body")
             select $1, action, body from unnest($9::text[], $10::text[]) as l(action, body) returning 1)
           select graphile_worker.add_job('seal-ledger', payload := json_build_object('eventId', $1::text),
                    run_at := now() + interval '1 second', max_attempts := 12, priority := ${TURNS['seal-ledger'].priority}, job_key := 'seal-ledger:' || $1, job_key_mode := 'preserve_run_at')
           where exists (select 1 from recorded)
             and not exists (select 1 from graphile_worker.jobs j where j."key" = 'seal-ledger:' || $1 and j.locked_at is null
                               and j.run_at > now() + interval '200 milliseconds')
             and pg_try_advisory_xact_lock(hashtextextended('ask-seal:' || $1, 0))`,
    values: [
      eventId,
      stageId,
      seatId,
      writes.map(({ entryId }) => entryId),
      writes.map(({ criterion }) => criterion),
      writes.map(({ value }) => value),
      writes.map(({ markId }) => markId),
      writes.map(({ markedAt }) => markedAt),
      events.map(({ action }) => action),
      events.map(({ action: _action, entryId, markedAt, ...event }) =>
        canonicalBody({
          stage: stageId,
          seat: seatId,
          entry: entryId,
          markedAt: markedAt.toISOString(),
          ...event,
          ...origin,
        }),
      ),
    ],
  })
}

/** Keeps marks that came too late to count, with their ledger rows, until somebody decides on them. A repeat keeps one. */
export async function keepLate(client: pg.PoolClient, { eventId, stageId, seatId }: SeatKey, late: readonly LateWrite[]): Promise<void> {
  await client.query({
    name: 'desk-keep-late',
    text: `with kept as (
             insert into "LateMark" ("eventId", "stageId", "seatId", "entryId", "criterionId", "value", "markId", "markedAt", "reason")
             select $1, $2, $3, entry, criterion, value, id, at, reason
             from unnest($4::text[], $5::text[], $6::numeric[], $7::uuid[], $8::timestamptz[], $9::"LateReason"[]) as w(entry, criterion, value, id, at, reason)
             on conflict do nothing returning "markId")
           insert into "LedgerRow" ("eventId", "action", "body")
           select $1, 'mark.late', body from unnest($7::uuid[], $10::text[]) as l(id, body) join kept on kept."markId" = l.id`,
    values: [
      eventId,
      stageId,
      seatId,
      late.map(({ entryId }) => entryId),
      late.map(({ criterion }) => criterion),
      late.map(({ value }) => value),
      late.map(({ markId }) => markId),
      late.map(({ markedAt }) => markedAt),
      late.map(({ reason }) => reason),
      late.map(({ entryId, criterion, value, markId, markedAt, reason }) =>
        canonicalBody({ stage: stageId, seat: seatId, entry: entryId, criterion, value, markId, markedAt: markedAt.toISOString(), reason }),
      ),
    ],
  })
}

/** Every mark of a judge that stands, by the work’s code; works the judge stands aside for or was not given are absent. */
export async function readMarks(
  client: pg.Pool,
  { eventId, stageId, seatId }: SeatKey,
): Promise<{ code: string; criterion: string; value: string }[]> {
  const { rows } = await client.query<{ code: string; criterion: string; value: string }>({
    name: 'desk-read-marks',
    text: `select e."code", m."criterionId" as "criterion", trim_scale(m."value")::text as "value"
           from "Mark" m join "Entry" e on e."eventId" = m."eventId" and e."id" = m."entryId"
           where m."eventId" = $1 and m."stageId" = $2 and m."seatId" = $3 and m."value" is not null and e."code" is not null
             and not exists (select 1 from "Recusal" r where r."eventId" = $1 and r."stageId" = $2 and r."seatId" = $3
                               and r."entryId" = m."entryId")
             and (exists (select 1 from "WorkAssignment" g where g."eventId" = $1 and g."stageId" = $2 and g."seatId" = $3
                            and g."entryId" = m."entryId")
                  or exists (select 1 from "Stage" s where s."eventId" = $1 and s."id" = $2 and s."judgesPerWork" is null))
           order by e."code"`,
    values: [eventId, stageId, seatId],
  })
  return rows
}
