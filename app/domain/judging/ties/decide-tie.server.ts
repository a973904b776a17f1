import { type Tx, transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { stageResult } from '../stage-result.server'
import { mayDecide, passOf } from '../votes/passes'
import { openTies } from './open-ties'
import { type PlacesRefusal, orderOfPlaces } from './order-of-places'
import { decidingSeats } from './queries.server'

export interface DecideTie {
  eventId: string
  stageId: string
  category: string
  /** the rank the tied works share */
  rank: number
  /** by entry id: the place each was given among them, as typed, 1 the best */
  places: ReadonlyMap<string, string>
  /** whose decision it is; has to be the chair where the panel has one that does not stand aside */
  seatId: string
  reason: string
  /** who types it */
  byId: string
  now: Date
}

export type TieRefusal =
  'unknown-stage' | 'not-closed' | 'already-decided' | 'no-such-tie' | 'not-the-chair' | 'recused' | 'no-reason' | PlacesRefusal

/**
 * Keeps what the chair decided about works that the rulebook leaves in a tie. It holds until it is undone, and for ever
 * once the result is published. The same decision sent again changes nothing.
 */
export function decideTie({
  eventId,
  stageId,
  category,
  rank,
  places,
  seatId,
  reason,
  byId,
  now,
}: DecideTie): Promise<Outcome<TieRefusal>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (!stage) return refuse('unknown-stage')
    if (!mayDecide(stage)) return refuse('not-closed')
    const inVote = passOf(stage) === 'vote'
    const why = reason.trim()
    if (!why) return refuse('no-reason')
    const before = await tx.tieDecision.findFirst({
      where: { eventId, stageId, category, inVote, rank, undoneAt: null },
      select: { order: true },
    })
    if (before) {
      const given = orderOfPlaces(before.order, places)
      return given.ok && given.order.join() === before.order.join() ? done() : refuse('already-decided')
    }
    const tie = await openTie(tx, { eventId, stageId, category, rank })
    if (!tie) return refuse('no-such-tie')
    const given = orderOfPlaces(tie, places)
    if (!given.ok) return given
    return writeStep(tx, { eventId, stageId, category, rank, order: given.order, seatId, reason: why, motionId: null, byId, now }, inVote)
  })
}

/** Entry ids of the works that share a rank and wait for a decision; null when there is no such tie now. */
async function openTie(
  tx: Tx,
  { eventId, stageId, category, rank }: Pick<DecideTie, 'eventId' | 'stageId' | 'category' | 'rank'>,
): Promise<string[] | null> {
  const { works } = await stageResult(tx, eventId, stageId)
  const tie = openTies(works).find((one) => one.category === category && one.rank === rank)
  return tie ? tie.rows.map(({ entry }) => entry) : null
}

type Decided = Omit<DecideTie, 'places'> & {
  /** entry ids, best first */
  order: string[]
  /** the deliberation that decided it */
  motionId: string | null
}

/** A tie parted by a motion that passed, in the transaction that concludes it; the stage has to be locked. */
export async function tieStep(tx: Tx, decided: Decided): Promise<Outcome<TieRefusal>> {
  const stage = await tx.stage.findUniqueOrThrow({ where: { eventId_id: { eventId: decided.eventId, id: decided.stageId } } })
  const tie = await openTie(tx, decided)
  if (!tie || tie.length !== decided.order.length || !tie.every((entry) => decided.order.includes(entry))) return refuse('no-such-tie')
  return writeStep(tx, decided, passOf(stage) === 'vote')
}

async function writeStep(
  tx: Tx,
  { eventId, stageId, category, rank, order, seatId, reason, motionId, byId, now }: Decided,
  inVote: boolean,
): Promise<Outcome<TieRefusal>> {
  const { seats, aside } = await decidingSeats(tx, eventId, stageId, order)
  if (aside.has(seatId)) return refuse('recused')
  if (!seats.some(({ id }) => id === seatId)) return refuse('not-the-chair')
  const id = newId()
  await tx.tieDecision.create({
    data: { eventId, stageId, id, category, inVote, rank, order, seatId, byId, reason, motionId, decidedAt: now },
  })
  await record(tx, eventId, [
    {
      action: 'tie.decided',
      body: {
        stage: stageId,
        decision: id,
        category,
        rank,
        order,
        seat: seatId,
        by: byId,
        ...(motionId ? { motion: motionId } : {}),
        reason: sha256Hex(`${id} ${reason}`),
      },
    },
  ])
  return done()
}
