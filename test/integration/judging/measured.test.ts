import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { askCorrection } from '~/domain/judging/measured/ask-correction.server'
import { decideCorrection } from '~/domain/judging/measured/decide-correction.server'
import { drawOrder } from '~/domain/judging/measured/draw-order'
import { drawStations } from '~/domain/judging/measured/draw-stations.server'
import { importMarks } from '~/domain/judging/measured/import-marks.server'
import { recordRun } from '~/domain/judging/measured/record-run.server'
import { SentRecord } from '~/domain/judging/measured/sent-records'
import { publishResults } from '~/domain/judging/publish-results.server'
import { stageRanking } from '~/domain/judging/ranking.server'
import { recomputeFolder } from '~/domain/judging/recompute-folder.server'
import { Rulebook } from '~/domain/judging/rulebook'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { verifyLedger } from '~/domain/ledger/verify-ledger.server'
import { newId } from '~/domain/new-id.server'
import { action } from '~/routes/console/results-package'
import { makeStaff, send } from '#test/support/console'
import { makeJudge, makePanel, sentMark } from '#test/support/panel'
import { unzip } from '#test/support/unzip'

const folder = mkdtempSync(join(tmpdir(), 'measured-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => {
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

const name = { zh: '项', en: 'Item' }
const skills = Rulebook.parse({
  rulebook: 1,
  modules: [
    { id: 'theory', share: 30, name },
    { id: 'practice', share: 70, name },
  ],
  run: { stops: 'excluded', parts: [{ id: 'threading', name }] },
  criteria: [
    {
      id: 'paper',
      module: 'theory',
      weight: 1,
      name,
      measured: { unit: '/100', source: 'sheet', points: { linear: { from: 0, at: 0, to: 100, then: 100 } } },
    },
    {
      id: 'time',
      module: 'practice',
      weight: 2,
      name,
      measured: { unit: 's', source: 'clock', part: 'threading', points: { linear: { from: 300, at: 10, to: 600, then: 0 } } },
    },
    {
      id: 'quality',
      module: 'practice',
      weight: 1,
      name,
      measured: {
        unit: '×',
        source: 'faults',
        part: 'threading',
        points: { deductions: { from: 50, faults: [{ id: 'missed', name, each: 2 }] } },
      },
    },
    { id: 'conduct', module: 'practice', weight: 1, min: 0, max: 30, step: 0.5, name },
  ],
  rounding: { criterion: 2, module: 2, total: 2 },
  ties: ['criterion:practice', 'time'],
  absence: 'wait',
  singles: [{ id: 'threading', name, criteria: ['time', 'quality'] }],
  teams: { field: 'delegation', best: 1 },
})

const press = (code: string, kind: string, given: object = {}) =>
  SentRecord.parse({ id: crypto.randomUUID(), code, kind, part: 'threading', waitedMs: 0, deviceAt: '2026-12-12T05:00:00Z', ...given })

/** Two referees and a timekeeper over three entries of two teams. */
async function contest() {
  const panel = await makePanel({ judges: 2, works: 3, rulebook: skills })
  const { eventId, stageId } = panel
  const timekeeper = await makeJudge(eventId, stageId, 7)
  await db.judgeSeat.update({ where: { eventId_stageId_id: { eventId, stageId, id: timekeeper.seatId } }, data: { scoring: false } })
  await db.stage.update({ where: { eventId_id: { eventId, id: stageId } }, data: { frozenAt: new Date(Date.now() - 6 * 3_600_000) } })
  for (const [n, { id }] of panel.works.entries())
    await db.entry.update({
      where: { eventId_id: { eventId, id } },
      data: { groupId: 'academic', fields: { delegation: n === 1 ? 'jiangsu' : 'zhejiang' } },
    })
  const base = { eventId, stageId }
  const records = (who: { seatId: string; personId: string }, ...list: SentRecord[]) =>
    recordRun({ ...base, ...who, records: list, receivedAt: new Date() })
  return { ...panel, base, timekeeper, records }
}

async function verdict(eventId: string) {
  for await (const one of verifyLedger([eventId], new Map())) return one
  return null
}

const replies = (outcome: Awaited<ReturnType<typeof recordRun>>) =>
  outcome.ok ? outcome.value.map((reply) => (reply.status === 'refused' ? reply.reason : reply.status)) : outcome.reason

test('a skills final: theory imported, times by a phone, faults tapped, marks by referees; the package computes it again to the digit', async () => {
  const { base, works, judge, other, timekeeper, records, eventId, stageId } = await contest()
  const [a, b, c] = works.map(({ code }) => code) as [string, string, string]
  // a kept its phone offline: everything arrives at once, with how long each press waited
  expect(
    replies(
      await records(
        timekeeper,
        press(a, 'start', { waitedMs: 500_000 }),
        press(a, 'finish', { waitedMs: 100_000 }),
        press(b, 'start', { waitedMs: 700_000 }),
        press(b, 'stop', { waitedMs: 600_000 }),
        press(b, 'resume', { waitedMs: 400_000 }),
        press(b, 'finish', { waitedMs: 50_000 }),
      ),
    ),
  ).toEqual(Array(6).fill('saved'))
  const tap = press(a, 'fault', { criterion: 'quality', item: 'missed', value: '1' })
  expect(replies(await records(judge, tap, press(a, 'fault', { criterion: 'quality', item: 'missed', value: '1' })))).toEqual([
    'saved',
    'saved',
  ])
  expect(replies(await records(judge, tap))).toEqual(['repeated'])
  expect(replies(await records(other, press(a, 'fault', { criterion: 'quality', item: 'missed', value: '-1' })))).toEqual(['saved'])
  expect(replies(await records(other, press(c, 'absent', { part: '', reason: '弃权' })))).toEqual(['saved'])
  expect(replies(await records(timekeeper, press(a, 'confirm')))).toEqual(['not-your-task'])
  expect(replies(await records(judge, ...[a, b, c].map((code) => press(code, 'confirm', { part: '' }))))).toEqual([
    'saved',
    'saved',
    'saved',
  ])
  expect(
    await importMarks({
      ...base,
      criterionId: 'paper',
      byId: 'office',
      file: { name: '理论.csv', sha256: sha256Hex('x') },
      marks: works.map(({ id }, n) => ({ entry: id, value: n === 2 ? null : '80' })),
      requestKey: newId(),
      now: new Date(),
    }),
  ).toMatchObject({ ok: true })
  for (const who of [judge, other]) {
    const marks = [a, b, c].map((code, n) => sentMark(code, 'conduct', String(n === 2 ? 0 : 25 - n)))
    expect(await saveMarks({ ...base, ...who, marks, now: new Date() })).toMatchObject({ ok: true })
    // what the clock says is nobody's mark
    expect(await saveMarks({ ...base, ...who, marks: [sentMark(a, 'time', '10')], now: new Date() })).toMatchObject({
      ok: true,
      value: [{ status: 'refused', reason: 'unknown-criterion' }],
    })
  }
  const ranking = await stageRanking(eventId, stageId)
  expect(ranking.problems).toEqual([])
  // a: 400 s → 6.67 × 2, one fault → 48, conduct 25; b: 450 s net → 5.00 × 2, 50, 24
  expect(ranking.works.map(({ code, total, rank }) => [code, total, rank])).toEqual([
    [a, '84.44', 1],
    [b, '82.80', 2],
    [c, '0.00', 3],
  ])
  const now = new Date()
  expect(await closeStage({ ...base, unsignedBecause: 'absence', byId: 'office', now })).toMatchObject({ ok: true })
  expect(await publishResults({ ...base, byId: 'office', now })).toMatchObject({ ok: true })

  const staff = await makeStaff(eventId, 'organiser')
  const response = await action({
    request: send(`/console/${eventId}/stages/${stageId}/results-package.zip`, staff),
    params: { slug: eventId, stage: stageId },
    context: {},
  })
  const files = unzip(Buffer.from(await response.arrayBuffer()))
  for (const [file, body] of files) writeFileSync(join(folder, file), body)
  expect(files.get('measurements.csv')?.toString()).toContain(`${a},time,,400`)
  const recomputed = await recomputeFolder(folder)
  expect(recomputed.ok && recomputed.output.results.map(({ entry, total, rank }) => [entry, total, rank])).toEqual([
    [a, '84.44', 1],
    [b, '82.80', 2],
    [c, '0.00', 3],
  ])
  expect(recomputed.ok && recomputed.output.teams?.map(({ team, total }) => [team, total])).toEqual([
    ['zhejiang', '84.44'],
    ['jiangsu', '82.80'],
  ])
})

test('a late value takes two people, both values stay, and the ledger names a row that was tampered with', async () => {
  const { base, works, judge, timekeeper, records, eventId } = await contest()
  const [first] = works
  const code = first?.code ?? ''
  await records(timekeeper, press(code, 'start', { waitedMs: 400_000 }), press(code, 'finish', { waitedMs: 1_000 }))
  await records(judge, press(code, 'confirm', { part: '' }))
  expect(replies(await records(timekeeper, press(code, 'void', { voids: crypto.randomUUID(), reason: '迟到' })))).toEqual(['confirmed'])
  const ask = { ...base, byId: 'one', entry: first?.id ?? '', quantity: 'time', value: '390.5', reason: '秒表复核', now: new Date() }
  const asked = await askCorrection({ ...ask, requestKey: newId() })
  expect(asked.ok).toBe(true)
  const id = asked.ok ? asked.value.id : ''
  expect(await askCorrection({ ...ask, byId: 'three', requestKey: newId() })).toMatchObject({ reason: 'asked-already' })
  expect(await askCorrection({ ...ask, quantity: 'quality/missed', value: '-2', requestKey: newId() })).toMatchObject({
    reason: 'bad-value',
  })
  const decide = { ...base, id, agreed: true, now: new Date() }
  expect(await decideCorrection({ ...decide, byId: 'one' })).toMatchObject({ reason: 'own-correction' })
  expect(await decideCorrection({ ...decide, byId: 'two' })).toMatchObject({ ok: true })
  expect(await decideCorrection({ ...decide, byId: 'two' })).toMatchObject({ ok: true })
  expect(await decideCorrection({ ...decide, byId: 'four', agreed: false })).toMatchObject({ reason: 'decided-already' })
  const work = (await stageRanking(eventId, base.stageId)).works.find((one) => one.code === code)
  expect(work?.criteria.time).toBe('6.98')
  expect(await db.correction.findFirst({ where: { eventId } })).toMatchObject({ state: 'agreed', askedById: 'one', decidedById: 'two' })
  // not even by the database itself
  await expect(db.correction.updateMany({ where: { eventId }, data: { decidedById: 'one' } })).rejects.toThrow()
  await expect(db.runRecord.updateMany({ where: { eventId }, data: { at: new Date(0) } })).rejects.toThrow()

  await sealLedger(eventId)
  expect(await verdict(eventId)).toMatchObject({ verdict: { ok: true } })
  const row = await db.ledgerRow.findFirstOrThrow({ where: { eventId, action: 'correction.agreed' } })
  await db.$executeRawUnsafe('alter table "LedgerRow" disable trigger all')
  await db.ledgerRow.update({ where: { eventId_id: { eventId, id: row.id } }, data: { body: row.body.replace('390.5', '300.5') } })
  await db.$executeRawUnsafe('alter table "LedgerRow" enable trigger all')
  expect(await verdict(eventId)).toMatchObject({ verdict: { ok: false, id: row.id, reason: 'changed' } })
})

test('a correction of a value that has changed since is not agreed to', async () => {
  const { base, works, eventId } = await contest()
  const [first, second, third] = works
  const table = (value: string, n: string) =>
    importMarks({
      ...base,
      criterionId: 'paper',
      byId: 'one',
      file: { name: 'theory.csv', sha256: n.repeat(64) },
      marks: [first, second, third].map((work) => ({ entry: work?.id ?? '', value })),
      requestKey: newId(),
      now: new Date(),
    })
  await table('70', 'a')
  const ask = { ...base, byId: 'one', entry: first?.id ?? '', quantity: 'paper', value: '80', reason: '登分有误', now: new Date() }
  const asked = await askCorrection({ ...ask, requestKey: newId() })
  if (!asked.ok) throw new Error(asked.reason)
  const decide = { ...base, id: asked.value.id, byId: 'two', now: new Date() }
  await table('95', 'b')
  expect(await decideCorrection({ ...decide, agreed: true })).toMatchObject({ reason: 'value-changed' })
  expect(await decideCorrection({ ...decide, agreed: false })).toEqual({ ok: true })
  expect(await db.correction.findFirst({ where: { eventId } })).toMatchObject({ state: 'declined' })
})

test('two officials at once about the same entry, and the same batch twice, are recorded once each', async () => {
  const { works, judge, other, timekeeper, records, eventId } = await contest()
  const code = works[0]?.code ?? ''
  const start = press(code, 'start')
  const taps = Array.from({ length: 10 }, () => press(code, 'fault', { criterion: 'quality', item: 'missed', value: '1' }))
  const all = await Promise.all([
    records(timekeeper, start),
    records(timekeeper, start),
    records(judge, ...taps.slice(0, 5)),
    records(other, ...taps.slice(5)),
    records(judge, ...taps.slice(0, 5)),
  ])
  expect(all.every(({ ok }) => ok)).toBe(true)
  expect(await db.runRecord.count({ where: { eventId } })).toBe(11)
  expect(await db.ledgerRow.count({ where: { eventId, action: 'run.recorded' } })).toBe(11)
})

test('the draw follows from its published seed, is kept, and is drawn again only with a reason and before anything is recorded', async () => {
  const { base, works, timekeeper, records, eventId } = await contest()
  const draw = { ...base, stations: 2, firstAt: new Date('2026-12-12T05:00:00Z'), minutes: 45, reason: '', byId: 'office', now: new Date() }
  expect(await drawStations({ ...draw, requestKey: newId() })).toMatchObject({ ok: true, value: { number: 1 } })
  const { seed, places } = await db.draw.findFirstOrThrow({
    where: { eventId },
    include: { places: { orderBy: { position: 'asc' }, include: { entry: true } } },
  })
  const again = drawOrder(
    seed,
    works.map(({ code }) => code),
    2,
    sha256Hex,
  )
  expect(places.map(({ entry, heat, station }) => [entry.code, heat, station])).toEqual(
    again.map(({ code, heat, station }) => [code, heat, station]),
  )
  expect(places.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2026-12-12T05:00:00.000Z',
    '2026-12-12T05:00:00.000Z',
    '2026-12-12T05:45:00.000Z',
  ])
  expect(await db.ledgerRow.findFirst({ where: { eventId, action: 'draw.made' } })).toMatchObject({
    body: expect.stringContaining(seed) as string,
  })
  expect(await drawStations({ ...draw, requestKey: newId() })).toMatchObject({ reason: 'needs-reason' })
  expect(await drawStations({ ...draw, reason: '一台机故障', requestKey: newId() })).toMatchObject({ ok: true, value: { number: 2 } })
  await records(timekeeper, press(works[0]?.code ?? '', 'start'))
  expect(await drawStations({ ...draw, reason: '再抽', requestKey: newId() })).toMatchObject({ reason: 'begun' })
})
