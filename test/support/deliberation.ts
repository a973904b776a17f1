import { expect } from 'vitest'
import { closeStage } from '~/domain/judging/close-stage.server'
import { concludeMotion } from '~/domain/judging/deliberation/conclude-motion.server'
import { openMotion, type OpenMotion } from '~/domain/judging/deliberation/open-motion.server'
import { voteOnMotion } from '~/domain/judging/deliberation/vote-on-motion.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { type Choice, VOTE, markOf } from '~/domain/judging/votes/choice'
import { newId } from '~/domain/new-id.server'
import { makePanel, sentMark } from '#test/support/panel'

export const ballot = { vote: ['in', 'hold', 'out'] as ['in', 'hold', 'out'], keep: 2, alternates: 1, per: 'all' as const }
const letters: Record<string, Choice> = { i: 'in', h: 'hold', o: 'out' }
export const now = () => new Date()
export type VotedPanel = Awaited<ReturnType<typeof makePanel>>

/** A closed stage of votes, one text of letters a judge. */
export async function voted(sheets: string[], more: (panel: VotedPanel) => Promise<unknown> = () => Promise.resolve()) {
  const panel = await makePanel({ rulebook: null, ballot, works: sheets[0]?.length ?? 0, judges: sheets.length })
  const { eventId, stageId, works } = panel
  await more(panel)
  for (const [n, judge] of panel.panel.entries()) {
    const marks = [...(sheets[n] ?? '')].map((letter, w) => sentMark(works[w]?.code ?? '', VOTE, markOf(letters[letter] ?? 'out')))
    await saveMarks({ eventId, stageId, ...judge, marks, now: now() })
    await signSheet({ eventId, stageId, ...judge, signature: '签名', now: now() })
  }
  expect(await closeStage({ eventId, stageId, byId: 'office', now: now() })).toMatchObject({ ok: true })
  return panel
}

export const putMotion = ({ eventId, stageId, judge }: VotedPanel, given: Partial<OpenMotion> = {}) =>
  openMotion({
    eventId,
    stageId,
    motionId: newId(),
    kind: 'in',
    codes: ['K-0003'],
    awardId: null,
    text: '可织性突出，建议入选',
    seatId: judge.seatId,
    byId: 'office',
    now: now(),
    ...given,
  })

/** Puts a motion, lets the judges speak as the letters say, and concludes it. */
export async function deliberate(panel: VotedPanel, voices: string, given: Partial<OpenMotion> = {}, casting = false) {
  const { eventId, stageId, judge } = panel
  const motion = await putMotion(panel, given)
  if (!motion.ok) return motion
  const { motionId } = motion.value
  for (const [n, letter] of [...voices].entries()) {
    const choice = letter === 'y' ? 'yes' : letter === 'n' ? 'no' : 'abstain'
    await voteOnMotion({
      eventId,
      stageId,
      motionId,
      seatId: panel.panel[n]?.seatId ?? '',
      choice,
      reason: '已复看',
      byId: panel.panel[n]?.personId ?? '',
      now: now(),
    })
  }
  return concludeMotion({
    eventId,
    stageId,
    motionId,
    chairSeatId: judge.seatId,
    conclusion: '照票决',
    casting,
    byId: 'office',
    now: now(),
  })
}
