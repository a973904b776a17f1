import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { Exact } from '../exact'
import { stageRulebook } from '../stage-rulebook.server'
import { stageMeasurements } from './stage-measurements.server'

interface DecideCorrection {
  eventId: string
  stageId: string
  id: string
  byId: string
  agreed: boolean
  now: Date
}

export type DecideRefusal = 'unknown-correction' | 'stage-not-open' | 'decided-already' | 'own-correction' | 'value-changed'

/** Agrees to a correction or declines it. Nobody agrees to what they asked for themselves; the same answer twice is one. */
export function decideCorrection({ eventId, stageId, id, byId, agreed, now }: DecideCorrection): Promise<Outcome<DecideRefusal>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    const where = { eventId_stageId_id: { eventId, stageId, id } }
    const correction = await tx.correction.findUnique({ where })
    if (!stage || !correction) return refuse('unknown-correction')
    const state = agreed ? ('agreed' as const) : ('declined' as const)
    if (correction.state === state && correction.decidedById === byId) return done()
    if (correction.state !== 'asked') return refuse('decided-already')
    if (stage.state !== 'open' && stage.state !== 'closed') return refuse('stage-not-open')
    if (agreed && correction.askedById === byId) return refuse('own-correction')
    const { entryId, criterionId, item, before, after } = correction
    if (agreed) {
      // what the second person looked at is what is corrected: a table imported since, or another correction, is not undone by it
      const values = await stageMeasurements(tx, eventId, stageId, stageRulebook(stage), now)
      const standing = values.find((one) => one.entry === entryId && one.criterion === criterionId && one.item === item)?.value ?? null
      const was = before?.toString() ?? null
      const same = standing === null || was === null ? standing === was : Exact.of(standing).compare(Exact.of(was)) === 0
      if (!same) return refuse('value-changed')
    }
    await tx.correction.update({ where, data: { state, decidedById: byId, decidedAt: now } })
    await record(tx, eventId, [
      {
        action: agreed ? 'correction.agreed' : 'correction.declined',
        body: {
          stage: stageId,
          correction: id,
          entry: entryId,
          criterion: criterionId,
          item,
          before: before?.toString() ?? null,
          after: after?.toString() ?? null,
          askedBy: correction.askedById,
          by: byId,
        },
      },
    ])
    return done()
  })
}
