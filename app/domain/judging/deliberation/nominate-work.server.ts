import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { lockSeat } from '../lock-seat.server'
import { worksOfSeat } from '../works-of-seat.server'
import { contestAwards, decidesAwards } from './contest-awards.server'

export interface NominateWork {
  eventId: string
  stageId: string
  seatId: string
  personId: string
  awardId: string
  code: string
  reason: string
  now: Date
}

export type NominateRefusal = 'not-your-seat' | 'not-signed' | 'published' | 'not-last-stage' | 'unknown-award' | 'unknown-work'

/** A judge who has signed proposes a work for an award that no ranking gives. Said again, the reason is the later one. */
export function nominateWork({
  eventId,
  stageId,
  seatId,
  personId,
  awardId,
  code,
  reason,
  now,
}: NominateWork): Promise<Outcome<NominateRefusal>> {
  return transact(async (tx) => {
    await lockSeat(tx, { eventId, stageId, seatId })
    const seat = await tx.judgeSeat.findFirst({
      where: { eventId, stageId, id: seatId, personId, scoring: true, removedAt: null },
      include: { stage: { select: { state: true } } },
    })
    if (!seat) return refuse('not-your-seat')
    if (seat.stage.state === 'published') return refuse('published')
    if (!seat.lockedAt) return refuse('not-signed')
    if (!(await decidesAwards(tx, eventId, stageId))) return refuse('not-last-stage')
    const award = (await contestAwards(tx, eventId)).find(({ id, by, to }) => id === awardId && by !== 'ranking' && to !== 'organisations')
    if (!award) return refuse('unknown-award')
    const work = await tx.entry.findFirst({
      where: { ...(await worksOfSeat(tx, { eventId, stageId, seatId })), code: code.trim() },
      select: { id: true, groupId: true },
    })
    if (!work || (award.groups && !award.groups.includes(work.groupId))) return refuse('unknown-work')
    const key = { eventId, stageId, seatId, awardId, entryId: work.id }
    const known = await tx.nomination.findUnique({ where: { eventId_stageId_seatId_awardId_entryId: key } })
    await tx.nomination.upsert({
      where: { eventId_stageId_seatId_awardId_entryId: key },
      create: { ...key, reason: reason.trim(), nominatedAt: now },
      update: { reason: reason.trim() },
    })
    if (!known)
      await record(tx, eventId, [{ action: 'work.nominated', body: { stage: stageId, seat: seatId, award: awardId, entry: work.id } }])
    return done()
  })
}
