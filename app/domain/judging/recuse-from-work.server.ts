import { liveTopic, tell } from '~/channel.server'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { isRevealed } from './live/is-revealed.server'
import { lockSeat } from './lock-seat.server'
import { deskState } from './votes/passes'
import { worksGivenTo } from './works-of-seat.server'

export type RecuseFromWork = {
  eventId: string
  stageId: string
  seatId: string
  personId: string
  code: string
  reason: string
}

export type RecuseRefusal =
  'not-your-seat' | 'stage-not-open' | 'conflicts-not-declared' | 'sheet-locked' | 'unknown-work' | 'work-revealed'

/**
 * A judge stands aside for one work: it leaves the desk, and marks given to it no longer count. Refused once the hall
 * knows the work's total, which would become another one in silence. Harmless to repeat.
 */
export function recuseFromWork({ eventId, stageId, seatId, personId, code, reason }: RecuseFromWork): Promise<Outcome<RecuseRefusal>> {
  return transact(async (tx) => {
    await lockSeat(tx, { eventId, stageId, seatId })
    const seat = await tx.judgeSeat.findFirst({
      where: { eventId, stageId, id: seatId, personId, removedAt: null, scoring: true },
      include: { stage: true },
    })
    if (!seat) return refuse('not-your-seat')
    if (deskState(seat.stage) !== 'open') return refuse('stage-not-open')
    if (!seat.declaredAt) return refuse('conflicts-not-declared')
    if (seat.lockedAt) return refuse('sheet-locked')
    const entry = await tx.entry.findFirst({
      where: { ...(await worksGivenTo(tx, { eventId, stageId, seatId })), code },
      select: { id: true },
    })
    if (!entry) return refuse('unknown-work')
    const row = { eventId, stageId, seatId, entryId: entry.id }
    if ((await isRevealed(tx, eventId, stageId, entry.id)) && (await tx.recusal.count({ where: row })) === 0) return refuse('work-revealed')
    const { count } = await tx.recusal.createMany({
      data: [{ ...row, origin: 'declared', reason, atDesk: true }],
      skipDuplicates: true,
    })
    if (count > 0) {
      // the judge's own words may name people: they stay with the row, out of the ledger
      await record(tx, eventId, [
        {
          action: 'recusal.made',
          body: { stage: stageId, seat: seatId, entry: entry.id, origin: 'declared' },
        },
      ])
      // no tablet shows it to this judge any more, and the hall waits for one mark less
      if (seat.stage.type === 'live') await tell(tx, liveTopic(eventId, stageId))
    }
    return done()
  })
}
