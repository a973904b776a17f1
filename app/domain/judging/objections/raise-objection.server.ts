import { z } from 'zod'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { runs } from './notice-period'
import { noticeOf } from './queries.server'

export const ObjectionForm = z.object({ text: z.string().trim().min(10).max(2_000), requestKey: z.string().min(1).max(60) })

/** Evidence that is stored already and kept if the objection is taken. */
export interface EvidenceFile {
  key: string
  name: string
  mime: string
  bytes: number
  sha256: string
}

type RaiseObjection = z.output<typeof ObjectionForm> & {
  eventId: string
  stageId: string
  entryId: string
  personId: string
  files: readonly EvidenceFile[]
  now: Date
}

export type ObjectionRefusal = 'not-published' | 'not-in-notice' | 'already-raised'

/** Nobody floods an office: undecided objections of one person in one event. */
const AT_ONCE = 5

/** Takes somebody's objection to a published work while the notice runs. Who they are is shown to the office alone. */
export function raiseObjection({
  eventId,
  stageId,
  entryId,
  personId,
  text,
  files,
  requestKey,
  now,
}: RaiseObjection): Promise<Outcome<ObjectionRefusal, { objectionId: string }>> {
  return transactOnce({ actor: personId, key: requestKey, asked: ['raise-objection', eventId, stageId, entryId, text] }, async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    const row = await tx.resultRow.count({
      where: { eventId, stageId, version: stage?.publishedVersion ?? 0, entryId, standing: { in: ['place', 'alternate', 'none'] } },
    })
    if (row === 0) return refuse('not-published')
    const period = await noticeOf(tx, eventId, stageId)
    if (!period || !runs(period, now)) return refuse('not-in-notice')
    const open = await tx.objection.findMany({ where: { eventId, personId, state: 'raised' }, select: { entryId: true } })
    if (open.some((one) => one.entryId === entryId) || open.length >= AT_ONCE) return refuse('already-raised')
    const id = newId()
    await tx.objection.create({ data: { eventId, id, stageId, entryId, personId, text, raisedAt: now } })
    await tx.objectionFile.createMany({
      data: files.map(({ key, ...file }) => ({ ...file, eventId, objectionId: id, id: newId(), storageKey: key, addedAt: now })),
    })
    await record(tx, eventId, [
      {
        action: 'objection.raised',
        body: {
          objection: id,
          stage: stageId,
          entry: entryId,
          text: sha256Hex(`${id} ${text}`),
          ...(files.length > 0 ? { files: files.map(({ sha256 }) => sha256Hex(`${id} ${sha256}`)) } : {}),
        },
      },
    ])
    return done({ objectionId: id })
  })
}
