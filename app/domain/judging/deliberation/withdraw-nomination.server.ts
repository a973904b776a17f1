import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'

export interface WithdrawNomination {
  eventId: string
  stageId: string
  seatId: string
  personId: string
  awardId: string
  code: string
}

/** A judge takes a nomination back before the result is published. Harmless to repeat. */
export function withdrawNomination({
  eventId,
  stageId,
  seatId,
  personId,
  awardId,
  code,
}: WithdrawNomination): Promise<Outcome<'not-your-seat' | 'published'>> {
  return transact(async (tx) => {
    const seat = await tx.judgeSeat.findFirst({
      where: { eventId, stageId, id: seatId, personId, removedAt: null },
      include: { stage: { select: { state: true } } },
    })
    if (!seat) return refuse('not-your-seat')
    if (seat.stage.state === 'published') return refuse('published')
    const own = await tx.nomination.findFirst({ where: { eventId, stageId, seatId, awardId, entry: { code } }, select: { entryId: true } })
    if (!own) return done()
    await tx.nomination.delete({
      where: { eventId_stageId_seatId_awardId_entryId: { eventId, stageId, seatId, awardId, entryId: own.entryId } },
    })
    await record(tx, eventId, [
      { action: 'nomination.withdrawn', body: { stage: stageId, seat: seatId, award: awardId, entry: own.entryId } },
    ])
    return done()
  })
}
