import { expect, test } from 'vitest'
import { hear, liveTopic } from '~/channel.server'
import { db } from '~/db.server'
import { changeRunningOrder } from '~/domain/judging/live/change-running-order.server'
import { drawRunningOrder } from '~/domain/judging/live/draw-running-order.server'
import { hallPicture, hallState, liveBoard, tabletState } from '~/domain/judging/live/queries.server'
import { workScore } from '~/domain/judging/live/work-score.server'
import { setHall } from '~/domain/judging/live/set-hall.server'
import { declareConflicts } from '~/domain/judging/declare-conflicts.server'
import { liftRecusal } from '~/domain/judging/recusals/lift-recusal.server'
import { takeBackRecusal } from '~/domain/judging/recusals/take-back-recusal.server'
import { stageRanking } from '~/domain/judging/ranking.server'
import { rulebookHash } from '~/domain/judging/rulebook-hash.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { invariant } from '~/invariant'
import { call, judgeAt, ledgerOf, makeFinal, markWhole, reveal, workAt, type Final } from '#test/support/final'
import { makePanel } from '#test/support/panel'

async function boardOf({ eventId, stageId }: Final) {
  const board = await liveBoard(eventId, stageId)
  invariant(board, 'there is a board')
  return board
}

async function hallOf(final: Final) {
  const state = await hallState(final.eventId, final.stageId, (await boardOf(final)).hallKey)
  invariant(state, 'the hall opens')
  return state
}

test('the same seed draws the same order again, groups together, and the ledger keeps both', async () => {
  const final = await makeFinal({ works: 6 })
  const first = (await boardOf(final)).turns.map(({ code }) => code)
  await drawRunningOrder({ ...final.stage, seed: 7 })
  expect(await drawRunningOrder({ ...final.stage, seed: 42 })).toMatchObject({ ok: true, value: { works: 6 } })
  const board = await boardOf(final)
  expect(board.turns.map(({ code }) => code)).toEqual(first)
  expect(board.turns.map(({ group }) => group)).toEqual([
    'academic',
    'academic',
    'academic',
    'professional',
    'professional',
    'professional',
  ])
  expect((await ledgerOf(final.eventId, 'live.order-drawn')).map(({ seed, order }) => [seed, order])).toEqual([
    [42, first],
    [7, expect.anything()],
    [42, first],
  ])
})

test('an order is not drawn for a stage that is not live, nor anew once a work was called', async () => {
  const scored = await makePanel({ works: 1, judges: 1 })
  expect(
    await drawRunningOrder({ eventId: scored.eventId, stageId: scored.stageId, seed: 1, byId: 'office', now: new Date() }),
  ).toMatchObject({ reason: 'unknown-stage' })
  const final = await makeFinal()
  await call(final, 0)
  expect(await drawRunningOrder({ ...final.stage, seed: 1 })).toMatchObject({ reason: 'already-begun' })
  await db.stage.updateMany({ where: { eventId: final.eventId }, data: { state: 'closed', closedAt: new Date() } })
  expect(await drawRunningOrder({ ...final.stage, seed: 1 })).toMatchObject({ reason: 'stage-closed' })
})

test('a work moves within its group; another group, a called work and a stale page are refused', async () => {
  const final = await makeFinal({ works: 6 })
  const { turns, version } = await boardOf(final)
  const move = (at: number, to: number, seen: number) =>
    changeRunningOrder({ ...final.stage, change: { entryId: turns[at]?.entry ?? '', to }, version: seen })
  expect(await move(2, 0, version)).toMatchObject({ ok: true })
  expect((await boardOf(final)).turns.map(({ entry }) => entry).slice(0, 3)).toEqual([2, 0, 1].map((at) => turns[at]?.entry))
  expect(await move(2, 0, version)).toMatchObject({ reason: 'stale' })
  expect(await move(0, 4, version + 1)).toMatchObject({ reason: 'other-group' })
  await call(
    final,
    final.works.findIndex(({ id }) => id === turns[0]?.entry),
  )
  expect(await move(0, 0, (await boardOf(final)).version)).toMatchObject({ reason: 'already-called' })
})

test('a call reaches every listener, stands on all tablets and in the hall, and a repeat changes nothing', async () => {
  const final = await makeFinal()
  let told = 0
  const heard = new Promise<void>((done) => {
    const stop = hear(liveTopic(final.eventId, final.stageId), () => {
      told += 1
      // once on connecting, then for the call
      if (told === 2) {
        stop()
        done()
      }
    })
  })
  await expect.poll(() => told).toBe(1)
  expect(await call(final, 1)).toMatchObject({ ok: true })
  await heard
  expect(await tabletState(final.eventId, final.stageId)).toEqual({ called: { code: 'K-0002', recused: [] }, revealed: [] })
  expect((await hallOf(final)).work).toMatchObject({ code: 'K-0002', marked: 0, expected: 3, score: null, authors: [] })
  const { version } = await boardOf(final)
  expect(await call(final, 1)).toMatchObject({ ok: true })
  expect((await boardOf(final)).version).toBe(version)
  expect(await ledgerOf(final.eventId, 'live.called')).toHaveLength(1)
})

test('nothing is called before the stage is open, nor a work that is not in the order', async () => {
  const final = await makeFinal()
  await db.liveTurn.deleteMany({ where: { eventId: final.eventId, entryId: workAt(final, 3).id } })
  expect(await call(final, 3)).toMatchObject({ reason: 'unknown-work' })
  await db.entry.updateMany({ where: { eventId: final.eventId, id: workAt(final, 2).id }, data: { state: 'rejected' } })
  expect(await call(final, 2)).toMatchObject({ reason: 'unknown-work' })
  expect((await boardOf(final)).changed).toBe(2)
  await db.stage.updateMany({ where: { eventId: final.eventId }, data: { state: 'closed', closedAt: new Date() } })
  expect(await call(final, 0)).toMatchObject({ reason: 'stage-not-open' })
  expect(await reveal(final, 0)).toMatchObject({ reason: 'stage-not-open' })
})

test('the total is shown once everybody has marked, with the dropped marks and without whose they are', async () => {
  const final = await makeFinal({ judges: 5 })
  await call(final, 0)
  for (const [n, value] of ['9', '8', '7', '6'].entries()) await markWhole(final, judgeAt(final, n), 0, value)
  expect(await reveal(final, 0)).toMatchObject({ reason: 'incomplete', detail: { judges: 1 } })
  expect(await reveal(final, 1)).toMatchObject({ reason: 'not-called' })
  await markWhole(final, judgeAt(final, 4), 0, '10')
  expect((await hallOf(final)).work).toMatchObject({ marked: 5, expected: 5, score: null })
  expect(await reveal(final, 0)).toMatchObject({ ok: true })
  const { work, done } = await hallOf(final)
  expect(done).toBe(1)
  // 10 × 10, 9 × 10 …: without the highest and the lowest, (90 + 80 + 70) / 3
  expect(work?.score).toEqual({
    total: '80.00',
    lines: [
      {
        criterion: null,
        value: '80.00',
        marks: ['100', '90', '80', '70', '60'].map((text) => ({ text, dropped: text === '100' || text === '60' })),
      },
    ],
  })
  expect(JSON.stringify(work)).not.toContain(judgeAt(final, 0).seatId)
  expect(await reveal(final, 0)).toMatchObject({ ok: true })
  expect(await ledgerOf(final.eventId, 'live.revealed')).toMatchObject([{ total: '80.00', judges: 5 }])
})

test('with a reason the total is shown although somebody has not marked; without any mark never', async () => {
  const final = await makeFinal()
  await call(final, 0)
  expect(await reveal(final, 0, '评委缺席')).toMatchObject({ reason: 'no-marks' })
  await markWhole(final, judgeAt(final, 0), 0, '8')
  expect(await reveal(final, 0, '评委缺席')).toMatchObject({ ok: true })
  expect(await ledgerOf(final.eventId, 'live.revealed')).toMatchObject([
    {
      missing: [judgeAt(final, 1).seatId, judgeAt(final, 2).seatId].sort(
        (a, b) => final.panel.findIndex(({ seatId }) => seatId === a) - final.panel.findIndex(({ seatId }) => seatId === b),
      ),
    },
  ])
})

test('a mark of a tablet that comes back after the total was out is kept aside; of the next work it counts', async () => {
  const final = await makeFinal()
  await call(final, 0)
  for (const judge of final.panel.slice(0, 2)) await markWhole(final, judge, 0, '8')
  await reveal(final, 0, '平板断网')
  expect(await markWhole(final, judgeAt(final, 2), 0, '3')).toEqual(['late', 'late', 'late'])
  expect((await hallOf(final)).work?.score?.total).toBe('80.00')
  await call(final, 1)
  expect(await markWhole(final, judgeAt(final, 2), 1, '9')).toEqual(['saved', 'saved', 'saved'])
})

test('a judge who stands aside is not waited for, and that tablet is not told the work', async () => {
  const final = await makeFinal()
  const [aside, ...others] = final.panel
  invariant(aside, 'a judge')
  await recuseFromWork({ eventId: final.eventId, stageId: final.stageId, ...aside, code: workAt(final, 0).code, reason: '学生' })
  await call(final, 0)
  for (const judge of others) await markWhole(final, judge, 0, '8')
  expect((await tabletState(final.eventId, final.stageId)).called).toEqual({ code: 'K-0001', recused: [aside.seatId] })
  expect((await hallOf(final)).work).toMatchObject({ marked: 2, expected: 2 })
  expect(await reveal(final, 0)).toMatchObject({ ok: true })
})

test('the hall has names only while they are read out, and nothing for a key that was replaced', async () => {
  const final = await makeFinal()
  await call(final, 0)
  expect(JSON.stringify(await hallOf(final))).not.toContain(workAt(final, 0).name)
  const hall = { eventId: final.eventId, stageId: final.stageId, byId: 'office' }
  await setHall({ ...hall, change: { namesShown: true } })
  expect((await hallOf(final)).work?.authors).toEqual([workAt(final, 0).name])
  const { hallKey } = await boardOf(final)
  await setHall({ ...hall, change: 'new-address' })
  expect(await hallState(final.eventId, final.stageId, hallKey)).toBeNull()
  expect(await hallState(final.eventId, final.stageId, '')).toBeNull()
  expect(await hallPicture(final.eventId, final.stageId, hallKey, 'K-0001')).toBeNull()
  // and with the right key no picture but that of the work that is called
  expect(await hallPicture(final.eventId, final.stageId, (await boardOf(final)).hallKey, 'K-0002')).toBeNull()
  expect(await setHall({ ...hall, stageId: 'precheck', change: 'new-address' })).toMatchObject({ reason: 'order-not-drawn' })
})

test('nobody stands aside for a work whose total the hall knows, nor comes back to it: the total would change in silence', async () => {
  const final = await makeFinal()
  const { eventId, stageId } = final
  const [aside, other] = [judgeAt(final, 0), judgeAt(final, 1)]
  const code = workAt(final, 0).code
  const base = { eventId, stageId, code, reason: '' }
  await recuseFromWork({ ...base, ...aside })
  await call(final, 0)
  for (const judge of final.panel.slice(1)) await markWhole(final, judge, 0, '8')
  await reveal(final, 0)
  expect(await recuseFromWork({ ...base, ...other })).toMatchObject({ reason: 'work-revealed' })
  // what was said before is only repeated
  expect(await recuseFromWork({ ...base, ...aside })).toEqual({ ok: true })
  expect(await takeBackRecusal({ ...base, ...aside, now: new Date() })).toMatchObject({ reason: 'work-revealed' })
  const lift = { eventId, stageId, seatId: aside.seatId, entryId: workAt(final, 0).id, chairSeatId: other.seatId }
  expect(await liftRecusal({ ...lift, reason: '误按', byId: 'office', now: new Date() })).toMatchObject({ reason: 'work-revealed' })
  const declaration = { schools: [], companies: [], people: [workAt(final, 0).name, workAt(final, 1).name] }
  await declareConflicts({ eventId, stageId, personId: other.personId, declaration, now: new Date() })
  expect(await db.recusal.findMany({ where: { eventId, seatId: other.seatId }, select: { entryId: true } })).toEqual([
    { entryId: workAt(final, 1).id },
  ])
  expect((await hallOf(final)).work?.score?.total).toBe('80.00')
})

test('tablets and the hall hear at once of a judge who stands aside, and of one who comes back', async () => {
  const final = await makeFinal()
  const { eventId, stageId } = final
  await call(final, 0)
  let told = 0
  const stop = hear(liveTopic(eventId, stageId), () => (told += 1))
  await expect.poll(() => told).toBe(1)
  const base = { eventId, stageId, code: workAt(final, 0).code, reason: '', ...judgeAt(final, 0) }
  await recuseFromWork(base)
  await expect.poll(() => told).toBe(2)
  await takeBackRecusal({ ...base, now: new Date() })
  await expect.poll(() => told).toBe(3)
  stop()
})

test('the hall sees what the ranking counts: recorded quantities stand beside the marks', async () => {
  const final = await makeFinal()
  const { eventId, stageId } = final
  const faults = { unit: '×', source: 'sheet' as const, points: { linear: { from: 0, at: 0, to: 10, then: 10 } } }
  const measured = { id: 'paper', weight: 10, name: { zh: '笔试', en: 'Paper' }, measured: faults }
  const where = { eventId_id: { eventId, id: stageId } }
  const { rulebook } = await db.stage.findUniqueOrThrow({ where })
  const { criteria, ...rest } = rulebook as { criteria: object[] }
  const changed = { ...rest, criteria: [...criteria, measured] }
  await call(final, 0)
  for (const judge of final.panel) await markWhole(final, judge, 0, '8')
  await db.stage.update({ where, data: { rulebook: changed, rulebookHash: rulebookHash(changed) } })
  const source = { eventId, stageId, criterionId: 'paper' }
  await db.markImport.create({
    data: { ...source, id: 'sheet', fileName: 'paper.csv', sha256: 'x', rows: 1, byId: 'office', importedAt: new Date() },
  })
  await db.importedMark.create({ data: { ...source, entryId: workAt(final, 0).id, value: 5, importId: 'sheet' } })
  const { works } = await stageRanking(eventId, stageId)
  const total = works.find(({ entry }) => entry === workAt(final, 0).id)?.total
  expect(total).not.toBeNull()
  const score = await workScore(db, { eventId, stageId, entryId: workAt(final, 0).id, now: new Date() })
  expect(score.total).toBe(total)
})
