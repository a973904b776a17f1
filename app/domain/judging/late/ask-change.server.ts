import { randomUUID } from 'node:crypto'
import { type Tx, transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { isRevealed } from '../live/is-revealed.server'
import { sheetCriteria } from '../measured/recorded-points'
import { type ValueRefusal, refuseValue } from '../mark'
import { plainDecimal } from '../settle-marks'
import { stageRulebook } from '../stage-rulebook.server'
import { worksGivenTo } from '../works-of-seat.server'

export type AskRefusal =
  'unknown-mark' | 'not-locked' | 'already-published' | 'no-reason' | 'same-value' | 'already-asked' | 'recused' | ValueRefusal

export type AskChange = {
  eventId: string
  stageId: string
  seatId: string
  entryId: string
  criterionId: string
  /** decimal text; null takes the mark back */
  value: string | null
  reason: string
  byId: string
  now: Date
}

/**
 * Asks for a change of a mark that is locked: its sheet is signed, its stage closed, or the hall knows the total. It
 * counts once another person has agreed. What is not locked yet the judge changes at the desk.
 */
export function askChange(asked: AskChange): Promise<Outcome<AskRefusal>> {
  return transact(async (tx) => {
    if (!(await lockStage(tx, asked.eventId, asked.stageId))) return refuse('unknown-mark')
    return askStep(tx, asked)
  })
}

/** The same inside a transaction that holds the stage. */
export async function askStep(
  tx: Tx,
  { eventId, stageId, seatId, entryId, criterionId, value, reason, byId, now }: AskChange,
): Promise<Outcome<AskRefusal>> {
  const seat = await tx.judgeSeat.findFirst({
    where: { eventId, stageId, id: seatId, scoring: true, removedAt: null },
    select: { lockedAt: true, stage: true },
  })
  if (!seat) return refuse('unknown-mark')
  const criterion = sheetCriteria(stageRulebook(seat.stage)).find(({ id }) => id === criterionId)
  const work = await tx.entry.count({ where: { AND: [await worksGivenTo(tx, { eventId, stageId, seatId }), { id: entryId }] } })
  if (!criterion || work === 0) return refuse('unknown-mark')
  if (seat.stage.state === 'published') return refuse('already-published')
  const cell = { eventId, stageId, seatId, entryId }
  if ((await tx.recusal.count({ where: cell })) > 0) return refuse('recused')
  if (seat.stage.state !== 'closed' && !seat.lockedAt && !(await isRevealed(tx, eventId, stageId, entryId))) return refuse('not-locked')
  if (reason.trim().length < 2) return refuse('no-reason')
  const wanted = value === null ? null : plainDecimal(value)
  if (value !== null && wanted === null) return refuse('not-a-number')
  const wrong = wanted === null ? null : refuseValue(criterion, wanted)
  if (wrong) return refuse(wrong)
  const standing = await tx.mark.findUnique({
    where: { eventId_stageId_seatId_entryId_criterionId: { ...cell, criterionId } },
    select: { value: true },
  })
  const was = standing?.value?.toString() ?? null
  if (was === wanted) return refuse('same-value')
  if ((await tx.markChange.count({ where: { ...cell, criterionId, state: 'asked' } })) > 0) return refuse('already-asked')
  const id = newId()
  await tx.markChange.create({
    data: { ...cell, id, criterionId, was, value: wanted, markId: randomUUID(), reason: reason.trim(), askedById: byId, askedAt: now },
  })
  await record(tx, eventId, [
    {
      action: 'mark.change-asked',
      body: {
        stage: stageId,
        change: id,
        seat: seatId,
        entry: entryId,
        criterion: criterionId,
        was,
        value: wanted,
        reason: sha256Hex(`${stageId} ${id} ${reason.trim()}`),
        by: byId,
      },
    },
  ])
  return done()
}
