import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { mayDecide } from '../votes/passes'
import type { Voice } from './outcome-of'

export interface VoteOnMotion {
  eventId: string
  stageId: string
  motionId: string
  seatId: string
  choice: Voice
  reason: string
  /** who types it: the judge, or staff for a judge in the room */
  byId: string
  now: Date
}

export type VoiceRefusal = 'unknown-motion' | 'over' | 'not-scoring' | 'recused' | 'no-reason' | 'own-voice'

/** A scoring judge's voice on a motion, with a reason. May change until the chair concludes, by staff only what staff typed. Harmless to repeat. */
export function voteOnMotion({
  eventId,
  stageId,
  motionId,
  seatId,
  choice,
  reason,
  byId,
  now,
}: VoteOnMotion): Promise<Outcome<VoiceRefusal>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    const motion = stage && (await tx.motion.findUnique({ where: { eventId_stageId_id: { eventId, stageId, id: motionId } } }))
    if (!motion) return refuse('unknown-motion')
    if (motion.concludedAt || motion.undoneAt || !mayDecide(stage)) return refuse('over')
    const seat = await tx.judgeSeat.findFirst({
      where: { eventId, stageId, id: seatId, scoring: true, removedAt: null },
      select: { personId: true },
    })
    if (!seat) return refuse('not-scoring')
    if ((await tx.recusal.count({ where: { eventId, stageId, seatId, entryId: { in: motion.entryIds } } })) > 0) return refuse('recused')
    const why = reason.trim()
    if (!why) return refuse('no-reason')
    const key = { eventId, stageId, motionId, seatId }
    const before = await tx.motionVote.findUnique({ where: { eventId_stageId_motionId_seatId: key } })
    if (before?.choice === choice && before.reason === why) return done()
    // what judges said themselves nobody says for them
    if (before && before.byId === seat.personId && byId !== seat.personId) return refuse('own-voice')
    const given = { choice, reason: why, byId, votedAt: now }
    await tx.motionVote.upsert({ where: { eventId_stageId_motionId_seatId: key }, create: { ...key, ...given }, update: given })
    await record(tx, eventId, [
      {
        action: 'motion.voted',
        body: {
          stage: stageId,
          motion: motionId,
          seat: seatId,
          choice,
          was: before?.choice ?? null,
          by: byId,
          reason: sha256Hex(`${motionId} ${seatId} ${why}`),
        },
      },
    ])
    return done()
  })
}
