import { transactOnce } from '~/request-once.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'

interface ImportMarks {
  eventId: string
  stageId: string
  criterionId: string
  byId: string
  file: { name: string; sha256: string }
  /** read and checked: each entry once */
  marks: readonly { entry: string; value: string | null }[]
  requestKey: string
  now: Date
}

/** Puts the marks of a table in force for one criterion, in place of those of the last one. The table is named by its hash. */
export function importMarks({
  eventId,
  stageId,
  criterionId,
  byId,
  file,
  marks,
  requestKey,
  now,
}: ImportMarks): Promise<Outcome<'stage-not-open', { rows: number }>> {
  return transactOnce({ actor: byId, key: requestKey, asked: ['import-marks', eventId, stageId, criterionId, file.sha256] }, async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (stage?.state !== 'open') return refuse('stage-not-open')
    const id = newId()
    await tx.importedMark.deleteMany({ where: { eventId, stageId, criterionId } })
    await tx.markImport.create({
      data: { eventId, stageId, id, criterionId, fileName: file.name, sha256: file.sha256, rows: marks.length, byId, importedAt: now },
    })
    await tx.importedMark.createMany({
      data: marks.map(({ entry, value }) => ({ eventId, stageId, entryId: entry, criterionId, value, importId: id })),
    })
    await record(tx, eventId, [
      {
        action: 'marks.imported',
        body: {
          stage: stageId,
          import: id,
          criterion: criterionId,
          sha256: file.sha256,
          by: byId,
          marks: marks.map(({ entry, value }) => [entry, value]),
        },
      },
    ])
    return done({ rows: marks.length })
  })
}
