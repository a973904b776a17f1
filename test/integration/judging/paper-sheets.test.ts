import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { drawResultSheet } from '~/domain/judging/draw-result-sheet.server'
import { drawScoreSheets } from '~/domain/judging/paper/draw-score-sheets.server'
import { paperSheets } from '~/domain/judging/paper/queries.server'
import { reconcileSheet } from '~/domain/judging/paper/reconcile-sheet.server'
import { typeSheet } from '~/domain/judging/paper/type-sheet.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { judgeAt, ledgerOf, makeFinal, markWhole, workAt, type Final } from '#test/support/final'
import { pdfText } from '#test/support/pdf-text'

const keyOf = (final: Final) => ({
  eventId: final.eventId,
  stageId: final.stageId,
  seatId: judgeAt(final, 0).seatId,
  code: workAt(final, 0).code,
  now: new Date(),
})
const type = (final: Final, byId: string, values: Record<string, string>, more = {}) =>
  typeSheet({ ...keyOf(final), values, byId, ...more })
const settle = (final: Final, chosen: Record<string, string | null> = {}, reason = '') =>
  reconcileSheet({ ...keyOf(final), chosen, reason, byId: 'office' })
const marksOf = async ({ eventId }: Final) =>
  Object.fromEntries((await db.mark.findMany({ where: { eventId } })).map(({ criterionId, value }) => [criterionId, value?.toString()]))

const full = { design: '8.5', craft: '7', colour: '9' }

test('a sheet that two people read alike becomes marks that say they come from paper', async () => {
  const final = await makeFinal()
  expect(await type(final, 'anna', { design: ' 08,5 ', craft: '7', colour: '9' })).toMatchObject({ ok: true, value: 'first' })
  expect(await settle(final)).toMatchObject({ reason: 'typed-once' })
  expect(await marksOf(final)).toEqual({})
  expect(await type(final, 'bert', full)).toMatchObject({ ok: true, value: 'second' })
  expect(await settle(final)).toMatchObject({ ok: true, value: { marks: 3 } })
  expect(await marksOf(final)).toEqual(full)
  expect(await ledgerOf(final.eventId, 'mark.given')).toMatchObject(
    Array.from({ length: 3 }, () => ({ origin: 'paper', readBy: ['anna', 'bert'], settledBy: null })),
  )
  expect(await settle(final)).toMatchObject({ ok: true })
  expect(await ledgerOf(final.eventId, 'mark.')).toHaveLength(3)
  expect(await type(final, 'carl', full)).toMatchObject({ reason: 'already-reconciled' })
})

test('a difference is listed, and settled only with one of the readings and a reason', async () => {
  const final = await makeFinal()
  await type(final, 'anna', full)
  await type(final, 'bert', { ...full, design: '3.5', colour: '' })
  const [sheet] = await paperSheets(final.eventId, final.stageId)
  expect(sheet?.differences).toEqual([
    { criterion: 'design', first: '8.5', second: '3.5' },
    { criterion: 'colour', first: '9', second: null },
  ])
  expect(await settle(final)).toMatchObject({ reason: 'open-differences', detail: { differences: 2 } })
  expect(await settle(final, { design: '6', colour: '9' }, '评委确认')).toMatchObject({ reason: 'open-differences' })
  expect(await settle(final, { design: '8.5', colour: null })).toMatchObject({ reason: 'no-reason' })
  expect(await settle(final, { design: '8.5', colour: null }, '评委确认')).toMatchObject({ ok: true, value: { marks: 2 } })
  expect(await marksOf(final)).toEqual({ design: '8.5', craft: '7' })
  const [settled] = await ledgerOf(final.eventId, 'paper.reconciled')
  expect(settled).toMatchObject({
    differences: [
      { criterion: 'design', taken: '8.5' },
      { criterion: 'colour', taken: null },
    ],
  })
  expect(JSON.stringify(settled)).not.toContain('评委确认')
})

test('the first reader may correct the reading until the second is there, and is never the second', async () => {
  const final = await makeFinal()
  await type(final, 'anna', { ...full, design: '1' })
  expect(await type(final, 'anna', full)).toMatchObject({ ok: true, value: 'first' })
  await type(final, 'bert', full)
  expect(await type(final, 'anna', full)).toMatchObject({ reason: 'typed-twice' })
  expect(await type(final, 'carl', full)).toMatchObject({ reason: 'typed-twice' })
  await expect(db.$executeRaw`update "PaperSheet" set "secondById" = "firstById" where "eventId" = ${final.eventId}`).rejects.toThrow(
    /two_people/,
  )
})

test('what no desk could send cannot be typed in either', async () => {
  const final = await makeFinal()
  expect(await type(final, 'anna', { design: '11' })).toMatchObject({ reason: 'out-of-range', detail: { criterion: 'design' } })
  expect(await type(final, 'anna', { craft: '7.3' })).toMatchObject({ reason: 'off-step' })
  expect(await type(final, 'anna', { craft: 'sieben' })).toMatchObject({ reason: 'not-a-number' })
  expect(await type(final, 'anna', full, { code: 'K-9999' })).toMatchObject({ reason: 'unknown-sheet' })
  expect(await settle(final)).toMatchObject({ reason: 'unknown-sheet' })
  await recuseFromWork({ eventId: final.eventId, stageId: final.stageId, ...judgeAt(final, 0), code: workAt(final, 0).code, reason: '' })
  expect(await type(final, 'anna', full)).toMatchObject({ reason: 'unknown-sheet' })
  const undeclared = await makeFinal()
  await db.judgeSeat.updateMany({ where: { eventId: undeclared.eventId }, data: { declaredAt: null } })
  expect(await type(undeclared, 'anna', full)).toMatchObject({ reason: 'conflicts-not-declared' })
})

test('a signed sheet and a closed stage take no paper', async () => {
  const final = await makeFinal({ judges: 1, works: 1 })
  const judge = judgeAt(final, 0)
  await markWhole(final, judge, 0, '8')
  await signSheet({ eventId: final.eventId, stageId: final.stageId, ...judge, signature: '签', now: new Date() })
  expect(await type(final, 'anna', full)).toMatchObject({ reason: 'sheet-locked' })
  await closeStage(final.stage)
  expect(await type(final, 'anna', full)).toMatchObject({ reason: 'stage-not-open' })
})

test('blank sheets are printed for every judge and work but those stood aside for', async () => {
  const final = await makeFinal({ judges: 2, works: 2 })
  await recuseFromWork({ eventId: final.eventId, stageId: final.stageId, ...judgeAt(final, 0), code: workAt(final, 0).code, reason: '' })
  const text = await pdfText(await drawScoreSheets(final.eventId, final.stageId, null))
  expect(text.match(/K-0001/g)).toHaveLength(1)
  expect(text.match(/K-0002/g)).toHaveLength(2)
  expect(text).not.toContain(workAt(final, 0).name)
  expect(await drawScoreSheets(final.eventId, final.stageId, 'nobody')).toBeNull()
})

test('the result sheet has ranking, signatures, rulebook hash and the ledger’s head, and none before the stage is closed', async () => {
  const final = await makeFinal({ judges: 2, works: 2 })
  expect(await drawResultSheet(final.eventId, final.stageId, new Date())).toBeNull()
  for (const [n, judge] of final.panel.entries()) {
    await markWhole(final, judge, 0, '9')
    await markWhole(final, judge, 1, '8')
    await signSheet({ eventId: final.eventId, stageId: final.stageId, ...judge, signature: `签名${n}`, now: new Date() })
  }
  await closeStage(final.stage)
  const text = (await pdfText(await drawResultSheet(final.eventId, final.stageId, new Date()))).replace(/\s/g, '')
  const { rulebookHash } = await db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId: final.eventId, id: final.stageId } } })
  const head = await db.ledgerRow.findFirstOrThrow({
    where: { eventId: final.eventId, sealedSeq: { not: null } },
    orderBy: { sealedSeq: 'desc' },
  })
  for (const expected of ['90.00', '80.00', 'K-0001', '签名0', '签名1', rulebookHash ?? '', head.hash ?? ''])
    expect(text).toContain(expected)
  for (const { name } of final.works) expect(text).not.toContain(name)
})
