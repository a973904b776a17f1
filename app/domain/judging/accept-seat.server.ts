import { transact } from '~/db.server'
import { lockParticipant } from '~/domain/entries/sits-on-panel.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { hasEntered } from './has-entered.server'

export type AcceptSeat = { eventId: string; stageId: string; personId: string; now: Date }

/** A judge takes the place on the panel that was kept for them, unless they entered the event. Harmless to repeat. */
export function acceptSeat({ eventId, stageId, personId, now }: AcceptSeat): Promise<Outcome<'not-on-panel' | 'has-entered'>> {
  return transact(async (tx) => {
    const seat = await tx.judgeSeat.findFirst({ where: { eventId, stageId, personId, removedAt: null } })
    if (!seat) return refuse('not-on-panel')
    if (seat.acceptedAt) return done()
    await lockParticipant(tx, eventId, personId)
    if (await hasEntered(tx, eventId, { personId })) return refuse('has-entered')
    const where = { eventId_stageId_id: { eventId, stageId, id: seat.id } }
    await tx.judgeSeat.update({ where, data: { acceptedAt: now } })
    const role = { eventId, personId, role: 'judge' as const }
    await tx.eventRole.upsert({ where: { eventId_personId_role: role }, create: role, update: {} })
    await record(tx, eventId, [{ action: 'seat.accepted', body: { stage: stageId, seat: seat.id } }])
    return done()
  })
}
