import { describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { anonymousDetails, anonymousPicture, anonymousWorks } from '~/domain/judging/anonymous-work.server'
import { applyAssignment } from '~/domain/judging/assignment/apply-assignment.server'
import { dropOut } from '~/domain/judging/assignment/drop-out.server'
import { pinWork } from '~/domain/judging/assignment/pin-work.server'
import { proposeAssignment } from '~/domain/judging/assignment/propose-assignment.server'
import { openStage } from '~/domain/judging/open-stage.server'
import { seatProgress, ownMarks } from '~/domain/judging/own-marks.server'
import { stageRanking } from '~/domain/judging/ranking.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { saveNote } from '~/domain/judging/save-note.server'
import { seatOf } from '~/domain/judging/seats.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { stageProgress } from '~/domain/judging/stage-progress.server'
import { newId } from '~/domain/new-id.server'
import { invariant } from '~/invariant'
import { makePanel, makeWork, sentMark, type TestJudge } from '#test/support/panel'

const now = () => new Date()

/** A stage before it opens, in which `perWork` judges see each work. */
async function upcoming({ judges = 5, works = 10, perWork = 2 }: { judges?: number; works?: number; perWork?: number | 'all' } = {}) {
  const panel = await makePanel({ judges, works, open: false })
  const { eventId, stageId } = panel
  const { config } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  const contest = (config as { contest: object }).contest
  await db.event.update({
    where: { id: eventId },
    data: { config: { contest: { ...contest, stages: [{ id: stageId, panel: { perWork } }] } } },
  })
  const stage = { eventId, stageId }
  const by = { ...stage, personId: panel.judge.personId }
  const preview = async (seed = 1) => {
    const proposed = await proposeAssignment(eventId, stageId, seed)
    invariant(proposed?.plan, `a plan: ${proposed?.refusal}`)
    return { ...proposed, plan: proposed.plan }
  }
  const apply = async (seed = 1) =>
    applyAssignment({ ...by, seed, digest: (await preview(seed)).plan.digest, requestKey: newId(), now: now() })
  const given = async () =>
    (await db.workAssignment.findMany({ where: stage, orderBy: [{ seatId: 'asc' }, { entryId: 'asc' }] })).map(
      ({ seatId, entryId, pinned }) => ({ seatId, entryId, pinned }),
    )
  const key = (judge: TestJudge) => ({ ...stage, seatId: judge.seatId })
  const seen = async (judge: TestJudge) => (await anonymousWorks(key(judge), { skip: 0, take: 100 })).works.map(({ code }) => code)
  const mark = (judge: TestJudge, codes: string[], criteria = ['design', 'craft', 'colour']) =>
    saveMarks({
      ...key(judge),
      personId: judge.personId,
      marks: codes.flatMap((code) => criteria.map((criterion) => sentMark(code, criterion, '8'))),
      now: now(),
    })
  return { ...panel, ...by, preview, apply, given, seen, mark, key, stage }
}

async function open(setting: Awaited<ReturnType<typeof upcoming>>) {
  expect(await setting.apply()).toMatchObject({ ok: true })
  expect(await openStage({ ...setting.stage, byId: 'office', now: now() })).toMatchObject({ ok: true })
  return setting
}

test('a preview writes nothing; applied, each work has its judges, loads are even, and the ledger knows', async () => {
  const setting = await upcoming()
  const { plan } = await setting.preview()
  expect(plan).toMatchObject({ pairs: 20, added: 20, taken: 0, unmet: [] })
  expect(plan.judges.map(({ planned }) => planned)).toEqual([4, 4, 4, 4, 4])
  expect(await setting.given()).toEqual([])
  expect(await setting.apply()).toMatchObject({ ok: true, value: { added: 20, taken: 0 } })
  expect(await setting.given()).toHaveLength(20)
  const [row] = await db.ledgerRow.findMany({ where: { eventId: setting.eventId, action: 'works.assigned' } })
  expect(JSON.parse(row?.body ?? '')).toMatchObject({ stage: setting.stageId, perWork: 2, pairs: 20, missing: 0, digest: plan.digest })
})

test('pressed twice it is done once; a preview that is no longer true is not applied', async () => {
  const setting = await upcoming()
  const { plan } = await setting.preview()
  const requestKey = newId()
  const press = (key: string) =>
    applyAssignment({ ...setting.stage, personId: setting.personId, seed: 1, digest: plan.digest, requestKey: key, now: now() })
  const [first, second] = await Promise.all([press(requestKey), press(requestKey)])
  expect(first).toEqual(second)
  expect(await db.ledgerRow.count({ where: { eventId: setting.eventId, action: 'works.assigned' } })).toBe(1)
  await makeWork(setting.eventId, 10)
  expect(await press(newId())).toMatchObject({ ok: false, reason: 'changed-since' })
})

describe('refused in words', () => {
  test('when every judge sees every work, and when there are too few judges', async () => {
    const all = await upcoming({ perWork: 'all' })
    expect(await proposeAssignment(all.eventId, all.stageId, 1)).toMatchObject({ refusal: 'everyone-sees-all', plan: null })
    const few = await upcoming({ judges: 2, perWork: 3 })
    expect(await proposeAssignment(few.eventId, few.stageId, 1)).toMatchObject({ refusal: 'too-few-judges', plan: null })
    expect(await proposeAssignment(few.eventId, 'nowhere', 1)).toBeNull()
  })

  test('a stage that says two judges a work does not open before works are assigned', async () => {
    const setting = await upcoming()
    const opening = () => openStage({ ...setting.stage, byId: 'office', now: now() })
    expect(await opening()).toMatchObject({ ok: false, reason: 'works-not-assigned' })
    await setting.apply()
    await makeWork(setting.eventId, 10)
    expect(await opening()).toMatchObject({ ok: false, reason: 'works-not-assigned', detail: { works: 1 } })
    await setting.apply()
    expect(await opening()).toMatchObject({ ok: true })
  })
})

test('conflicts are left out, and what they leave unmet is named', async () => {
  const setting = await upcoming({ judges: 3, works: 4 })
  const [work] = setting.works
  invariant(work, 'a work')
  await db.recusal.createMany({
    data: setting.panel.slice(0, 2).map(({ seatId }) => ({ ...setting.stage, seatId, entryId: work.id, origin: 'detected' as const })),
  })
  const { plan } = await setting.preview()
  expect(plan.unmet).toEqual([{ code: work.code, title: expect.any(String), label: '', missing: 1, reason: 'too-few-without-conflict' }])
  expect(plan.judges.map(({ conflicts }) => conflicts).sort()).toEqual([0, 1, 1])
  await setting.apply()
  expect((await setting.given()).filter(({ entryId }) => entryId === work.id)).toMatchObject([{ seatId: setting.panel[2]?.seatId }])
})

describe('pins', () => {
  test('are kept by every assignment until they are loosened', async () => {
    const setting = await upcoming()
    const code = setting.works[3]?.code ?? ''
    const pin = (pinned: boolean) =>
      pinWork({ ...setting.stage, personId: setting.personId, seat: setting.judge.seatId, code, pinned, now: now() })
    expect(await pin(true)).toMatchObject({ ok: true })
    for (const seed of [1, 2, 3]) {
      await setting.apply(seed)
      expect((await setting.given()).filter(({ pinned }) => pinned)).toEqual([
        { seatId: setting.judge.seatId, entryId: setting.works[3]?.id, pinned: true },
      ])
    }
    expect(await pin(false)).toMatchObject({ ok: true })
    expect((await setting.given()).filter(({ pinned }) => pinned)).toEqual([])
  })

  test('a conflict, a strange work and a strange judge are refused', async () => {
    const setting = await upcoming()
    const [work] = setting.works
    invariant(work, 'a work')
    await db.recusal.create({ data: { ...setting.stage, seatId: setting.judge.seatId, entryId: work.id, origin: 'detected' } })
    const pin = (seat: string, code: string) =>
      pinWork({ ...setting.stage, personId: setting.personId, seat, code, pinned: true, now: now() })
    expect(await pin(setting.judge.seatId, work.code)).toMatchObject({ reason: 'is-conflict' })
    expect(await pin(setting.judge.seatId, 'K-9999')).toMatchObject({ reason: 'unknown-work' })
    expect(await pin('elsewhere', work.code)).toMatchObject({ reason: 'unknown-seat' })
  })
})

test('a judge sees, marks, notes, opens and stands aside for given works alone', async () => {
  const setting = await open(await upcoming())
  const { judge, works } = setting
  const mine = await setting.seen(judge)
  const strange = works.map(({ code }) => code).find((code) => !mine.includes(code)) ?? ''
  expect(mine).toHaveLength(4)
  expect(await anonymousDetails(setting.key(judge), [strange])).toEqual([])
  expect(await anonymousPicture(setting.key(judge), `${strange}-board-1.webp`)).toBeNull()
  const saved = await setting.mark(judge, [strange, mine[0] ?? ''], ['design'])
  invariant(saved.ok, 'the batch is answered')
  expect(saved.value).toMatchObject([{ status: 'refused', reason: 'unknown-work' }, { status: 'saved' }])
  const note = { ...setting.key(judge), personId: judge.personId, code: strange, text: '再看', later: true, now: now() }
  expect(await saveNote(note)).toMatchObject({ ok: false, reason: 'unknown-work' })
  expect(await recuseFromWork({ ...setting.key(judge), personId: judge.personId, code: strange, reason: '' })).toMatchObject({
    reason: 'unknown-work',
  })
  const seat = await seatOf(judge.personId, setting.eventId, setting.stageId)
  invariant(seat, 'a seat')
  expect(await seatProgress(seat)).toEqual({ expected: 4, complete: 0 })
  expect(Object.keys((await ownMarks(seat)).marks)).toEqual([mine[0]])
})

test('progress expects only given works, and a sheet is complete with them', async () => {
  const setting = await open(await upcoming())
  const mine = await setting.seen(setting.judge)
  await setting.mark(setting.judge, mine)
  expect(await stageProgress(setting.eventId, setting.stageId)).toMatchObject({ expected: 20, complete: 4, panelSize: 2 })
  expect(await signSheet({ ...setting.key(setting.judge), personId: setting.judge.personId, signature: '陈', now: now() })).toMatchObject({
    ok: true,
    value: { works: 4, marks: 12 },
  })
})

test('works accepted later are filled in, and nothing that was given moves', async () => {
  const setting = await open(await upcoming())
  const before = await setting.given()
  const late = await makeWork(setting.eventId, 10)
  const { plan } = await setting.preview(99)
  expect(plan).toMatchObject({ added: 2, taken: 0 })
  await setting.apply(99)
  const after = await setting.given()
  expect(after).toEqual(expect.arrayContaining(before))
  expect(after.filter(({ entryId }) => entryId === late.id)).toHaveLength(2)
})

test('a judge who stands aside after the start is replaced', async () => {
  const setting = await open(await upcoming())
  const [code = ''] = await setting.seen(setting.judge)
  await recuseFromWork({ ...setting.key(setting.judge), personId: setting.judge.personId, code, reason: '同事' })
  expect((await setting.preview()).plan).toMatchObject({ added: 1, taken: 1 })
  await setting.apply()
  const id = setting.works.find((work) => work.code === code)?.id
  const judges = (await setting.given()).filter(({ entryId }) => entryId === id).map(({ seatId }) => seatId)
  expect(judges).toHaveLength(2)
  expect(judges).not.toContain(setting.judge.seatId)
})

describe('a judge who drops out', () => {
  test('leaves full sheets standing; every other work goes over, and no colleague loses one', async () => {
    const setting = await open(await upcoming())
    const { judge } = setting
    const mine = await setting.seen(judge)
    await setting.mark(judge, mine.slice(0, 1))
    await setting.mark(judge, mine.slice(1, 2), ['design'])
    const before = await setting.given()
    const leave = () => dropOut({ ...setting.stage, seatId: judge.seatId, personId: setting.personId, now: now() })
    expect(await leave()).toMatchObject({ ok: true, value: { moved: 3, missing: 0 } })
    expect(await leave()).toMatchObject({ ok: true, value: { moved: 0 } })
    const after = await setting.given()
    expect(after).toHaveLength(20)
    expect(after).toEqual(expect.arrayContaining(before.filter(({ seatId }) => seatId !== judge.seatId)))
    expect(await setting.seen(judge)).toEqual(mine.slice(0, 1))
    const { works } = await stageRanking(setting.eventId, setting.stageId)
    const ranked = (code?: string) => works.find((work) => work.code === code)
    expect(ranked(mine[0])?.sheets[judge.seatId]).toBe('80')
    expect(ranked(mine[1])).toMatchObject({ partial: [] })
    expect(ranked(mine[1])?.sheets).not.toHaveProperty(judge.seatId)
    const later = await makeWork(setting.eventId, 10)
    await setting.apply()
    expect((await setting.given()).filter(({ entryId }) => entryId === later.id).map(({ seatId }) => seatId)).not.toContain(judge.seatId)
    expect(await db.ledgerRow.count({ where: { eventId: setting.eventId, action: 'seat.dropped-out' } })).toBe(1)
  })

  test('not before the stage opens, not after signing, not a strange one', async () => {
    const setting = await upcoming()
    const leave = (seatId: string) => dropOut({ ...setting.stage, seatId, personId: setting.personId, now: now() })
    expect(await leave(setting.judge.seatId)).toMatchObject({ reason: 'not-open' })
    await open(setting)
    expect(await leave('elsewhere')).toMatchObject({ reason: 'not-found' })
    await setting.mark(setting.judge, await setting.seen(setting.judge))
    await signSheet({ ...setting.key(setting.judge), personId: setting.judge.personId, signature: '陈', now: now() })
    expect(await leave(setting.judge.seatId)).toMatchObject({ reason: 'sheet-signed' })
  })
})
