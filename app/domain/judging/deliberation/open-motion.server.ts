import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import type { MotionKind } from '~/generated/prisma/enums'
import { stageResult } from '../stage-result.server'
import { openTies } from '../ties/open-ties'
import { mayDecide } from '../votes/passes'
import { contestAwards, decidesAwards } from './contest-awards.server'

export interface OpenMotion {
  eventId: string
  stageId: string
  /** made by the form: sent again it is the same motion */
  motionId: string
  kind: MotionKind
  /** codes of the works; of a tie all of it in the order moved, best first */
  codes: readonly string[]
  /** of the config, where it is about an award */
  awardId: string | null
  text: string
  /** who moves it: a seat of the panel */
  seatId: string
  /** who types it */
  byId: string
  now: Date
}

export type OpenMotionRefusal =
  | 'unknown-stage'
  | 'not-closed'
  | 'not-on-panel'
  | 'no-text'
  | 'no-works'
  | 'unknown-work'
  | 'no-vote'
  | 'no-such-tie'
  | 'unknown-award'
  | 'too-many-works'
  | 'not-last-stage'
  | 'recused'

/**
 * Puts a motion to the panel (合议): an order for works in a tie, a work into what a vote keeps or out of it, or an award
 * that no ranking gives. Sheets have to be closed, so that nobody marks with a deliberation in mind.
 */
export function openMotion({
  eventId,
  stageId,
  motionId,
  kind,
  codes,
  awardId,
  text,
  seatId,
  byId,
  now,
}: OpenMotion): Promise<Outcome<OpenMotionRefusal, { motionId: string }>> {
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (!stage) return refuse('unknown-stage')
    if (await tx.motion.findUnique({ where: { eventId_stageId_id: { eventId, stageId, id: motionId } }, select: { id: true } }))
      return done({ motionId })
    if (!mayDecide(stage)) return refuse('not-closed')
    if ((await tx.judgeSeat.count({ where: { eventId, stageId, id: seatId, removedAt: null } })) === 0) return refuse('not-on-panel')
    const moved = text.trim()
    if (!moved) return refuse('no-text')
    const wanted = [...new Set(codes.map((code) => code.trim()).filter((code) => code !== ''))]
    if (wanted.length === 0) return refuse('no-works')
    const { works, pass } = await stageResult(tx, eventId, stageId)
    const found = wanted.map((code) => works.find((work) => work.code === code))
    if (found.includes(undefined)) return refuse('unknown-work')
    const entryIds = found.flatMap((work) => work?.entry ?? [])
    // nobody moves for, or against, a work they may not judge
    if ((await tx.recusal.count({ where: { eventId, stageId, seatId, entryId: { in: entryIds } } })) > 0) return refuse('recused')
    if ((kind === 'in' || kind === 'out') && pass !== 'vote') return refuse('no-vote')
    const tie =
      kind === 'tie'
        ? openTies(works).find(({ rows }) => rows.length === entryIds.length && rows.every(({ entry }) => entryIds.includes(entry)))
        : null
    if (tie === undefined) return refuse('no-such-tie')
    if (kind === 'award') {
      if (!(await decidesAwards(tx, eventId, stageId))) return refuse('not-last-stage')
      const award = (await contestAwards(tx, eventId)).find(
        ({ id, by, to }) => id === awardId && by !== 'ranking' && to !== 'organisations',
      )
      if (!award) return refuse('unknown-award')
      if (award.groups && found.some((work) => work && !award.groups?.includes(work.group))) return refuse('unknown-work')
      if (award.count !== undefined && entryIds.length > award.count) return refuse('too-many-works')
    }
    await tx.motion.create({
      data: {
        eventId,
        stageId,
        id: motionId,
        kind,
        inVote: pass === 'vote',
        category: tie?.category ?? '',
        rank: tie?.rank ?? null,
        awardId: kind === 'award' ? awardId : null,
        entryIds,
        text: moved,
        seatId,
        openedById: byId,
        openedAt: now,
      },
    })
    await record(tx, eventId, [
      {
        action: 'motion.put',
        body: {
          stage: stageId,
          motion: motionId,
          kind,
          works: entryIds,
          ...(kind === 'award' ? { award: awardId } : {}),
          seat: seatId,
          by: byId,
          text: sha256Hex(`${motionId} ${moved}`),
        },
      },
    ])
    return done({ motionId })
  })
}
