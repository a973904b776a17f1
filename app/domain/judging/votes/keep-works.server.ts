import { transact } from '~/db.server'
import { lockStage } from '~/domain/events/lock-stage.server'
import { record } from '~/domain/ledger/record.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { hasFirstPass } from './passes'
import { voteRanking } from './vote-ranking.server'

export interface KeepWorks {
  eventId: string
  stageId: string
  /** who closes the first pass */
  byId: string
  now: Date
}

export type KeepWorksRefusal = 'unknown-stage' | 'no-first-pass' | 'voting-runs' | 'ties-undecided' | 'no-results'

/**
 * Fixes what the first pass of a stage keeps, for good: from here on judges mark those works. Signed votes are put aside
 * and the seats unlocked for the marks. Border works have to be decided first. Harmless to repeat.
 */
export async function keepWorks({ eventId, stageId, byId, now }: KeepWorks): Promise<Outcome<KeepWorksRefusal, { kept: number }>> {
  // the votes stand sealed before anything follows from them
  const head = await sealLedger(eventId)
  return transact(async (tx) => {
    const stage = await lockStage(tx, eventId, stageId)
    if (!stage) return refuse('unknown-stage')
    if (!hasFirstPass(stage)) return refuse('no-first-pass')
    if (stage.keptAt) return done({ kept: await tx.firstPassRow.count({ where: { eventId, stageId, kept: true } }) })
    if (stage.state !== 'open' || !stage.votingEndedAt) return refuse('voting-runs')
    const { works } = await voteRanking(eventId, stageId, { reader: tx })
    const undecided = works.filter(({ standing }) => standing === 'tied-at-cut')
    if (undecided.length > 0) return refuse('ties-undecided', { works: undecided.length })
    const kept = works.filter(({ standing }) => standing === 'place')
    if (kept.length === 0) return refuse('no-results')
    await tx.firstPassRow.createMany({
      data: works.map(({ entry, category, rank, counts, standing }) => ({
        eventId,
        stageId,
        entryId: entry,
        category,
        rank,
        ins: counts.in,
        holds: counts.hold,
        outs: counts.out,
        kept: standing === 'place',
      })),
    })
    const signed = await tx.judgeSeat.findMany({
      where: { eventId, stageId, lockedAt: { not: null } },
      select: { id: true, lockedAt: true, signature: true, sheetHash: true },
    })
    await tx.voteSheet.createMany({
      data: signed.map(({ id, lockedAt, signature, sheetHash }) => ({
        eventId,
        stageId,
        seatId: id,
        lockedAt: lockedAt ?? now,
        signature: signature ?? '',
        sheetHash: sheetHash ?? '',
      })),
    })
    await tx.judgeSeat.updateMany({ where: { eventId, stageId }, data: { lockedAt: null, signature: null, sheetHash: null } })
    await tx.stage.update({ where: { eventId_id: { eventId, id: stageId } }, data: { keptAt: now } })
    await record(tx, eventId, [
      {
        action: 'works.kept',
        body: {
          stage: stageId,
          by: byId,
          ledger: { rows: head.seq, hash: head.hash },
          results: works.map(({ entry, category, rank, counts, standing }) => ({
            entry,
            category,
            rank,
            votes: [counts.in, counts.hold, counts.out],
            kept: standing === 'place',
          })),
        },
      },
    ])
    return done({ kept: kept.length })
  })
}
