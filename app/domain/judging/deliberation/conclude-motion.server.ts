import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { awardTwice } from '../publication/award-twice.server'
import { type TieRefusal, tieStep } from '../ties/decide-tie.server'
import { decidingSeats } from '../ties/queries.server'
import { mayDecide, passOf } from '../votes/passes'
import { stageMotions } from './queries.server'

export interface ConcludeMotion {
  eventId: string
  stageId: string
  motionId: string
  /** whose conclusion it is: the chair's where the panel has one that stands aside for none of the works */
  chairSeatId: string
  conclusion: string
  /** the chair's casting voice: counts only where as many are for as against */
  casting: boolean
  /** who types it */
  byId: string
  now: Date
}

export type ConcludeRefusal = 'unknown-motion' | 'over' | 'not-the-chair' | 'no-conclusion' | 'no-quorum' | 'award-twice' | TieRefusal

/**
 * The chair concludes a motion as the voices on it came out. From then on it counts: a tie is parted by it, a work is
 * moved, an award is given at publication. Concluded twice it is concluded once.
 */
export function concludeMotion({
  eventId,
  stageId,
  motionId,
  chairSeatId,
  conclusion,
  casting,
  byId,
  now,
}: ConcludeMotion): Promise<Outcome<ConcludeRefusal, { passed: boolean }>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    const [motion] = stage ? await stageMotions(tx, eventId, stageId, motionId) : []
    if (!stage || !motion) return refuse('unknown-motion')
    if (motion.passed !== null && !motion.undoneAt) return done({ passed: motion.passed })
    // a motion about the votes of a first pass says nothing once the marks have begun
    if (motion.undoneAt || !mayDecide(stage) || motion.inVote !== (passOf(stage) === 'vote')) return refuse('over')
    const order = motion.works.map(({ entry }) => entry)
    const { seats, aside } = await decidingSeats(tx, eventId, stageId, order)
    if (aside.has(chairSeatId)) return refuse('recused')
    if (!seats.some(({ id }) => id === chairSeatId)) return refuse('not-the-chair')
    const said = conclusion.trim()
    if (!said) return refuse('no-conclusion')
    if (motion.outcome === 'no-quorum') return refuse('no-quorum')
    const passed = motion.outcome === 'passed' || (motion.outcome === 'casting' && casting)
    await tx.motion.update({
      where: { eventId_stageId_id: { eventId, stageId, id: motionId } },
      data: { passed, conclusion: said, chairSeatId, concludedById: byId, concludedAt: now },
    })
    await record(tx, eventId, [
      {
        action: 'motion.concluded',
        body: {
          stage: stageId,
          motion: motionId,
          passed,
          voices: [motion.tally.yes, motion.tally.no, motion.tally.abstain],
          seat: chairSeatId,
          by: byId,
          conclusion: sha256Hex(`${motionId} ${said}`),
        },
      },
    ])
    if (passed && motion.kind === 'tie') {
      const decided = await tieStep(tx, {
        eventId,
        stageId,
        category: motion.category,
        rank: motion.rank ?? 0,
        order,
        seatId: chairSeatId,
        reason: said,
        motionId,
        byId,
        now,
      })
      if (!decided.ok) return decided
    }
    if (passed && motion.kind === 'award' && (await awardTwice(tx, eventId, stageId))) return refuse('award-twice')
    return done({ passed })
  })
}
