import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { decideTie } from '~/domain/judging/ties/decide-tie.server'
import { openStage } from '~/domain/judging/open-stage.server'
import { publishResults } from '~/domain/judging/publish-results.server'
import { stageRanking } from '~/domain/judging/ranking.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { stageObstacles, stageProgress } from '~/domain/judging/stage-progress.server'
import { newId } from '~/domain/new-id.server'
import { tellResults } from '~/domain/judging/tell-results.server'
import { makePerson } from '#test/support/factories'
import { makePanel, sentMark, testRulebook, type TestJudge } from '#test/support/panel'

let asked = 0
beforeAll(() => {
  const { query } = pg.Client.prototype
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]) {
      asked += 1
      return Reflect.apply(query, this, given) as unknown
    },
  })
})

type Panel = Awaited<ReturnType<typeof makePanel>>

/** Every criterion of each work by one judge: `values[n]` for the n-th work, `null` leaves it out. */
async function mark({ eventId, stageId, works }: Panel, { seatId, personId }: TestJudge, values: (string | null)[]) {
  const marks = works.flatMap(({ code }, n) => {
    const value = values[n] ?? null
    return value === null ? [] : ['design', 'craft', 'colour'].map((criterion) => sentMark(code, criterion, value))
  })
  return saveMarks({ eventId, stageId, seatId, personId, marks, now: new Date() })
}

const sign = ({ eventId, stageId }: Panel, judge: TestJudge) =>
  signSheet({ eventId, stageId, ...judge, signature: '签名', now: new Date() })

async function judged(options: Parameters<typeof makePanel>[0], values: (string | null)[][]) {
  const panel = await makePanel({ ...options, judges: values.length })
  for (const [n, judge] of panel.panel.entries()) {
    await mark(panel, judge, values[n] ?? [])
    await sign(panel, judge)
  }
  return panel
}

const ids = ({ eventId, stageId }: Panel) => ({ eventId, stageId, byId: 'office', now: new Date() })

test('a stage opens once, with its rulebook frozen and hashed, and not without judges or works', async () => {
  const panel = await makePanel({ open: false })
  await expect(openStage(ids(panel))).resolves.toMatchObject({
    ok: true,
    value: { works: 4, judges: 3, rulebookHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  })
  await expect(openStage(ids(panel))).resolves.toMatchObject({ ok: false, reason: 'already-open' })
  const stage = await db.stage.findFirstOrThrow({ where: { eventId: panel.eventId } })
  expect(stage).toMatchObject({ state: 'open', frozenAt: expect.any(Date) as Date })
  await expect(openStage(ids(await makePanel({ open: false, judges: 1, works: 0 })))).resolves.toMatchObject({
    ok: false,
    reason: 'no-works',
  })
  await expect(openStage({ ...ids(panel), stageId: 'nowhere' })).resolves.toMatchObject({
    ok: false,
    reason: 'unknown-stage',
  })
})

test('a sheet is signed only when every work is marked or stood aside for, and its hash does not change', async () => {
  const panel = await makePanel({ works: 3 })
  const { eventId, stageId, judge } = panel
  await mark(panel, judge, ['8', '7', null])
  await expect(sign(panel, judge)).resolves.toMatchObject({
    ok: false,
    reason: 'incomplete',
    detail: { works: 1 },
  })
  await recuseFromWork({ eventId, stageId, ...judge, code: 'K-0003', reason: '' })
  const first = await sign(panel, judge)
  expect(first).toMatchObject({ ok: true, value: { works: 2, marks: 6 } })
  await expect(sign(panel, judge)).resolves.toEqual(first)
  await expect(sign(panel, { ...judge, seatId: panel.other.seatId })).resolves.toMatchObject({
    ok: false,
    reason: 'not-your-seat',
  })
  const row = await db.ledgerRow.findFirstOrThrow({ where: { eventId, action: 'sheet.locked' } })
  expect(JSON.parse(row.body)).toMatchObject({
    seat: judge.seatId,
    marks: 6,
    ledger: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  })
})

test('an unsigned or partial sheet keeps a stage from closing, and the list says which', async () => {
  const panel = await makePanel({ works: 2, judges: 2 })
  const { eventId, stageId, judge, other } = panel
  await mark(panel, judge, ['8', '7'])
  await sign(panel, judge)
  await saveMarks({ eventId, stageId, ...other, marks: [sentMark('K-0001', 'design', '7')], now: new Date() })
  expect(await stageObstacles(db, eventId, stageId)).toEqual([
    { reason: 'unsigned', judge: other.seatId },
    { reason: 'partial-sheet', judge: other.seatId, entry: panel.works[0]?.id },
  ])
  await expect(closeStage({ ...ids(panel), unsignedBecause: 'absence' })).resolves.toMatchObject({
    ok: false,
    reason: 'obstacles',
  })
  await saveMarks({
    eventId,
    stageId,
    ...other,
    marks: [sentMark('K-0001', 'design', null)],
    now: new Date(),
  })
  await expect(closeStage(ids(panel))).resolves.toMatchObject({
    ok: false,
    reason: 'obstacles',
    detail: { obstacles: 1 },
  })
  await expect(closeStage({ ...ids(panel), unsignedBecause: 'absence' })).resolves.toMatchObject({ ok: true })
  await expect(closeStage(ids(panel))).resolves.toMatchObject({ ok: false, reason: 'not-open' })
})

test('progress counts by judge and by work and knows recusals', async () => {
  const panel = await makePanel({ works: 3, judges: 2 })
  const { eventId, stageId, judge, other } = panel
  await mark(panel, judge, ['8', null, null])
  await saveMarks({ eventId, stageId, ...other, marks: [sentMark('K-0001', 'design', '7')], now: new Date() })
  await recuseFromWork({ eventId, stageId, ...other, code: 'K-0002', reason: '' })
  const progress = await stageProgress(eventId, stageId)
  expect(progress.judges).toMatchObject([
    { judge: judge.seatId, label: '001', expected: 3, complete: 1, partial: 0, recused: 0 },
    { judge: other.seatId, label: '002', expected: 2, complete: 0, partial: 1, recused: 1 },
  ])
  expect(progress.works.find(({ entry }) => entry === panel.works[0]?.id)).toMatchObject({
    expected: 2,
    complete: 1,
    partial: [other.seatId],
  })
})

test('the ranking drops the extremes from five judges on and cuts by group', async () => {
  const panel = await judged({ works: 6 }, [
    ['9', '5', '8', '6', '7', '4'],
    ['9', '5', '8', '6', '7', '4'],
    ['9', '5', '8', '6', '7', '4'],
    ['10', '6', '8', '6', '7', '4'],
    ['1', '5', '8', '6', '7', '4'],
  ])
  const ranking = await stageRanking(panel.eventId, panel.stageId)
  expect(ranking.problems).toEqual([])
  expect(ranking.works.map(({ code, category, rank, total, standing }) => [category, code, rank, total, standing])).toEqual([
    ['academic', 'K-0001', 1, '90.00', 'place'],
    ['academic', 'K-0003', 2, '80.00', 'place'],
    ['academic', 'K-0005', 3, '70.00', 'alternate'],
    ['professional', 'K-0004', 1, '60.00', 'place'],
    ['professional', 'K-0002', 2, '50.00', 'place'],
    ['professional', 'K-0006', 3, '40.00', 'alternate'],
  ])
  expect(ranking.works[0]).toMatchObject({
    judges: 5,
    partial: [],
    sheets: { [panel.judge.seatId]: '90' },
  })
  expect(ranking.works[0]?.dropped).toHaveLength(2)
})

test('results are published once, after closing, with an announcement and a message to everyone who entered', async () => {
  const panel = await judged({ works: 6 }, [['9', '5', '8', '6', '7', '4']])
  await expect(publishResults(ids(panel))).resolves.toMatchObject({ ok: false, reason: 'not-closed' })
  await closeStage(ids(panel))
  await expect(publishResults(ids(panel))).resolves.toMatchObject({
    ok: true,
    value: { places: 4, alternates: 2, works: 6 },
  })
  await expect(publishResults(ids(panel))).resolves.toMatchObject({ ok: false, reason: 'already-published' })
  const { eventId, stageId } = panel
  expect(await db.resultRow.count({ where: { eventId, standing: 'place' } })).toBe(4)
  expect(await db.announcement.findMany({ where: { eventId } })).toMatchObject([
    {
      kind: 'results',
      titleZh: expect.stringContaining('初评结果公布') as string,
      titleEn: expect.stringContaining('Preliminary') as string,
    },
  ])
  // a notice period and the making of garments follow: neither decides anything, so nobody goes on to them
  const stage = { eventId, nameZh: '公示', nameEn: 'Notice period' }
  await db.stage.createMany({
    data: [
      { ...stage, id: 'notice', position: 2, type: 'notice' },
      { ...stage, id: 'make', position: 3, type: 'make' },
    ],
  })
  await tellResults({ eventId, stageId, version: 1 })
  await tellResults({ eventId, stageId, version: 1 })
  const notices = await db.notice.groupBy({ by: ['template'], where: { eventId }, _count: true })
  expect(Object.fromEntries(notices.map(({ template, _count }) => [template, _count]))).toEqual({
    'result-final': 4,
    'result-alternate': 2,
  })
})

test('results go to the authors, co-authors too, never to whoever typed a paper entry in, and name the next deciding stage', async () => {
  const panel = await judged({ works: 6 }, [['9', '5', '8', '6', '7', '4']])
  const { eventId, stageId, works } = panel
  const stage = { eventId, nameZh: '公示', nameEn: 'Notice period' }
  await db.stage.createMany({
    data: [
      { ...stage, id: 'notice', position: 2, type: 'notice' },
      { ...stage, id: 'final', position: 3, type: 'live', nameZh: '决赛', nameEn: 'Final' },
    ],
  })
  const clerk = await makePerson({ email: `clerk-${newId(6)}@office.example` })
  const [paper, shared] = [works[0]?.id ?? '', works[2]?.id ?? '']
  await db.entry.update({
    where: { eventId_id: { eventId, id: paper } },
    data: { origin: 'on_behalf', ownerId: null, startedById: clerk.id },
  })
  await db.entryAuthor.updateMany({ where: { eventId, entryId: paper }, data: { personId: null, email: 'paper@author.example' } })
  await db.entryAuthor.create({
    data: { eventId, entryId: shared, id: newId(), role: 'author', position: 1, name: '合作者', email: 'second@author.example' },
  })
  await closeStage(ids(panel))
  await publishResults(ids(panel))
  await tellResults({ eventId, stageId, version: 1 })
  const told = async (recipient: string) => db.notice.findMany({ where: { eventId, recipient } })
  expect(await db.notice.count({ where: { eventId, personId: clerk.id } })).toBe(0)
  for (const recipient of ['paper@author.example', 'second@author.example']) {
    const [notice, ...more] = await told(recipient)
    expect(more).toEqual([])
    expect(notice).toMatchObject({ template: 'result-finalist', text: expect.stringContaining('决赛') as string })
    expect(notice?.text).toContain(`/e/${eventId}`)
    expect(notice?.text).not.toContain('/my/')
  }
})

test('a tie across the cut-line waits for the chair, whose order then decides', async () => {
  const panel = await judged({ works: 6, rulebook: { ...testRulebook, quota: { places: 1, per: 'group' } } }, [
    ['8', '5', '8', '6', '7', '4'],
  ])
  await closeStage(ids(panel))
  await expect(publishResults(ids(panel))).resolves.toMatchObject({
    ok: false,
    reason: 'ties-undecided',
    detail: { works: 2 },
  })
  const places = new Map([
    [panel.works[2]?.id ?? '', '1'],
    [panel.works[0]?.id ?? '', '2'],
  ])
  const tie = { category: 'academic', rank: 1, seatId: panel.judge.seatId, reason: '复看后裁定' }
  await expect(decideTie({ ...ids(panel), ...tie, places })).resolves.toMatchObject({ ok: true })
  await expect(publishResults(ids(panel))).resolves.toMatchObject({ ok: true })
  expect(
    await db.resultRow.findMany({
      where: { eventId: panel.eventId, category: 'academic', standing: 'place' },
      select: { entryId: true },
    }),
  ).toEqual([{ entryId: panel.works[2]?.id }])
})

test('after a published stage only works with a place go on', async () => {
  const panel = await judged({ works: 6 }, [['9', '5', '8', '6', '7', '4']])
  const { eventId } = panel
  await closeStage(ids(panel))
  const seat = await db.judgeSeat.findFirstOrThrow({ where: { eventId } })
  await db.stage.create({
    data: {
      eventId,
      id: 'final',
      position: 5,
      type: 'live',
      nameZh: '决赛',
      nameEn: 'Final',
      rulebook: JSON.parse(JSON.stringify(testRulebook)),
    },
  })
  await db.judgeSeat.create({
    data: { ...seat, declaration: {}, stageId: 'final', lockedAt: null, sheetHash: null },
  })
  await expect(openStage({ ...ids(panel), stageId: 'final' })).resolves.toMatchObject({
    ok: false,
    reason: 'earlier-stage-not-published',
  })
  await publishResults(ids(panel))
  await expect(openStage({ ...ids(panel), stageId: 'final' })).resolves.toMatchObject({
    ok: true,
    value: { works: 4 },
  })
})

test('progress and ranking cost the same number of queries for 3 works as for 30', async () => {
  const count = async (works: number) => {
    const panel = await makePanel({ works })
    await mark(
      panel,
      panel.judge,
      Array.from({ length: works }, () => '7'),
    )
    const before = asked
    await stageRanking(panel.eventId, panel.stageId)
    await stageProgress(panel.eventId, panel.stageId)
    return asked - before
  }
  expect(await count(3)).toBe(await count(30))
})
