import { transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { lockSeat } from './lock-seat.server'
import { canonicalSheet } from './sheet'
import { sheetRulebook } from './stage-rulebook.server'
import { deskState } from './votes/passes'
import { worksGivenTo } from './works-of-seat.server'

export type SignSheet = {
  eventId: string
  stageId: string
  seatId: string
  personId: string
  signature: string
  now: Date
}

export type SignRefusal = 'not-your-seat' | 'stage-not-open' | 'conflicts-not-declared' | 'incomplete'

export type SignedSheet = { sheetHash: string; lockedAt: Date; works: number; marks: number }

/**
 * A judge signs and locks the sheet: every work marked on every criterion or stood aside for. From then on the
 * database refuses its marks. `incomplete` says how many works are missing. Signing again answers the same sheet.
 */
export async function signSheet({
  eventId,
  stageId,
  seatId,
  personId,
  signature,
  now,
}: SignSheet): Promise<Outcome<SignRefusal, SignedSheet>> {
  const mine = { eventId, stageId, id: seatId, personId, removedAt: null, scoring: true }
  // the chain's head goes into the signed row: everything marked until here stands before it
  const head = await sealLedger(eventId)
  return transact(async (tx) => {
    await lockSeat(tx, { eventId, stageId, seatId })
    const seat = await tx.judgeSeat.findFirst({ where: mine, include: { stage: true } })
    if (!seat) return refuse('not-your-seat')
    const works = await tx.entry.findMany({
      where: await worksGivenTo(tx, { eventId, stageId, seatId }),
      select: {
        code: true,
        recusals: { where: { stageId, seatId }, select: { seatId: true } },
        marks: {
          where: { stageId, seatId, value: { not: null } },
          select: { criterionId: true, value: true },
        },
      },
    })
    const { criteria } = sheetRulebook(seat.stage)
    const inPass = new Set(criteria.map(({ id }) => id))
    const judged = works.filter(({ recusals }) => recusals.length === 0)
    const marks = judged.flatMap((work) =>
      work.marks
        .filter(({ criterionId }) => inPass.has(criterionId))
        .map(({ criterionId, value }) => [work.code ?? '', criterionId, value?.toString() ?? ''] as const),
    )
    if (seat.lockedAt)
      return done({
        sheetHash: seat.sheetHash ?? '',
        lockedAt: seat.lockedAt,
        works: judged.length,
        marks: marks.length,
      })
    if (deskState(seat.stage) !== 'open') return refuse('stage-not-open')
    if (!seat.declaredAt) return refuse('conflicts-not-declared')
    const missing = judged.filter((work) => criteria.some(({ id }) => !work.marks.some(({ criterionId }) => criterionId === id)))
    if (missing.length > 0) return refuse('incomplete', { works: missing.length })
    const sheetHash = sha256Hex(
      canonicalSheet({
        event: eventId,
        stage: stageId,
        seat: seatId,
        rulebookHash: seat.stage.rulebookHash ?? '',
        marks,
        recused: works.filter(({ recusals }) => recusals.length > 0).map(({ code }) => code ?? ''),
      }),
    )
    const where = { eventId_stageId_id: { eventId, stageId, id: seatId } }
    await tx.judgeSeat.update({ where, data: { lockedAt: now, signature, sheetHash } })
    await record(tx, eventId, [
      {
        action: 'sheet.locked',
        body: {
          stage: stageId,
          seat: seatId,
          sheetHash,
          marks: marks.length,
          ledger: { rows: head.seq, hash: head.hash },
        },
      },
    ])
    return done({ sheetHash, lockedAt: now, works: judged.length, marks: marks.length })
  })
}
