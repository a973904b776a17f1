import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { changeNames } from '~/domain/entries/names/change-names.server'
import { anonymousDetails, anonymousWorks } from '~/domain/judging/anonymous-work.server'
import { declareConflicts } from '~/domain/judging/declare-conflicts.server'
import { openStage } from '~/domain/judging/open-stage.server'
import { acceptSeat } from '~/domain/judging/accept-seat.server'
import { recheckConflicts } from '~/domain/judging/recheck-conflicts.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { saveNote } from '~/domain/judging/save-note.server'
import { newId } from '~/domain/new-id.server'
import { makePanel, makeWork, type TestJudge } from '#test/support/panel'

type Panel = Awaited<ReturnType<typeof makePanel>>
const none = { schools: [], companies: [], people: [] }
const declare = (
  { eventId, stageId }: Panel,
  { personId }: TestJudge,
  declaration = none as { schools: string[]; companies: string[]; people: string[] },
) => declareConflicts({ eventId, stageId, personId, declaration, now: new Date() })
const seen = async ({ eventId, stageId }: Panel, { seatId }: TestJudge) =>
  (await anonymousWorks({ eventId, stageId, seatId }, { skip: 0, take: 100 })).works.map(({ code }) => code)

async function undeclared(works = 4) {
  const panel = await makePanel({ declared: false, open: false, works })
  const { eventId, stageId, judge } = panel
  await acceptSeat({ eventId, stageId, personId: judge.personId, now: new Date() })
  return panel
}

test('ties are declared after accepting, and not once the sheet is locked', async () => {
  const panel = await makePanel({ declared: false, open: false })
  const { eventId, stageId, judge, other } = panel
  await expect(declare(panel, judge)).resolves.toMatchObject({ ok: false, reason: 'not-accepted' })
  await expect(acceptSeat({ eventId, stageId, personId: 'nobody', now: new Date() })).resolves.toMatchObject({
    ok: false,
    reason: 'not-on-panel',
  })
  await acceptSeat({ eventId, stageId, personId: judge.personId, now: new Date() })
  await expect(declare(panel, judge)).resolves.toMatchObject({ ok: true })
  await db.judgeSeat.updateMany({
    where: { id: other.seatId },
    data: { acceptedAt: new Date(), lockedAt: new Date() },
  })
  await expect(declare(panel, other)).resolves.toMatchObject({ ok: false, reason: 'sheet-locked' })
})

test('a declared school, company or person takes their works off the desk, and nobody else’s', async () => {
  const panel = await undeclared()
  await declare(panel, panel.judge, { schools: ['第1纺织学院'], companies: [], people: ['作者2号'] })
  expect(await seen(panel, panel.judge)).toEqual(['K-0001', 'K-0004'])
  expect(await seen(panel, panel.other)).toHaveLength(4)
})

test('later ties are added; earlier recusals stay', async () => {
  const panel = await undeclared()
  await declare(panel, panel.judge, { ...none, schools: ['第0纺织学院'] })
  await declare(panel, panel.judge, { ...none, companies: ['第3纺织学院'] })
  expect(await seen(panel, panel.judge)).toEqual(['K-0003', 'K-0002'])
  expect((await db.judgeSeat.findFirstOrThrow({ where: { id: panel.judge.seatId } })).declaration).toEqual({
    schools: ['第0纺织学院'],
    companies: ['第3纺织学院'],
    people: [],
  })
})

test('nobody judges what they entered or made, whatever they declare', async () => {
  const panel = await undeclared(2)
  const { eventId, judge } = panel
  await makeWork(eventId, 2, { personId: judge.personId, name: '笔名' })
  await makeWork(eventId, 3, { email: judge.email.toUpperCase() })
  await makeWork(eventId, 4, { email: `studio@${judge.email.split('@')[1] ?? ''}` })
  await declare(panel, judge)
  expect(await seen(panel, judge)).toEqual(['K-0001', 'K-0002'])
  const found = await db.recusal.findMany({
    where: { eventId, seatId: judge.seatId },
    orderBy: { entry: { code: 'asc' } },
    select: { origin: true, reason: true },
  })
  expect(found).toEqual([
    { origin: 'detected', reason: 'author' },
    { origin: 'detected', reason: expect.stringContaining('author') as string },
    { origin: 'detected', reason: 'same-email-domain' },
  ])
})

test('works accepted after the declaration are looked at when the stage opens', async () => {
  const panel = await undeclared(2)
  const { eventId, stageId, judge } = panel
  await declare(panel, judge)
  await makeWork(eventId, 2, { personId: judge.personId })
  await openStage({ eventId, stageId, byId: 'office', now: new Date() })
  expect(await seen(panel, judge)).toEqual(['K-0001', 'K-0002'])
})

test('a school that turns out to be the judge’s, by the name of another spelling, takes its works away; not from a signed sheet', async () => {
  const panel = await makePanel({ works: 2 })
  const { eventId, stageId, judge, other } = panel
  const { organisationId } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
  await db.judgeSeat.updateMany({ where: { eventId, stageId }, data: { affiliation: '示例纺织大学' } })
  await db.judgeSeat.updateMany({ where: { eventId, stageId, id: other.seatId }, data: { lockedAt: new Date() } })
  await db.entryAuthor.updateMany({
    where: { eventId, entryId: panel.works[0]?.id ?? '' },
    data: { organisation: 'Example Textile University' },
  })
  await recheckConflicts({ organisationId })
  expect(await seen(panel, judge)).toEqual(['K-0001', 'K-0002'])
  const asked = { intent: 'merge' as const, spellings: ['Example Textile University'], canonical: '示例纺织大学' }
  await changeNames({ eventId, personId: judge.personId, requestKey: newId(), asked, now: new Date() })
  const [job] = await db.$queryRaw<
    { key: string }[]
  >`select key from graphile_worker.jobs where key = ${`recheck-conflicts:${organisationId}`}`
  expect(job).toBeDefined()
  await recheckConflicts({ organisationId })
  expect(await seen(panel, judge)).toEqual(['K-0002'])
  expect(await seen(panel, other)).toEqual(['K-0001', 'K-0002'])
})

test('a work stood aside for is absent from every answer, and can be stood aside for only by its own judge', async () => {
  const panel = await makePanel()
  const { eventId, stageId, judge, other } = panel
  const recuse = (seat: TestJudge, code = 'K-0002') => recuseFromWork({ eventId, stageId, ...seat, code, reason: '认出作者' })
  await expect(recuse({ ...judge, seatId: other.seatId })).resolves.toMatchObject({
    ok: false,
    reason: 'not-your-seat',
  })
  await expect(recuse(judge, 'K-9999')).resolves.toMatchObject({ ok: false, reason: 'unknown-work' })
  await expect(recuse(judge)).resolves.toMatchObject({ ok: true })
  await expect(recuse(judge)).resolves.toMatchObject({ ok: true })
  expect(await seen(panel, judge)).toEqual(['K-0001', 'K-0003', 'K-0004'])
  expect(await anonymousDetails({ eventId, stageId, seatId: judge.seatId }, ['K-0001', 'K-0002'])).toMatchObject([{ code: 'K-0001' }])
  const note = { eventId, stageId, ...judge, text: '结构有新意', later: true, now: new Date() }
  await expect(saveNote({ ...note, code: 'K-0002' })).resolves.toMatchObject({
    ok: false,
    reason: 'unknown-work',
  })
  await expect(saveNote({ ...note, code: 'K-0001' })).resolves.toMatchObject({ ok: true })
  expect(await db.ledgerRow.count({ where: { eventId, action: 'recusal.made' } })).toBe(1)
})

test('nothing is declared once the marks are counted: an absent judge’s word would change the result in silence', async () => {
  const panel = await makePanel({ works: 2 })
  const { eventId, judge } = panel
  await db.stage.updateMany({ where: { eventId }, data: { state: 'closed', closedAt: new Date() } })
  await expect(declare(panel, judge, { ...none, people: [panel.works[0]?.name ?? ''] })).resolves.toMatchObject({ reason: 'stage-over' })
  await makeWork(eventId, 5, { personId: judge.personId })
  await recheckConflicts({ organisationId: (await db.event.findUniqueOrThrow({ where: { id: eventId } })).organisationId })
  expect(await db.recusal.count({ where: { eventId } })).toBe(0)
})
