import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { ownMarks } from '~/domain/judging/own-marks.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { seatOf } from '~/domain/judging/seats.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { invariant } from '~/invariant'
import { makePanel, sentMark, type TestJudge } from '#test/support/panel'

type Panel = Awaited<ReturnType<typeof makePanel>>
const send = ({ eventId, stageId }: Panel, { seatId, personId }: TestJudge, marks: ReturnType<typeof sentMark>[]) =>
  saveMarks({ eventId, stageId, seatId, personId, marks, now: new Date() })

async function replies(panel: Panel, judge: TestJudge, marks: ReturnType<typeof sentMark>[]) {
  const outcome = await send(panel, judge, marks)
  invariant(outcome.ok, 'the batch was taken')
  return outcome.value.map((reply) => (reply.status === 'refused' ? reply.reason : reply.status))
}

async function marksOf({ eventId, stageId }: Panel, { personId }: TestJudge) {
  const seat = await seatOf(personId, eventId, stageId)
  invariant(seat, 'the judge has a seat')
  return (await ownMarks(seat)).marks
}

const ledger = async ({ eventId }: Panel) =>
  (
    await db.ledgerRow.findMany({
      where: { eventId, action: { startsWith: 'mark.' } },
      orderBy: { id: 'asc' },
    })
  ).map(({ action, body }): Record<string, unknown> => ({
    action,
    ...(JSON.parse(body) as Record<string, unknown>),
  }))

const whole = (panel: Panel) =>
  panel.works.flatMap(({ code }) => ['design', 'craft', 'colour'].map((criterion) => sentMark(code, criterion, '7')))

test('marks are stored as they were entered and every one leaves a ledger row', async () => {
  const panel = await makePanel()
  const sent = [sentMark('K-0001', 'design', '8.5'), sentMark('K-0001', 'craft', '10'), sentMark('K-0002', 'design', '1')]
  expect(await replies(panel, panel.judge, sent)).toEqual(['saved', 'saved', 'saved'])
  expect(await marksOf(panel, panel.judge)).toEqual({
    'K-0001': ['8.5', '10', null],
    'K-0002': ['1', null, null],
  })
  expect(await ledger(panel)).toMatchObject([
    { action: 'mark.given', criterion: 'design', value: '8.5', was: null, seat: panel.judge.seatId },
    { action: 'mark.given', criterion: 'craft', value: '10' },
    { action: 'mark.given', criterion: 'design', value: '1' },
  ])
})

test('a repeated batch does nothing', async () => {
  const panel = await makePanel()
  const sent = [sentMark('K-0001', 'design', '8'), sentMark('K-0002', 'design', '6')]
  await send(panel, panel.judge, sent)
  expect(await replies(panel, panel.judge, sent)).toEqual(['repeated', 'repeated'])
  expect(await ledger(panel)).toHaveLength(2)
})

test('a mark that arrives late does not undo a later one, nor bring back one that was taken back', async () => {
  const panel = await makePanel()
  const [early, late] = [sentMark('K-0001', 'design', '5'), sentMark('K-0001', 'design', '9')]
  const [given, cleared] = [sentMark('K-0002', 'craft', '5'), sentMark('K-0002', 'craft', null)]
  await send(panel, panel.judge, [late, cleared])
  expect(await replies(panel, panel.judge, [early, given])).toEqual(['superseded', 'superseded'])
  expect(await marksOf(panel, panel.judge)).toEqual({ 'K-0001': ['9', null, null] })
})

test('giving, changing and taking back are told apart in the ledger', async () => {
  const panel = await makePanel()
  for (const value of ['5', '6', null]) await send(panel, panel.judge, [sentMark('K-0001', 'design', value)])
  expect((await ledger(panel)).map(({ action, was, value }) => [action, was, value])).toEqual([
    ['mark.given', null, '5'],
    ['mark.changed', '5', '6'],
    ['mark.cleared', '6', null],
  ])
  expect(await marksOf(panel, panel.judge)).toEqual({})
})

test('marks are refused one by one, with a reason each, and the rest is saved', async () => {
  const panel = await makePanel()
  await db.entry.update({
    where: { eventId_id: { eventId: panel.eventId, id: panel.works[3]?.id ?? '' } },
    data: { state: 'withdrawn' },
  })
  const sent = [
    sentMark('K-0001', 'design', '10.5'),
    sentMark('K-0001', 'design', '7.3'),
    sentMark('K-0001', 'design', 'x'),
    sentMark('K-0001', 'taste', '7'),
    sentMark('K-9999', 'design', '7'),
    sentMark('K-0004', 'design', '7'),
    sentMark('K-0001', 'craft', '7'),
  ]
  expect(await replies(panel, panel.judge, sent)).toEqual([
    'out-of-range',
    'off-step',
    'not-a-number',
    'unknown-criterion',
    'unknown-work',
    'unknown-work',
    'saved',
  ])
  expect(await marksOf(panel, panel.judge)).toEqual({ 'K-0001': [null, '7', null] })
})

test('a seat of another judge, of another event or a removed one takes no mark', async () => {
  const panel = await makePanel()
  const elsewhere = await makePanel()
  const mark = [sentMark('K-0001', 'design', '7')]
  expect(await send(panel, { ...panel.judge, seatId: panel.other.seatId }, mark)).toMatchObject({
    ok: false,
    reason: 'not-your-seat',
  })
  expect(await send(panel, elsewhere.judge, mark)).toMatchObject({ ok: false, reason: 'not-your-seat' })
  await db.judgeSeat.updateMany({ where: { id: panel.judge.seatId }, data: { removedAt: new Date() } })
  expect(await replies(panel, panel.judge, mark)).toEqual(['not-on-panel'])
  expect(await db.mark.count({ where: { eventId: { in: [panel.eventId, elsewhere.eventId] } } })).toBe(0)
})

test('an adviser’s seat, an undeclared one and a stage that is not open take no mark', async () => {
  const panel = await makePanel({ judges: 2 })
  const mark = [sentMark('K-0001', 'design', '7')]
  await db.judgeSeat.updateMany({ where: { id: panel.judge.seatId }, data: { scoring: false } })
  expect(await replies(panel, panel.judge, mark)).toEqual(['not-on-panel'])
  await db.judgeSeat.updateMany({ where: { id: panel.other.seatId }, data: { declaredAt: null } })
  expect(await replies(panel, panel.other, mark)).toEqual(['conflicts-not-declared'])
  const early = await makePanel({ open: false })
  expect(await replies(early, early.judge, mark)).toEqual(['stage-not-open'])
})

test('a work the judge stands aside for takes no mark and its marks are gone', async () => {
  const panel = await makePanel()
  const { eventId, stageId, judge } = panel
  await send(panel, judge, [sentMark('K-0001', 'design', '7')])
  expect(await recuseFromWork({ eventId, stageId, ...judge, code: 'K-0001', reason: '认出学生作品' })).toMatchObject({ ok: true })
  expect(await replies(panel, judge, [sentMark('K-0001', 'design', '8')])).toEqual(['recused'])
  expect(await marksOf(panel, judge)).toEqual({})
})

test('a signed sheet takes no mark, not even by SQL', async () => {
  const panel = await makePanel({ works: 2 })
  const { eventId, stageId, judge } = panel
  await send(panel, judge, whole(panel))
  expect(await signSheet({ eventId, stageId, ...judge, signature: '评委甲', now: new Date() })).toMatchObject({ ok: true })
  expect(await replies(panel, judge, [sentMark('K-0001', 'design', '8')])).toEqual(['sheet-locked'])
  await expect(db.$executeRaw`update "Mark" set "value" = 1 where "seatId" = ${judge.seatId}`).rejects.toThrow(/signed and locked/)
  await expect(db.$executeRaw`delete from "Mark" where "seatId" = ${judge.seatId}`).rejects.toThrow(/signed and locked/)
})

test('a closed stage counts no mark, and keeps what comes for the chair', async () => {
  const panel = await makePanel({ works: 2, judges: 1 })
  await send(panel, panel.judge, whole(panel))
  await closeStage({
    eventId: panel.eventId,
    stageId: panel.stageId,
    unsignedBecause: 'chair-decided',
    byId: 'office',
    now: new Date(),
  })
  const late = [sentMark('K-0001', 'design', '8')]
  expect(await replies(panel, panel.judge, late)).toEqual(['late'])
  expect(await replies(panel, panel.judge, late)).toEqual(['late'])
  expect((await marksOf(panel, panel.judge))['K-0001']).toEqual(['7', '7', '7'])
  const kept = await db.lateMark.findMany({ where: { eventId: panel.eventId } })
  expect(kept).toMatchObject([{ markId: late[0]?.markId, reason: 'stage_closed', decision: null }])
  expect((await ledger(panel)).filter(({ action }) => action === 'mark.late')).toHaveLength(1)
})

test('batches of one judge sent at once leave the latest mark of each cell and one unbroken history', async () => {
  const panel = await makePanel({ works: 4 })
  const rounds = Array.from({ length: 12 }, (_, n) => panel.works.map(({ code }) => sentMark(code, 'design', String(1 + (n % 10)))))
  const last = rounds.at(-1) ?? []
  const shuffled = [...rounds.slice(6), ...rounds.slice(0, 6)]
  const outcomes = await Promise.all(shuffled.map((marks) => send(panel, panel.judge, marks)))
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  const marks = await marksOf(panel, panel.judge)
  for (const { code, value } of last) expect(marks[code]?.[0]).toBe(value)
  const history = await ledger(panel)
  for (const { id } of panel.works) {
    let was: unknown = null
    for (const row of history.filter(({ entry }) => entry === id)) {
      expect(row.was).toBe(was)
      was = row.value
    }
  }
})

test('judges mark the same works at once without waiting for each other for long', async () => {
  const panel = await makePanel({ judges: 10, works: 10 })
  const outcomes = await Promise.all(panel.panel.map((judge) => send(panel, judge, whole(panel))))
  expect(outcomes.every((outcome) => outcome.ok && outcome.value.every(({ status }) => status === 'saved'))).toBe(true)
  expect(await db.mark.count({ where: { eventId: panel.eventId } })).toBe(300)
  expect(await ledger(panel)).toHaveLength(300)
})
