import { db } from '~/db.server'
import { concludeMotion } from '~/domain/judging/deliberation/conclude-motion.server'
import { openMotion } from '~/domain/judging/deliberation/open-motion.server'
import { voteOnMotion } from '~/domain/judging/deliberation/vote-on-motion.server'
import { callWork } from '~/domain/judging/live/call-work.server'
import { drawRunningOrder } from '~/domain/judging/live/draw-running-order.server'
import { revealWork } from '~/domain/judging/live/reveal-work.server'
import { labelName } from '~/domain/judging/production/read-label'
import { answerMaking } from '~/domain/judging/production/answer-making.server'
import { movePiece } from '~/domain/judging/production/move-piece.server'
import { publishResults } from '~/domain/judging/publish-results.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { type Choice, markOf, VOTE } from '~/domain/judging/votes/choice'
import type { Terms } from '~/domain/entries/terms'
import { demoId, demoUuid } from './demo-id.server'
import { declareTies, must, open, seatIdOf, seatPanel, sign } from './run-stage.server'
import { planWorks } from './works'
import { clerkId, judgeId, organiserId } from './write-people.server'
import { entryIdOf } from './work-rows.server'
import { writeWorks } from './write-works.server'

const HOUR = 3_600_000
const SEED = 1
const WORKS = 8

/** What each work had from five judges: four places, of which two works stand at the last with equal votes. */
const VOTES = ['iiiii', 'iiiih', 'iiihh', 'iihho', 'iihho', 'ihooo', 'ooooo', 'ooooo']
const choiceOf: Record<string, Choice> = { i: 'in', h: 'hold', o: 'out' }

/**
 * A final on its evening: voted for, its border deliberated, garments made and scanned, and the second work on the
 * hall's screen. Its works bear the drawings of the edition that is being judged, so nothing is drawn for it.
 */
export async function makeFinal(terms: Terms, now: Date, tell: (count: number, of: number) => void): Promise<void> {
  const { eventId } = terms
  if ((await db.liveTurn.count({ where: { eventId, revealedAt: { not: null } } })) > 0) return
  const works = planWorks({ edition: 'judging', seed: SEED, count: WORKS, special: { 0: { cast: 'student' } } })
  await writeWorks({ terms, seed: SEED, works, now, tell })
  const rows = await db.entry.findMany({ where: { eventId, state: 'accepted' }, select: { id: true, code: true, ownerId: true } })
  const entries = works.flatMap(({ index }) => rows.filter(({ id }) => id === entryIdOf(terms, SEED, index)))
  const codes = entries.map(({ code }) => code ?? '')
  await vote(eventId, codes, now)
  await makeGarments(eventId, entries, now)
  await scoreLive(eventId, now)
}

async function vote(eventId: string, codes: readonly string[], now: Date): Promise<void> {
  const panel = { eventId, stageId: 'preliminary', judges: 5 }
  const stage = await db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId, id: panel.stageId } } })
  if (stage.state === 'published') return
  const closed = stage.closesAt ?? now
  const opened = stage.opensAt ?? now
  await seatPanel(panel, { now: opened })
  await open(panel, opened)
  for (let judge = 0; judge < panel.judges; judge += 1) {
    await declareTies(panel, judge, opened, [])
    const marks = codes.map((code, at) => ({
      markId: demoUuid(eventId, panel.stageId, judge, code),
      code,
      criterion: VOTE,
      value: markOf(choiceOf[VOTES[at]?.[judge] ?? 'o'] ?? 'out'),
      markedAt: new Date(opened.getTime() + (judge * 60 + at) * 60_000).toISOString(),
    }))
    must(await saveMarks({ eventId, stageId: panel.stageId, seatId: seatIdOf(panel, judge), personId: judgeId(judge), marks, now: closed }))
    await sign(panel, judge, closed)
  }
  must(await closeStage({ eventId, stageId: panel.stageId, byId: organiserId, now: closed }))
  await deliberate(panel, [codes[4] ?? '', codes[3] ?? ''], closed)
  must(await publishResults({ eventId, stageId: panel.stageId, byId: organiserId, now: new Date(closed.getTime() + 24 * HOUR) }))
}

/** 合议 on the two works with equal votes: the panel, in the room, puts the one before the other. */
async function deliberate(panel: { eventId: string; stageId: string }, codes: readonly string[], now: Date): Promise<void> {
  const motion = { eventId: panel.eventId, stageId: panel.stageId, motionId: demoId(panel.eventId, 'motion') }
  const chairSeatId = seatIdOf(panel, 0)
  must(
    await openMotion({
      ...motion,
      kind: 'tie',
      codes,
      awardId: null,
      text: `${codes[0]}的组织更完整，建议排在${codes[1]}之前`,
      seatId: chairSeatId,
      byId: organiserId,
      now,
    }),
  )
  const voices = [
    ['yes', '工艺图可以直接打样'],
    ['yes', '系列更完整'],
    ['no', '另一件的想法更新'],
    ['yes', '同意动议'],
    ['abstain', '两件都看好'],
  ] as const
  for (const [judge, [choice, reason]] of voices.entries())
    must(await voteOnMotion({ ...motion, seatId: seatIdOf(panel, judge), choice, reason, byId: judgeId(judge), now }))
  must(await concludeMotion({ ...motion, chairSeatId, conclusion: `${codes[0]}入围`, casting: false, byId: organiserId, now }))
}

/** Three finalists make their works and the fourth has not answered; what has come is scanned. */
async function makeGarments(
  eventId: string,
  entries: readonly { id: string; code: string | null; ownerId: string | null }[],
  now: Date,
): Promise<void> {
  const stage = { eventId, stageId: 'production' }
  if ((await db.pieceMove.count({ where: stage })) > 0) return
  const { closesAt } = await db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId, id: stage.stageId } } })
  const at = new Date((closesAt ?? now).getTime() - 72 * HOUR)
  for (const [n, { id: entryId, ownerId }] of entries.entries()) {
    if (n > 2 || !ownerId) continue
    const answer = { confirmed: { garments: 2, swatches: 1 } }
    must(await answerMaking({ ...stage, editor: { personId: ownerId }, entryId, answer, now: at }))
  }
  const moves = [
    { n: 0, kind: 'garment', number: 1, to: ['received', 'on_rack'] },
    { n: 0, kind: 'garment', number: 2, to: ['received'] },
    { n: 1, kind: 'garment', number: 1, to: ['received'] },
  ] as const
  for (const { n, kind, number, to } of moves)
    for (const state of to)
      must(
        await movePiece({
          ...stage,
          label: labelName(entries[n]?.code ?? '', kind, number),
          to: state,
          condition: n === 1 ? '左袖口有抽纱' : '',
          photo: null,
          byId: clerkId,
          now: at,
        }),
      )
}

/** The evening: an order is drawn, the first work has its total, and two of three judges have marked the second. */
async function scoreLive(eventId: string, now: Date): Promise<void> {
  const panel = { eventId, stageId: 'final', judges: 3 }
  const stage = { eventId, stageId: panel.stageId, byId: organiserId, now }
  await seatPanel(panel, { now })
  for (let judge = 0; judge < panel.judges; judge += 1) await declareTies(panel, judge, now, [])
  if ((await db.liveTurn.count({ where: { eventId } })) === 0) must(await drawRunningOrder({ ...stage, seed: 2026 }))
  await open(panel, now)
  const order = await db.liveTurn.findMany({
    where: { eventId, stageId: panel.stageId },
    orderBy: { position: 'asc' },
    select: { entryId: true, entry: { select: { code: true } } },
  })
  for (const [turn, { entryId, entry }] of order.slice(0, 2).entries()) {
    must(await callWork({ ...stage, entryId }))
    for (let judge = 0; judge < panel.judges - turn; judge += 1) {
      const marks = ['design', 'craft', 'stage'].map((criterion, place) => ({
        markId: demoUuid(eventId, panel.stageId, judge, entryId, criterion),
        code: entry.code ?? '',
        criterion,
        value: String(8.5 - turn + ((judge + place) % 3) * 0.5),
        markedAt: now.toISOString(),
      }))
      must(await saveMarks({ eventId, stageId: panel.stageId, seatId: seatIdOf(panel, judge), personId: judgeId(judge), marks, now }))
    }
    if (turn === 0) must(await revealWork({ ...stage, entryId, reason: '' }))
  }
}
