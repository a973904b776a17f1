import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { anonymousWorks } from '~/domain/judging/anonymous-work.server'
import { declareConflicts } from '~/domain/judging/declare-conflicts.server'
import { ownDeskRecusals } from '~/domain/judging/own-marks.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { liftRecusal } from '~/domain/judging/recusals/lift-recusal.server'
import { takeBackRecusal } from '~/domain/judging/recusals/take-back-recusal.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { makeJudge, makePanel, makeWork, sentMark } from '#test/support/panel'

beforeAll(() => {
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

const none = { schools: [], companies: [], people: [] }

/** A panel of three in which the first judge has the name of an author, and made another work. */
async function namesakes() {
  const panel = await makePanel({ works: 2, judges: 3 })
  const { eventId, stageId, judge } = panel
  const { name } = await db.judgeSeat.findFirstOrThrow({ where: { eventId, id: judge.seatId } })
  const namesake = await makeWork(eventId, 7, { name })
  const own = await makeWork(eventId, 8, { personId: judge.personId })
  await declareConflicts({ eventId, stageId, personId: judge.personId, declaration: none, now: new Date() })
  const codes = async () =>
    (await anonymousWorks({ eventId, stageId, seatId: judge.seatId }, { skip: 0, take: 20 })).works.map(({ code }) => code)
  const lift = {
    eventId,
    stageId,
    seatId: judge.seatId,
    entryId: namesake.id,
    chairSeatId: panel.other.seatId,
    reason: '同名不同人',
    byId: 'office',
    now: new Date(),
  }
  return { ...panel, namesake, own, codes, lift }
}

test('two people lift the recusal of a namesake, and it is not found again', async () => {
  const { eventId, stageId, judge, namesake, codes, lift } = await namesakes()
  expect(await codes()).not.toContain(namesake.code)
  expect(await liftRecusal(lift)).toEqual({ ok: true })
  expect(await liftRecusal(lift)).toEqual({ ok: true })
  expect(await codes()).toContain(namesake.code)
  await declareConflicts({ eventId, stageId, personId: judge.personId, declaration: none, now: new Date() })
  expect(await codes()).toContain(namesake.code)
  const rows = await db.ledgerRow.findMany({ where: { eventId, action: 'recusal.lifted' } })
  expect(rows.map(({ body }) => JSON.parse(body) as object)).toEqual([
    expect.objectContaining({ seat: judge.seatId, entry: namesake.id, chair: lift.chairSeatId, by: 'office' }),
  ])
  expect(JSON.stringify(rows.map(({ body }) => body))).not.toContain('同名')
})

test('a later declaration that names the author recuses again', async () => {
  const { eventId, stageId, judge, namesake, codes, lift } = await namesakes()
  await liftRecusal(lift)
  await declareConflicts({ eventId, stageId, personId: judge.personId, declaration: { ...none, people: [namesake.name] }, now: new Date() })
  expect(await codes()).not.toContain(namesake.code)
})

test('a work of the judge’s own is never given back, and nobody lifts alone', async () => {
  const { judge, own, other, lift, panel } = await namesakes()
  expect(await liftRecusal({ ...lift, entryId: own.id })).toMatchObject({ ok: false, reason: 'has-a-part' })
  expect(await liftRecusal({ ...lift, entryId: 'nothing' })).toMatchObject({ ok: false, reason: 'not-found' })
  expect(await liftRecusal({ ...lift, reason: '  ' })).toMatchObject({ ok: false, reason: 'no-reason' })
  expect(await liftRecusal({ ...lift, chairSeatId: judge.seatId })).toMatchObject({ ok: false, reason: 'not-the-chair' })
  expect(await liftRecusal({ ...lift, byId: other.personId })).toMatchObject({ ok: false, reason: 'own-recusal' })
  expect(await liftRecusal({ ...lift, byId: judge.personId })).toMatchObject({ ok: false, reason: 'own-recusal' })
  await db.judgeSeat.updateMany({ where: { id: panel[2]?.seatId ?? '' }, data: { isChair: true } })
  expect(await liftRecusal(lift)).toMatchObject({ ok: false, reason: 'not-the-chair' })
  expect(await liftRecusal({ ...lift, chairSeatId: panel[2]?.seatId ?? '' })).toMatchObject({ ok: true })
})

test('nothing is lifted for a signed sheet or after the stage', async () => {
  const { eventId, stageId, lift, judge } = await namesakes()
  await db.stage.updateMany({ where: { eventId, id: stageId }, data: { state: 'closed' } })
  expect(await liftRecusal(lift)).toMatchObject({ ok: false, reason: 'stage-over' })
  await db.stage.updateMany({ where: { eventId, id: stageId }, data: { state: 'open' } })
  await db.judgeSeat.updateMany({ where: { id: judge.seatId }, data: { lockedAt: new Date() } })
  expect(await liftRecusal(lift)).toMatchObject({ ok: false, reason: 'sheet-signed' })
})

test('a judge takes back a recusal pressed on the desk, with its marks, until the sheet is signed', async () => {
  const { eventId, stageId, judge, works } = await makePanel({ works: 1 })
  const seat = { eventId, stageId, seatId: judge.seatId }
  const marks = ['design', 'craft', 'colour'].map((criterion) => sentMark('K-0001', criterion, '8'))
  await saveMarks({ ...seat, personId: judge.personId, marks, now: new Date() })
  const recuse = () => recuseFromWork({ ...seat, personId: judge.personId, code: 'K-0001', reason: '' })
  const takeBack = () => takeBackRecusal({ ...seat, personId: judge.personId, code: 'K-0001', now: new Date() })
  expect(await takeBack()).toMatchObject({ ok: false, reason: 'not-declared-here' })
  await recuse()
  expect(await ownDeskRecusals(seat)).toEqual(['K-0001'])
  expect(await takeBack()).toEqual({ ok: true })
  expect(await takeBack()).toEqual({ ok: true })
  expect(await db.recusal.count({ where: { eventId, entryId: works[0]?.id ?? '' } })).toBe(0)
  await recuse()
  await signSheet({ ...seat, personId: judge.personId, signature: '签名', now: new Date() })
  expect(await takeBack()).toMatchObject({ ok: false, reason: 'sheet-locked' })
})

test('a recusal that was found is not the judge’s to take back, nor is it named', async () => {
  const { eventId, stageId, judge, namesake } = await namesakes()
  const seat = { eventId, stageId, seatId: judge.seatId }
  expect(await ownDeskRecusals(seat)).toEqual([])
  const takeBack = (given: object = {}) =>
    takeBackRecusal({ ...seat, personId: judge.personId, code: namesake.code, now: new Date(), ...given })
  expect(await takeBack()).toMatchObject({ ok: false, reason: 'not-declared-here' })
  const stranger = await makeJudge(eventId, stageId, 9)
  expect(await takeBack({ personId: stranger.personId })).toMatchObject({ ok: false, reason: 'not-your-seat' })
  await db.stage.updateMany({ where: { eventId, id: stageId }, data: { state: 'closed' } })
  expect(await takeBack()).toMatchObject({ ok: false, reason: 'stage-not-open' })
})
