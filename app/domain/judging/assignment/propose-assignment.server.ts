import { db } from '~/db.server'
import { planDigest } from './plan-digest.server'
import { readStagePlan } from './read-stage-plan.server'
import { type PlanRefusal, planStage, refusePlan } from './stage-plan'

/**
 * What an assignment of a stage would be, with nothing written: loads before and after, conflicts left out, what
 * cannot be met and why, pins. `digest` is what applying asks for, so that what was looked at is what is written.
 * Null where the event has no such stage. Takes a third of a second for 1,500 works.
 */
export async function proposeAssignment(eventId: string, stageId: string, seed: number) {
  const read = await readStagePlan(db, eventId, stageId)
  if (!read) return null
  const { input, seats, works } = read
  const refusal: PlanRefusal | null = refusePlan(input)
  const { perWork } = input
  const plan = refusal !== null || perWork === 'all' ? null : planStage({ ...input, perWork }, seed)
  const workOf = new Map(works.map((work) => [work.id, work]))
  const seatOf = new Map(seats.map((seat) => [seat.id, seat]))
  return {
    refusal,
    perWork,
    isAssigned: input.isAssigned,
    works: works.length,
    seats,
    undeclared: seats.filter(({ declaredAt }) => declaredAt === null).length,
    pins: input.given
      .filter(({ pinned }) => pinned)
      .map(({ seat, work }) => ({
        seat,
        code: workOf.get(work)?.code ?? '',
        title: workOf.get(work)?.title ?? '',
      })),
    plan: plan && {
      digest: planDigest(plan.pairs),
      pairs: plan.pairs.length,
      added: plan.added.length,
      taken: plan.taken.length,
      judges: plan.judges,
      pairMeetings: plan.pairMeetings,
      unmet: plan.unmet.map((row) => ({
        code: workOf.get(row.work)?.code ?? '',
        title: workOf.get(row.work)?.title ?? '',
        label: 'judge' in row ? (seatOf.get(row.judge)?.label ?? '') : '',
        missing: row.missing,
        reason: row.reason,
      })),
    },
  }
}
