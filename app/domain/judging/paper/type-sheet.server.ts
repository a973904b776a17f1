import { type Tx, transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { lockSeat } from '../lock-seat.server'
import { type ValueRefusal, refuseValue } from '../mark'
import { sheetCriteria } from '../measured/recorded-points'
import type { Rulebook } from '../rulebook'
import { plainDecimal } from '../settle-marks'
import { stageRulebook } from '../stage-rulebook.server'
import { passOf } from '../votes/passes'
import { worksOfSeat } from '../works-of-seat.server'
import type { Reading } from './reconcile'

export type PaperKey = { eventId: string; stageId: string; seatId: string; code: string }

export type TypeRefusal =
  | 'unknown-sheet'
  | 'stage-not-open'
  | 'conflicts-not-declared'
  | 'sheet-locked'
  | 'already-reconciled'
  | 'same-person'
  | 'typed-twice'
  | ValueRefusal

export type TypeSheet = PaperKey & {
  /** by criterion as the form has it; empty where the sheet has no mark */
  values: Record<string, string>
  byId: string
  now: Date
}

/**
 * One person's reading of a judge's paper sheet. The second has to be another person and does not see the first. Whoever
 * typed first may correct the own reading until the second is there.
 */
export function typeSheet({ values, byId, now, ...key }: TypeSheet): Promise<Outcome<TypeRefusal, 'first' | 'second'>> {
  return transact(async (tx): Promise<Outcome<TypeRefusal, 'first' | 'second'>> => {
    const sheet = await paperSeat(tx, key)
    if (!sheet.ok) return sheet
    const { entryId, rulebook, where } = sheet.value
    const reading = readValues(rulebook, values)
    if (!reading.ok) return reading
    const before = await tx.paperSheet.findUnique({ where })
    if (before?.reconciledAt) return refuse('already-reconciled')
    if (before?.second && before.secondById !== byId) return refuse('typed-twice')
    const pass = before && before.firstById !== byId ? 'second' : 'first'
    // whoever read first cannot be the second reader too, nor change it once the other has read
    if (before?.second && pass === 'first') return refuse('same-person')
    if (pass === 'second') await tx.paperSheet.update({ where, data: { second: reading.value, secondById: byId, secondAt: now } })
    else {
      const first = { first: reading.value, firstById: byId, firstAt: now }
      const { eventId, stageId, seatId } = key
      await tx.paperSheet.upsert({ where, create: { eventId, stageId, seatId, entryId, ...first }, update: first })
    }
    await record(tx, key.eventId, [
      { action: 'paper.typed', body: { stage: key.stageId, seat: key.seatId, entry: entryId, pass, by: byId } },
    ])
    return done(pass)
  })
}

/** The seat and work of a paper sheet, held until the transaction ends, if marks may still be given to it. */
export async function paperSeat(tx: Tx, { eventId, stageId, seatId, code }: PaperKey) {
  await lockSeat(tx, { eventId, stageId, seatId })
  const seat = await tx.judgeSeat.findFirst({
    where: { eventId, stageId, id: seatId, scoring: true, removedAt: null },
    include: { stage: true },
  })
  const entry =
    seat && (await tx.entry.findFirst({ where: { ...(await worksOfSeat(tx, { eventId, stageId, seatId })), code }, select: { id: true } }))
  if (!seat || !entry) return refuse('unknown-sheet')
  if (seat.stage.state !== 'open' || passOf(seat.stage) === 'vote') return refuse('stage-not-open')
  if (!seat.declaredAt) return refuse('conflicts-not-declared')
  if (seat.lockedAt) return refuse('sheet-locked')
  const where = { eventId_stageId_seatId_entryId: { eventId, stageId, seatId, entryId: entry.id } }
  return done({ entryId: entry.id, rulebook: stageRulebook(seat.stage), where })
}

function readValues(rulebook: Rulebook, values: Record<string, string>): Outcome<ValueRefusal, Reading> {
  const reading: Reading = {}
  for (const criterion of sheetCriteria(rulebook)) {
    const typed = (values[criterion.id] ?? '').trim().replace('，', '.').replace(',', '.')
    const value = typed === '' ? null : plainDecimal(typed)
    if (typed !== '' && value === null) return refuse('not-a-number', { criterion: criterion.id })
    const wrong = value === null ? null : refuseValue(criterion, value)
    if (wrong) return refuse(wrong, { criterion: criterion.id })
    reading[criterion.id] = value
  }
  return done(reading)
}
