import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { concludeMotion } from '~/domain/judging/deliberation/conclude-motion.server'
import { nominateWork } from '~/domain/judging/deliberation/nominate-work.server'
import { nominations, stageMotions } from '~/domain/judging/deliberation/queries.server'
import { undoMotion } from '~/domain/judging/deliberation/undo-motion.server'
import { voteOnMotion } from '~/domain/judging/deliberation/vote-on-motion.server'
import { withdrawNomination } from '~/domain/judging/deliberation/withdraw-nomination.server'
import { publishResults } from '~/domain/judging/publish-results.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { undoTie } from '~/domain/judging/ties/undo-tie.server'
import { voteRanking } from '~/domain/judging/votes/vote-ranking.server'
import { newId } from '~/domain/new-id.server'
import { loader as judgePage } from '~/routes/judge/deliberation'
import { ballot, deliberate, now, putMotion, voted, type VotedPanel } from '#test/support/deliberation'
import { cookieOf, makePanel, makeWork, sentMark, testRulebook } from '#test/support/panel'

beforeAll(() => {
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

const standings = async ({ eventId, stageId }: VotedPanel) =>
  Object.fromEntries((await voteRanking(eventId, stageId)).works.map(({ code, standing }) => [code, standing]))

test('a passed motion moves a border work into what the vote keeps, and the last one makes room', async () => {
  const panel = await voted(['iiho', 'iiho', 'iooo'])
  expect(await standings(panel)).toEqual({ 'K-0001': 'place', 'K-0002': 'place', 'K-0003': 'alternate', 'K-0004': 'none' })
  expect(await deliberate(panel, 'yyn')).toMatchObject({ ok: true, value: { passed: true } })
  expect(await standings(panel)).toEqual({ 'K-0001': 'place', 'K-0003': 'place', 'K-0002': 'alternate', 'K-0004': 'none' })
  const [motion] = await stageMotions(db, panel.eventId, panel.stageId)
  expect(
    await undoMotion({ eventId: panel.eventId, stageId: panel.stageId, motionId: motion?.id ?? '', byId: 'office', now: now() }),
  ).toEqual({ ok: true })
  expect(await standings(panel)).toMatchObject({ 'K-0002': 'place', 'K-0003': 'alternate' })
})

test('a motion that fails, or finds no quorum, changes nothing; the chair casts when voices are equal', async () => {
  const panel = await voted(['iiho', 'iiho', 'iooo'])
  expect(await deliberate(panel, 'ynn')).toMatchObject({ ok: true, value: { passed: false } })
  expect(await deliberate(panel, 'y')).toMatchObject({ ok: false, reason: 'no-quorum' })
  expect(await deliberate(panel, 'yna', {}, false)).toMatchObject({ ok: true, value: { passed: false } })
  expect(await standings(panel)).toMatchObject({ 'K-0003': 'alternate' })
  expect(await deliberate(panel, 'yna', { kind: 'out', codes: ['K-0002'] }, true)).toMatchObject({ ok: true, value: { passed: true } })
  expect(await standings(panel)).toEqual({ 'K-0001': 'place', 'K-0003': 'place', 'K-0004': 'alternate', 'K-0002': 'none' })
})

test('a passed motion parts a tie at the line with the deliberation as its reason, and is undone with it', async () => {
  const panel = await voted(['iiio', 'ihho', 'iooo'])
  const { eventId, stageId } = panel
  expect(await standings(panel)).toMatchObject({ 'K-0002': 'tied-at-cut', 'K-0003': 'tied-at-cut' })
  expect(await putMotion(panel, { kind: 'tie', codes: ['K-0003'] })).toMatchObject({ ok: false, reason: 'no-such-tie' })
  expect(await deliberate(panel, 'yyy', { kind: 'tie', codes: ['K-0003', 'K-0002'] })).toMatchObject({ ok: true })
  expect(await standings(panel)).toMatchObject({ 'K-0003': 'place', 'K-0002': 'alternate' })
  const decision = await db.tieDecision.findFirstOrThrow({ where: { eventId } })
  expect(decision).toMatchObject({ reason: '照票决', motionId: expect.any(String) as string, inVote: true })
  expect(await undoTie({ eventId, stageId, decisionId: decision.id, byId: 'office', now: now() })).toEqual({ ok: true })
  expect((await stageMotions(db, eventId, stageId))[0]?.undoneAt).toBeInstanceOf(Date)
  expect(await standings(panel)).toMatchObject({ 'K-0002': 'tied-at-cut' })
})

test('everything of a deliberation is in the ledger, its words as hashes', async () => {
  const panel = await voted(['iiho', 'iiho', 'iooo'])
  await deliberate(panel, 'yyn')
  const rows = await db.ledgerRow.findMany({ where: { eventId: panel.eventId, action: { startsWith: 'motion.' } }, orderBy: { id: 'asc' } })
  expect(rows.map(({ action }) => action)).toEqual(['motion.put', 'motion.voted', 'motion.voted', 'motion.voted', 'motion.concluded'])
  expect(rows.map(({ body }) => body).join()).not.toMatch(/入选|复看|票决/)
})

test('what a motion is refused for', async () => {
  const open = await makePanel({ rulebook: null, ballot })
  expect(await putMotion(open)).toMatchObject({ ok: false, reason: 'not-closed' })
  const panel = await voted(['iiho', 'iiho', 'iooo'])
  expect(await putMotion(panel, { stageId: 'nowhere' })).toMatchObject({ ok: false, reason: 'unknown-stage' })
  expect(await putMotion(panel, { seatId: 'nobody' })).toMatchObject({ ok: false, reason: 'not-on-panel' })
  expect(await putMotion(panel, { text: ' ' })).toMatchObject({ ok: false, reason: 'no-text' })
  expect(await putMotion(panel, { codes: [' '] })).toMatchObject({ ok: false, reason: 'no-works' })
  expect(await putMotion(panel, { codes: ['K-9999'] })).toMatchObject({ ok: false, reason: 'unknown-work' })
  expect(await putMotion(panel, { kind: 'award', awardId: 'craft-prize' })).toMatchObject({ ok: false, reason: 'unknown-award' })
  const motionId = newId()
  expect(await putMotion(panel, { motionId })).toEqual({ ok: true, value: { motionId } })
  expect(await putMotion(panel, { motionId, text: '别的' })).toEqual({ ok: true, value: { motionId } })
  expect(await stageMotions(db, panel.eventId, panel.stageId)).toHaveLength(1)
})

test('who may not speak on a motion, or conclude it', async () => {
  const panel = await voted(['iiho', 'iiho', 'iooo'], ({ eventId, stageId, other }) =>
    recuseFromWork({ eventId, stageId, ...other, code: 'K-0003', reason: '' }),
  )
  const { eventId, stageId, judge, other } = panel
  const motion = await putMotion(panel)
  if (!motion.ok) throw new Error(motion.reason)
  const about = { eventId, stageId, motionId: motion.value.motionId, byId: 'office', now: now() }
  const speak = (given: object) => voteOnMotion({ ...about, seatId: judge.seatId, choice: 'yes', reason: '同意', ...given })
  expect(await speak({ motionId: 'none' })).toMatchObject({ reason: 'unknown-motion' })
  expect(await speak({ seatId: 'none' })).toMatchObject({ reason: 'not-scoring' })
  expect(await speak({ seatId: other.seatId })).toMatchObject({ reason: 'recused' })
  expect(await speak({ reason: ' ' })).toMatchObject({ reason: 'no-reason' })
  expect(await speak({})).toEqual({ ok: true })
  expect(await speak({})).toEqual({ ok: true })
  expect(await speak({ choice: 'no' })).toEqual({ ok: true })
  expect(await speak({ seatId: panel.panel[2]?.seatId, choice: 'no' })).toEqual({ ok: true })
  const conclude = (given: object = {}) =>
    concludeMotion({ ...about, chairSeatId: judge.seatId, conclusion: '不移', casting: false, ...given })
  expect(await conclude({ motionId: 'none' })).toMatchObject({ reason: 'unknown-motion' })
  expect(await conclude({ chairSeatId: 'none' })).toMatchObject({ reason: 'not-the-chair' })
  expect(await conclude({ conclusion: '' })).toMatchObject({ reason: 'no-conclusion' })
  expect(await conclude()).toEqual({ ok: true, value: { passed: false } })
  expect(await conclude()).toEqual({ ok: true, value: { passed: false } })
  expect(await speak({ choice: 'yes' })).toMatchObject({ reason: 'over' })
  expect(await publishResults({ eventId, stageId, byId: 'office', now: now() })).toMatchObject({ ok: true })
  expect(await undoMotion(about)).toMatchObject({ reason: 'over' })
  expect(await undoMotion({ ...about, motionId: 'none' })).toMatchObject({ reason: 'unknown-motion' })
})

test('a judge’s page of motions names nobody, hides works stood aside for, and no colleague’s voice before the end', async () => {
  const panel = await voted(['iiho', 'iiho', 'iooo'], ({ eventId, stageId, other }) =>
    recuseFromWork({ eventId, stageId, ...other, code: 'K-0002', reason: '' }),
  )
  const { eventId, stageId, judge, other, works } = panel
  await putMotion(panel, { codes: ['K-0002'], kind: 'out', text: '工艺图不符' })
  const motion = await putMotion(panel)
  if (!motion.ok) throw new Error(motion.reason)
  const about = { eventId, stageId, motionId: motion.value.motionId, byId: judge.personId, now: now() }
  const colleague = panel.panel[2]
  await voteOnMotion({ ...about, seatId: colleague?.seatId ?? '', choice: 'no', reason: '未见新意', byId: colleague?.personId ?? '' })
  const page = async () => {
    const request = new Request(`http://127.0.0.1:3000/judge/${eventId}/${stageId}/deliberation`, {
      headers: { Cookie: await cookieOf(other.personId) },
    })
    return JSON.stringify(await judgePage({ request, params: { slug: eventId, stage: stageId }, context: {} }))
  }
  const before = await page()
  expect(before).toContain('K-0003')
  expect(before).not.toMatch(/K-0002|工艺图不符|未见新意|作者\d号|纺织学院/)
  for (const { name } of works) expect(before).not.toContain(name)
  await voteOnMotion({ ...about, seatId: judge.seatId, choice: 'no', reason: '同意' })
  await concludeMotion({ ...about, chairSeatId: judge.seatId, conclusion: '不移', casting: false })
  expect(await page()).toContain('未见新意')
})

const awards = [
  { id: 'gold', name: { zh: '金奖', en: 'Gold' }, count: 1, per: 'group', by: 'ranking', to: 'authors', exclusive: true },
  {
    id: 'craft-prize',
    name: { zh: '最佳工艺奖', en: 'Best craft' },
    count: 1,
    per: 'all',
    by: 'nomination',
    to: 'authors',
    exclusive: true,
  },
  { id: 'idea-prize', name: { zh: '最佳创意奖', en: 'Best idea' }, count: 1, per: 'all', by: 'vote', to: 'authors', exclusive: false },
]

/** A marked and closed last stage in which the first work of each group wins. */
async function marked() {
  const panel = await makePanel({ judges: 3, works: 4, rulebook: { ...testRulebook, quota: { places: 2, per: 'group' } } })
  const { eventId, stageId, works } = panel
  const { config } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
  const { contest } = config as { contest: object }
  const stages = [{ id: stageId, type: 'score', dates: 'final', panel: { judges: 3, perWork: 'all' }, rulebook: testRulebook }]
  await db.event.update({
    where: { id: eventId },
    data: { config: JSON.parse(JSON.stringify({ contest: { ...contest, stages, awards } })) as object },
  })
  for (const judge of panel.panel) {
    const marks = works.flatMap(({ code }, w) => ['design', 'craft', 'colour'].map((criterion) => sentMark(code, criterion, String(9 - w))))
    await saveMarks({ eventId, stageId, ...judge, marks, now: now() })
  }
  return panel
}

const close = async (panel: VotedPanel) => {
  const { eventId, stageId } = panel
  for (const judge of panel.panel) await signSheet({ eventId, stageId, ...judge, signature: '签名', now: now() })
  expect(await closeStage({ eventId, stageId, byId: 'office', now: now() })).toMatchObject({ ok: true })
}

test('a single prize is nominated after signing, deliberated, and written at publication', async () => {
  const panel = await marked()
  const { eventId, stageId, judge, works } = panel
  const nominate = (given: object = {}) =>
    nominateWork({ eventId, stageId, ...judge, awardId: 'craft-prize', code: 'K-0003', reason: '绞花走势', now: now(), ...given })
  expect(await nominate()).toMatchObject({ ok: false, reason: 'not-signed' })
  await close(panel)
  expect(await nominate({ awardId: 'gold' })).toMatchObject({ ok: false, reason: 'unknown-award' })
  expect(await nominate({ code: 'K-9999' })).toMatchObject({ ok: false, reason: 'unknown-work' })
  expect(await nominate({ personId: 'somebody' })).toMatchObject({ ok: false, reason: 'not-your-seat' })
  expect(await nominate()).toEqual({ ok: true })
  expect(await nominate()).toEqual({ ok: true })
  expect(await nominations(db, eventId, stageId)).toMatchObject([{ awardId: 'craft-prize', code: 'K-0003', by: [{ reason: '绞花走势' }] }])
  expect(await putMotion(panel, { kind: 'award', awardId: 'craft-prize', codes: ['K-0003', 'K-0004'] })).toMatchObject({
    ok: false,
    reason: 'too-many-works',
  })
  expect(await putMotion(panel)).toMatchObject({ ok: false, reason: 'no-vote' })
  // the first work wins gold: the exclusive prize cannot be its own as well, the other one can
  expect(await deliberate(panel, 'yyy', { kind: 'award', awardId: 'craft-prize', codes: ['K-0001'] })).toMatchObject({
    ok: false,
    reason: 'award-twice',
  })
  expect(await deliberate(panel, 'yyy', { kind: 'award', awardId: 'craft-prize', codes: ['K-0003'] })).toMatchObject({ ok: true })
  expect(await deliberate(panel, 'yyy', { kind: 'award', awardId: 'idea-prize', codes: ['K-0001'] })).toMatchObject({ ok: true })
  expect(await publishResults({ eventId, stageId, byId: 'office', now: now() })).toMatchObject({ ok: true })
  const given = await db.award.findMany({ where: { eventId }, orderBy: [{ awardId: 'asc' }, { entryId: 'asc' }] })
  expect(given.map(({ awardId, entryId }) => [awardId, works.findIndex(({ id }) => id === entryId)]).sort()).toEqual([
    ['craft-prize', 2],
    ['gold', 0],
    ['gold', 1],
    ['idea-prize', 0],
  ])
  expect(await db.certificate.count({ where: { eventId, awardId: 'craft-prize' } })).toBe(1)
  expect(await nominate()).toMatchObject({ ok: false, reason: 'published' })
  expect(await withdrawNomination({ eventId, stageId, ...judge, awardId: 'craft-prize', code: 'K-0003' })).toMatchObject({
    ok: false,
    reason: 'published',
  })
})

test('a nomination is withdrawn by its judge alone', async () => {
  const panel = await marked()
  await close(panel)
  const { eventId, stageId, judge, other } = panel
  const about = { eventId, stageId, awardId: 'craft-prize', code: 'K-0003' }
  await nominateWork({ ...about, ...judge, reason: '', now: now() })
  expect(await withdrawNomination({ ...about, ...judge, personId: other.personId })).toMatchObject({ ok: false, reason: 'not-your-seat' })
  expect(await withdrawNomination({ ...about, ...other })).toEqual({ ok: true })
  expect(await nominations(db, eventId, stageId)).toHaveLength(1)
  expect(await withdrawNomination({ ...about, ...judge })).toEqual({ ok: true })
  expect(await withdrawNomination({ ...about, ...judge })).toEqual({ ok: true })
  expect(await nominations(db, eventId, stageId)).toEqual([])
})

test('a judge cannot nominate a work they stand aside for, nor before the last stage', async () => {
  const panel = await marked()
  const { eventId, stageId, judge } = panel
  await recuseFromWork({ eventId, stageId, ...judge, code: 'K-0002', reason: '' })
  await makeWork(eventId, 30)
  for (const one of panel.panel) await db.judgeSeat.updateMany({ where: { eventId, id: one.seatId }, data: { lockedAt: now() } })
  const nominate = (code: string) => nominateWork({ eventId, stageId, ...judge, awardId: 'craft-prize', code, reason: '', now: now() })
  expect(await nominate('K-0002')).toMatchObject({ ok: false, reason: 'unknown-work' })
  const { config } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
  const { contest } = config as { contest: { stages: object[] } }
  const later = {
    ...contest,
    stages: [
      ...contest.stages,
      { id: 'final', type: 'score', dates: 'final', panel: { judges: 3, perWork: 'all' }, rulebook: testRulebook },
    ],
  }
  await db.event.update({ where: { id: eventId }, data: { config: JSON.parse(JSON.stringify({ contest: later })) as object } })
  expect(await nominate('K-0003')).toMatchObject({ ok: false, reason: 'not-last-stage' })
})
