import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { translator } from '~/i18n/i18n.server'
import { type CorrectionRefusal, correctStep } from '../publication/correct-results.server'
import { makingStages } from './making-stage.server'

export type FillPlace = {
  eventId: string
  stageId: string
  /** the work that withdrew */
  entryId: string
  /** the alternate that goes before the others of its rank */
  chosenId: string
  byId: string
  now: Date
}

/** Gives the place of a work that withdrew to one of several alternates of the same rank: what no rule can say. */
export async function fillPlace({
  eventId,
  stageId,
  entryId,
  chosenId,
  byId,
  now,
}: FillPlace): Promise<Outcome<CorrectionRefusal | 'nothing-to-fill', { version: number }>> {
  const head = await sealLedger(eventId)
  return transact(async (tx) => {
    const key = { eventId, stageId, entryId }
    await tx.$queryRaw`select 1 from "Making" where "eventId" = ${eventId} and "stageId" = ${stageId} and "entryId" = ${entryId} for update`
    const making = await tx.making.findUnique({ where: { eventId_stageId_entryId: key } })
    const from = (await makingStages(tx, eventId)).find(({ id }) => id === stageId)?.from
    if (making?.answer !== 'withdrawn' || making.replacedVersion !== null || !from || from.publishedVersion === null)
      return refuse('nothing-to-fill')
    const [zh, en] = [translator('zh-CN', 'production'), translator('en', 'production')]
    const corrected = await correctStep(tx, {
      eventId,
      stageId: from.id,
      entryId,
      leaving: 'withdrawn',
      version: from.publishedVersion,
      ahead: [chosenId],
      byId,
      head,
      now,
      reason: { zh: zh('withdrawnReason', { stage: from.nameZh }), en: en('withdrawnReason', { stage: from.nameEn }) },
    })
    if (!corrected.ok) return corrected
    await tx.making.update({ where: { eventId_stageId_entryId: key }, data: { replacedVersion: corrected.value.version } })
    await record(tx, eventId, [
      {
        action: 'production.withdrawn',
        body: { stage: stageId, entry: entryId, version: corrected.value.version, chosen: chosenId, by: byId },
      },
    ])
    return done(corrected.value)
  })
}
