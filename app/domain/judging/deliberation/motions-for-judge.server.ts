import { db } from '~/db.server'
import type { Seat } from '../seats.server'
import { decidingSeats } from '../ties/queries.server'
import { mayDecide } from '../votes/passes'
import { contestAwards, decidesAwards } from './contest-awards.server'
import { type MotionRow, nominations, stageMotions } from './queries.server'

/**
 * What a judge sees of the deliberation: motions without a work they stand aside for, their own voice, and the others'
 * only once it is concluded; and the prizes they may nominate works for, once they have signed.
 */
export async function motionsForJudge(seat: Seat) {
  const { eventId, stageId, id: seatId } = seat
  const [motions, chairs, stage, awards, last, own, recusals] = await Promise.all([
    stageMotions(db, eventId, stageId),
    decidingSeats(db, eventId, stageId, []),
    db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId, id: stageId } } }),
    contestAwards(db, eventId),
    decidesAwards(db, eventId, stageId),
    nominations(db, eventId, stageId, seatId),
    db.recusal.findMany({ where: { eventId, stageId, seatId }, select: { entryId: true } }),
  ])
  const aside = new Set(recusals.map(({ entryId }) => entryId))
  const chair = seat.isChair && chairs.seats.some(({ id }) => id === seatId)
  const shown = motions.filter(({ works, undoneAt }) => !undoneAt && works.every(({ entry }) => !aside.has(entry)))
  const single = last ? awards.filter(({ by, to }) => by !== 'ranking' && to !== 'organisations') : []
  return {
    motions: shown.map((motion) => (motion.passed === null && !chair ? ownVoice(motion, seatId) : motion)),
    all: awards,
    open: mayDecide(stage),
    /** this judge concludes */
    chair,
    awards: single,
    mayNominate: single.length > 0 && seat.scoring && seat.lockedAt !== null && stage.state !== 'published',
    nominated: own.filter(({ entry }) => !aside.has(entry)),
  }
}

/** Before the conclusion nobody is told what colleagues have said. */
const ownVoice = (motion: MotionRow, seatId: string): MotionRow => ({
  ...motion,
  voices: motion.voices.filter((voice) => voice.seatId === seatId),
  tally: { yes: 0, no: 0, abstain: 0 },
  outcome: 'no-quorum',
})
