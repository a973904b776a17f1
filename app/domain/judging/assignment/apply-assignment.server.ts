import { z } from 'zod'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { planDigest } from './plan-digest.server'
import { readStagePlan } from './read-stage-plan.server'
import { type PlanRefusal, planStage, refusePlan } from './stage-plan'
import { lockStage, writePlan } from './write-plan.server'

export const MOST_SEED = 999_999

export const AssignmentForm = z.object({
  seed: z.coerce.number().int().min(0).max(MOST_SEED),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  requestKey: z.string().min(1).max(60),
})

export type ApplyAssignment = z.output<typeof AssignmentForm> & {
  eventId: string
  stageId: string
  personId: string
  now: Date
}

/** `changed-since`: works, judges, conflicts or pins are no longer what the preview was computed from. */
export type ApplyRefusal = PlanRefusal | 'unknown-stage' | 'changed-since'

/**
 * Gives the works of a stage to its judges as the preview with this seed and digest showed, in one transaction with
 * its ledger row. Harmless to repeat.
 */
export function applyAssignment(input: ApplyAssignment): Promise<Outcome<ApplyRefusal, { added: number; taken: number }>> {
  const { eventId, stageId, personId, seed, digest, requestKey, now } = input
  return transactOnce({ actor: personId, key: requestKey, asked: ['apply-assignment', eventId, stageId, seed, digest] }, async (tx) => {
    await lockStage(tx, { eventId, stageId })
    const read = await readStagePlan(tx, eventId, stageId)
    if (!read) return refuse('unknown-stage')
    const refusal = refusePlan(read.input)
    const { perWork } = read.input
    if (refusal !== null || perWork === 'all') return refuse(refusal ?? 'everyone-sees-all')
    const planned = { ...read.input, perWork }
    const plan = planStage(planned, seed)
    if (planDigest(plan.pairs) !== digest) return refuse('changed-since')
    await writePlan(tx, { eventId, stageId, by: personId, seed, now }, planned, plan)
    return done({ added: plan.added.length, taken: plan.taken.length })
  })
}
