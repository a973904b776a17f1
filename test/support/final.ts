import { db } from '~/db.server'
import { callWork } from '~/domain/judging/live/call-work.server'
import { drawRunningOrder } from '~/domain/judging/live/draw-running-order.server'
import { revealWork } from '~/domain/judging/live/reveal-work.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { invariant } from '~/invariant'
import { makePanel, sentMark, testRulebook, type TestJudge } from './panel'

/** A live stage with its order drawn: no quota, so that nothing but the evening matters. */
export async function makeFinal(given: { judges?: number; works?: number; status?: 'draft' | 'open' } = {}) {
  const { quota: _quota, ...rulebook } = testRulebook
  const panel = await makePanel({ judges: 3, works: 4, ...given, rulebook, type: 'live' })
  const stage = { eventId: panel.eventId, stageId: panel.stageId, byId: 'office', now: new Date() }
  const drawn = await drawRunningOrder({ ...stage, seed: 42 })
  invariant(drawn.ok, `the order is drawn: ${JSON.stringify(drawn)}`)
  return { ...panel, stage }
}

export type Final = Awaited<ReturnType<typeof makeFinal>>

export const workAt = (final: Final, n: number) => {
  const work = final.works[n]
  invariant(work, `work ${n}`)
  return work
}

export const judgeAt = (final: Final, n: number): TestJudge => {
  const judge = final.panel[n]
  invariant(judge, `judge ${n}`)
  return judge
}

export const call = (final: Final, n: number) => callWork({ ...final.stage, entryId: workAt(final, n).id })

export const reveal = (final: Final, n: number, reason = '') => revealWork({ ...final.stage, entryId: workAt(final, n).id, reason })

/** All three criteria of a work with one value, as the judge's desk sends them; answers each mark's fate. */
export async function markWhole(final: Final, judge: TestJudge, n: number, value: string): Promise<string[]> {
  const { eventId, stageId } = final
  const marks = ['design', 'craft', 'colour'].map((criterion) => sentMark(workAt(final, n).code, criterion, value))
  const saved = await saveMarks({ eventId, stageId, seatId: judge.seatId, personId: judge.personId, marks, now: new Date() })
  invariant(saved.ok, 'the batch is taken')
  return saved.value.map((reply) => (reply.status === 'refused' ? reply.reason : reply.status))
}

/** Ledger rows of an event whose action begins so, oldest first. */
export async function ledgerOf(eventId: string, action: string) {
  const rows = await db.ledgerRow.findMany({ where: { eventId, action: { startsWith: action } }, orderBy: { id: 'asc' } })
  return rows.map((row): Record<string, unknown> => ({ action: row.action, ...(JSON.parse(row.body) as Record<string, unknown>) }))
}
