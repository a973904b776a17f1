import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { concludeMotion } from '~/domain/judging/deliberation/conclude-motion.server'
import { voteOnMotion } from '~/domain/judging/deliberation/vote-on-motion.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { decideTie } from '~/domain/judging/ties/decide-tie.server'
import { voteRanking } from '~/domain/judging/votes/vote-ranking.server'
import { deliberationDesk } from '~/domain/reporting/deliberation-desk.server'
import { tieRecord } from '~/domain/reporting/tie-record.server'
import { now, putMotion, voted } from '#test/support/deliberation'

test('who stands aside for a work neither moves nor concludes about it, not even the chair: the others conclude', async () => {
  const panel = await voted(['iiho', 'iiho', 'iooo'], async ({ eventId, stageId, judge }) => {
    await db.judgeSeat.updateMany({ where: { eventId, stageId, id: judge.seatId }, data: { isChair: true } })
    await recuseFromWork({ eventId, stageId, ...judge, code: 'K-0003', reason: '' })
  })
  const { eventId, stageId, judge, other } = panel
  expect(await putMotion(panel)).toMatchObject({ reason: 'recused' })
  const motion = await putMotion(panel, { seatId: other.seatId })
  if (!motion.ok) throw new Error(motion.reason)
  const about = { eventId, stageId, motionId: motion.value.motionId, byId: 'office', now: now() }
  for (const { seatId } of panel.panel.slice(1)) await voteOnMotion({ ...about, seatId, choice: 'yes', reason: '同意' })
  const conclude = (chairSeatId: string) => concludeMotion({ ...about, chairSeatId, conclusion: '移入', casting: true })
  expect(await conclude(judge.seatId)).toMatchObject({ reason: 'recused' })
  expect(await deliberationDesk(eventId, stageId)).toMatchObject({ motions: [{ chairs: [{ id: other.seatId }, {}] }] })
  expect(await conclude(other.seatId)).toEqual({ ok: true, value: { passed: true } })
})

test('a chair who stands aside for a tied work does not part the tie', async () => {
  const panel = await voted(['iiio', 'ihho', 'iooo'], async ({ eventId, stageId, other }) => {
    await db.judgeSeat.updateMany({ where: { eventId, stageId, id: other.seatId }, data: { isChair: true, scoring: false } })
    const [, , third] = await db.entry.findMany({ where: { eventId }, orderBy: { code: 'asc' } })
    await db.recusal.create({ data: { eventId, stageId, seatId: other.seatId, entryId: third?.id ?? '', origin: 'declared' } })
  })
  const { eventId, stageId, judge, other, works } = panel
  const { works: rows } = await voteRanking(eventId, stageId)
  const tied = rows.filter(({ rank }) => rows.filter((row) => row.rank === rank).length > 1 && rank !== null)
  const about = {
    eventId,
    stageId,
    category: tied[0]?.category ?? '',
    rank: tied[0]?.rank ?? 0,
    reason: '复看',
    byId: 'office',
    now: now(),
  }
  expect(tied.map(({ entry }) => entry)).toContain(works[2]?.id)
  const places = new Map(tied.map(({ entry }, n) => [entry, String(n + 1)]))
  expect(await decideTie({ ...about, places, seatId: other.seatId })).toMatchObject({ reason: 'recused' })
  expect((await tieRecord(eventId, stageId, 'vote')).seats.map(({ id }) => id)).toContain(judge.seatId)
  expect(await decideTie({ ...about, places, seatId: judge.seatId })).toEqual({ ok: true })
})

test('staff type in a voice for a judge in the room, and never another over what the judge said in person', async () => {
  const panel = await voted(['iiho', 'iiho', 'iooo'])
  const { eventId, stageId, judge, other } = panel
  const motion = await putMotion(panel)
  if (!motion.ok) throw new Error(motion.reason)
  const about = { eventId, stageId, motionId: motion.value.motionId, reason: '已复看', now: now() }
  expect(await voteOnMotion({ ...about, seatId: judge.seatId, choice: 'no', byId: judge.personId })).toEqual({ ok: true })
  expect(await voteOnMotion({ ...about, seatId: judge.seatId, choice: 'yes', byId: 'office' })).toMatchObject({ reason: 'own-voice' })
  expect(await voteOnMotion({ ...about, seatId: judge.seatId, choice: 'yes', byId: judge.personId })).toEqual({ ok: true })
  expect(await voteOnMotion({ ...about, seatId: other.seatId, choice: 'yes', byId: 'office' })).toEqual({ ok: true })
  expect(await voteOnMotion({ ...about, seatId: other.seatId, choice: 'no', byId: 'office' })).toEqual({ ok: true })
})
