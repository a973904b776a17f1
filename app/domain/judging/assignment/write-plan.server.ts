import type { Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { planDigest } from './plan-digest.server'
import type { StagePlan, StagePlanInput } from './stage-plan'
import { pairKey } from './stage-plan'

type Stage = { eventId: string; stageId: string }

/** Locks a stage and its seats: until the end of the transaction no mark is saved, no sheet signed, no stage opened. */
export async function lockStage(tx: Tx, { eventId, stageId }: Stage): Promise<void> {
  // as the desk does, so that recusals, which only refer to a seat, need not wait
  await tx.$queryRaw`select 1 from "JudgeSeat" where "eventId" = ${eventId} and "stageId" = ${stageId} order by "id" for no key update`
  await tx.$queryRaw`select 1 from "Stage" where "eventId" = ${eventId} and "id" = ${stageId} for update`
}

/** Writes what a plan changes, with its ledger row. From now on judges see only what they were given. */
export async function writePlan(
  tx: Tx,
  { eventId, stageId, by, seed, now }: Stage & { by: string; seed: number; now: Date },
  { perWork, given }: StagePlanInput,
  plan: StagePlan,
): Promise<void> {
  const stored = new Set(given.map(pairKey))
  const planned = new Set(plan.pairs.map(pairKey))
  const gone = given.filter((pair) => !planned.has(pairKey(pair)))
  const fresh = plan.pairs.filter((pair) => !stored.has(pairKey(pair)))
  await tx.$executeRaw`
    delete from "WorkAssignment" a using unnest(${gone.map(({ seat }) => seat)}::text[], ${gone.map(({ work }) => work)}::text[]) as g(seat, work)
    where a."eventId" = ${eventId} and a."stageId" = ${stageId} and a."seatId" = g.seat and a."entryId" = g.work`
  await tx.$executeRaw`
    insert into "WorkAssignment" ("eventId", "stageId", "seatId", "entryId", "assignedAt")
    select ${eventId}, ${stageId}, f.seat, f.work, ${now}
    from unnest(${fresh.map(({ seat }) => seat)}::text[], ${fresh.map(({ work }) => work)}::text[]) as f(seat, work)`
  await tx.stage.update({
    where: { eventId_id: { eventId, id: stageId } },
    data: { judgesPerWork: perWork },
  })
  await record(tx, eventId, [
    {
      action: 'works.assigned',
      body: {
        stage: stageId,
        by,
        seed,
        perWork,
        pairs: plan.pairs.length,
        added: plan.added.length,
        taken: plan.taken.length,
        missing: plan.unmet.reduce((sum, { missing }) => sum + missing, 0),
        digest: planDigest(plan.pairs),
      },
    },
  ])
}
