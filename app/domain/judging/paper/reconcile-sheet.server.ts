import { createHash } from 'node:crypto'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { sheetCriteria } from '../measured/recorded-points'
import type { MarkReply } from '../settle-marks'
import { saveMarks } from '../save-marks.server'
import { type Reading, differences, reconciled } from './reconcile'
import { type PaperKey, type TypeRefusal, paperSeat } from './type-sheet.server'

export type ReconcileRefusal =
  Exclude<TypeRefusal, 'same-person' | 'typed-twice'> | 'typed-once' | 'open-differences' | 'no-reason' | 'busy' | 'not-taken'

export type ReconcileSheet = PaperKey & {
  /** by criterion which reading was right, where they differ */
  chosen: Reading
  /** why, where they differ */
  reason: string
  byId: string
  now: Date
}

/**
 * Turns a sheet that two people read into marks: what they read alike counts, and where they differ what was chosen with
 * a reason. The marks go the way of the desk's and say in the ledger that they come from paper and who read it. A second
 * pressing sends the same marks, which are repeats.
 */
export async function reconcileSheet({
  chosen,
  reason,
  byId,
  now,
  ...key
}: ReconcileSheet): Promise<Outcome<ReconcileRefusal, { marks: number }>> {
  const settled = await transact(async (tx): Promise<Outcome<ReconcileRefusal, Settled>> => {
    const sheet = await paperSeat(tx, key)
    if (!sheet.ok) return sheet
    const { entryId, rulebook, where } = sheet.value
    const paper = await tx.paperSheet.findUnique({ where })
    if (!paper) return refuse('unknown-sheet')
    if (!paper.second || !paper.secondById) return refuse('typed-once')
    const criteria = sheetCriteria(rulebook).map(({ id }) => id)
    const [first, second] = [paper.first as Reading, paper.second as Reading]
    const differ = differences(criteria, first, second)
    const marks = reconciled(criteria, first, second, chosen)
    if (!marks) return refuse('open-differences', { differences: differ.length })
    if (differ.length > 0 && reason.trim().length < 2) return refuse('no-reason')
    if (!paper.reconciledAt) {
      await tx.paperSheet.update({ where, data: { reason: reason.trim(), reconciledBy: byId, reconciledAt: now } })
      await record(tx, key.eventId, [
        {
          action: 'paper.reconciled',
          body: {
            stage: key.stageId,
            seat: key.seatId,
            entry: entryId,
            by: byId,
            readBy: [paper.firstById, paper.secondById],
            differences: differ.map(({ criterion, first: a, second: b }) => ({
              criterion,
              first: a,
              second: b,
              taken: marks[criterion] ?? null,
            })),
            ...(differ.length > 0 ? { reason: sha256Hex(`${key.stageId} ${entryId} ${reason.trim()}`) } : {}),
          },
        },
      ])
    }
    return done({
      marks,
      at: paper.reconciledAt ?? now,
      readBy: [paper.firstById, paper.secondById],
      settledBy: differ.length > 0 ? byId : null,
    })
  })
  return settled.ok ? giveMarks(key, settled.value, now) : settled
}

type Settled = { marks: Reading; at: Date; readBy: string[]; settledBy: string | null }

async function giveMarks(
  { eventId, stageId, seatId, code }: PaperKey,
  { marks, at, readBy, settledBy }: Settled,
  now: Date,
): Promise<Outcome<'busy' | 'not-taken', { marks: number }>> {
  const sent = Object.entries(marks).flatMap(([criterion, value]) =>
    value === null
      ? []
      : [
          {
            markId: uuidOf([eventId, stageId, seatId, code, criterion, at.toISOString()]),
            code,
            criterion,
            value,
            markedAt: at.toISOString(),
          },
        ],
  )
  if (sent.length === 0) return done({ marks: 0 })
  const saved = await saveMarks({ eventId, stageId, seatId, paper: { readBy, settledBy }, marks: sent, now })
  if (!saved.ok) return refuse(saved.reason === 'busy' ? 'busy' : 'not-taken')
  const refused = saved.value.filter(({ status }: MarkReply) => status === 'refused')
  return refused.length > 0 ? refuse('not-taken', { marks: refused.length }) : done({ marks: sent.length })
}

/** The same sheet reconciled once has the same mark ids for ever, so that sending it again does nothing. */
function uuidOf(parts: string[]): string {
  const hex = createHash('sha256')
    .update(JSON.stringify(['paper', ...parts]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
