import { z } from 'zod'
import { transactOnce } from '~/request-once.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { Exact } from '../exact'
import { stageRulebook } from '../stage-rulebook.server'
import { worksInStage } from '../works-in-stage.server'
import { refuseRecorded } from './recorded-points'
import { stageMeasurements } from './stage-measurements.server'

export const CorrectionForm = z.object({
  entry: z.string().min(1).max(40),
  /** `energy`, or `quality/missed` for a fault */
  quantity: z.string().min(1).max(130),
  /** decimal text; empty: did not take part */
  value: z.string().trim().max(16),
  reason: z.string().trim().min(4).max(500),
  requestKey: z.string().min(1).max(60),
})

type AskCorrection = z.infer<typeof CorrectionForm> & { eventId: string; stageId: string; byId: string; now: Date }

export type AskRefusal = 'stage-not-open' | 'unknown-entry' | 'bad-value' | 'same-value' | 'asked-already'

/** Asks for another value of a recorded quantity. It counts once somebody else has agreed; both values stay visible. */
export function askCorrection({
  eventId,
  stageId,
  byId,
  entry,
  quantity,
  value,
  reason,
  requestKey,
  now,
}: AskCorrection): Promise<Outcome<AskRefusal, { id: string }>> {
  return transactOnce(
    { actor: byId, key: requestKey, asked: ['ask-correction', eventId, stageId, entry, quantity, value, reason] },
    async (tx) => {
      const stage = await lockStage(tx, eventId, stageId)
      if (!stage || (stage.state !== 'open' && stage.state !== 'closed')) return refuse('stage-not-open')
      const [criterionId = '', item = ''] = quantity.split('/')
      const rulebook = stageRulebook(stage)
      const criterion = rulebook.criteria.find(({ id }) => id === criterionId)
      const after = value === '' ? null : value
      if (refuseRecorded(criterion, { item, value: after }) || (after !== null && !Exact.of(after).isMultipleOf(Exact.of('0.001'))))
        return refuse('bad-value')
      if (after !== null && Exact.of(after).compare(Exact.of(99_999_999)) > 0) return refuse('bad-value')
      const work = await tx.entry.findFirst({ where: { ...(await worksInStage(tx, eventId, stageId)), id: entry }, select: { id: true } })
      if (!work) return refuse('unknown-entry')
      const values = await stageMeasurements(tx, eventId, stageId, rulebook, now)
      const standing = values.find((one) => one.entry === entry && one.criterion === criterionId && one.item === item)
      const before = standing?.value ?? null
      if (standing && (before === null || after === null ? before === after : Exact.of(before).compare(Exact.of(after)) === 0))
        return refuse('same-value')
      const open = { eventId, stageId, entryId: entry, criterionId, item, state: 'asked' as const }
      if ((await tx.correction.count({ where: open })) > 0) return refuse('asked-already')
      const id = newId()
      await tx.correction.create({ data: { ...open, id, before, after, reason, askedById: byId, askedAt: now } })
      await record(tx, eventId, [
        {
          action: 'correction.asked',
          body: { stage: stageId, correction: id, entry, criterion: criterionId, item, before, after, by: byId },
        },
      ])
      return done({ id })
    },
  )
}
