import { liveTopic, tell } from '~/channel.server'
import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { type Declaration, Declaration as Shape } from './declaration'
import { lockSeat } from './lock-seat.server'
import { refreshRecusals } from './recusals.server'

export type DeclareConflicts = {
  eventId: string
  stageId: string
  personId: string
  declaration: Declaration
  now: Date
}

/**
 * A judge declares ties; works they concern, and works the judge has a part in, vanish from the desk. May be done
 * again while the sheet and the stage are open: later ties are added, earlier recusals stay. Never tells which or how many works.
 */
export function declareConflicts({
  eventId,
  stageId,
  personId,
  declaration,
  now,
}: DeclareConflicts): Promise<Outcome<'not-on-panel' | 'not-accepted' | 'sheet-locked' | 'stage-over'>> {
  return transact(async (tx) => {
    const own = { eventId, stageId, personId, removedAt: null }
    const place = await tx.judgeSeat.findFirst({ where: own, select: { id: true } })
    if (!place) return refuse('not-on-panel')
    await lockSeat(tx, { eventId, stageId, seatId: place.id })
    const seat = await tx.judgeSeat.findFirst({ where: own, include: { stage: { select: { state: true, type: true } } } })
    if (!seat) return refuse('not-on-panel')
    if (!seat.acceptedAt) return refuse('not-accepted')
    if (seat.lockedAt) return refuse('sheet-locked')
    // what was marked is counted by now: an absent judge's word must not change the result in silence
    if (seat.stage.state !== 'upcoming' && seat.stage.state !== 'open') return refuse('stage-over')
    const before = Shape.safeParse(seat.declaration).data
    const all = before ? merge(before, declaration) : declaration
    const where = { eventId_stageId_id: { eventId, stageId, id: seat.id } }
    await tx.judgeSeat.update({ where, data: { declaredAt: seat.declaredAt ?? now, declaration: all } })
    // names of schools and people stay out of the ledger
    const counts = { schools: all.schools.length, companies: all.companies.length, people: all.people.length }
    await record(tx, eventId, [{ action: 'seat.declared', body: { stage: stageId, seat: seat.id, ...counts } }])
    const fresh = await refreshRecusals(tx, { eventId, stageId, seatId: seat.id })
    if (fresh > 0 && seat.stage.type === 'live') await tell(tx, liveTopic(eventId, stageId))
    return done()
  })
}

const merge = (a: Declaration, b: Declaration): Declaration => ({
  schools: [...new Set([...a.schools, ...b.schools])],
  companies: [...new Set([...a.companies, ...b.companies])],
  people: [...new Set([...a.people, ...b.people])],
})
