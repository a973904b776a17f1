import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import * as ranking from '~/routes/console/ranking'
import { action as download } from '~/routes/console/ranking-export'
import { answerOf, makeStaff, queriesOf, send, visit } from '#test/support/console'
import { makeJudge, makePanel, sentMark } from '#test/support/panel'

type Row = {
  code: string
  rank: number | null
  total: string | null
  standing: string
  awaitsChair: boolean
  entry: string
  cells: { kind: string; text?: string; dropped?: boolean }[]
}

/** A panel whose judges gave each work the marks asked for: `values[judge][work]`, the same for every criterion. */
async function judged(values: (string | null)[][], { close = true }: { close?: boolean } = {}) {
  const panel = await makePanel({ judges: values.length, works: Math.max(...values.map(({ length }) => length)) })
  const { eventId, stageId, works } = panel
  await db.event.update({
    where: { id: eventId },
    data: { config: { contest: { groups: [], entry: { fields: [], files: [] }, stages: [{ id: 'notice', type: 'notice', days: 7 }] } } },
  })
  for (const [n, judge] of panel.panel.entries()) {
    const marks = works.flatMap(({ code }, w) => {
      const value = values[n]?.[w] ?? null
      return value === null ? [] : ['design', 'craft', 'colour'].map((criterion) => sentMark(code, criterion, value))
    })
    await saveMarks({ eventId, stageId, ...judge, marks, now: new Date() })
  }
  if (close)
    expect(await closeStage({ eventId, stageId, unsignedBecause: 'absence', byId: 'office', now: new Date() })).toMatchObject({ ok: true })
  const staff = await makeStaff(eventId, 'organiser')
  const params = { slug: eventId, stage: stageId }
  const path = `/console/${eventId}/stages/${stageId}/ranking`
  const look = async (query = '') =>
    (await answerOf(() => ranking.loader({ request: visit(path + query, staff), params, context: {} }))).body as unknown as {
      rows: Row[]
      ties: { atCut: boolean; works: { entry: string; code: string }[] }[]
      publish: Record<string, number>
      decisions: { id: string; codes: string[]; typist: string; reason: string; label: string }[]
      chairs: { id: string }[]
      counts: Record<string, number>
    }
  const publish = (fields: Record<string, string>) =>
    answerOf(() => ranking.action({ request: send(path, staff, fields), params, context: {} }))
  return { ...panel, staff, params, path, look, publish }
}

test('each judge’s total stands in its column, the dropped ones struck, the cut by category', async () => {
  const { look } = await judged(
    [
      ['8', '7', '6'],
      ['9', '7', '6'],
      ['7', '7', '6'],
      ['8', '7', '6'],
      ['10', '7', '6'],
    ].map((row) => row),
  )
  const { rows, counts } = await look('?category=academic&view=all')
  expect(rows.map(({ code, rank, total, standing }) => [code, rank, total, standing])).toEqual([
    ['K-0001', 1, '83.33', 'place'],
    ['K-0003', 2, '60.00', 'place'],
  ])
  expect(rows[0]?.cells.map(({ text, dropped }) => [text, dropped])).toEqual([
    ['80', false],
    ['90', false],
    ['70', true],
    ['80', false],
    ['100', true],
  ])
  expect(counts).toMatchObject({ all: 2, tied: 0, recused: 0 })
})

describe('a tie the rulebook leaves to the chair', () => {
  // three academic works (0, 2, 4) alike, two places
  const tied = () => judged([['8', '5', '8', '5', '8']])

  test('is shown with what it decides, and nothing is published over it', async () => {
    const { eventId, look, publish } = await tied()
    const { ties, publish: will } = await look()
    expect(ties).toMatchObject([
      { atCut: true, works: [{ code: 'K-0001' }, { code: 'K-0003' }, { code: 'K-0005' }] },
      { atCut: false, works: [{ code: 'K-0002' }, { code: 'K-0004' }] },
    ])
    // the two professional works have their places, which a tie inside the line does not take away
    expect(will).toMatchObject({ places: 2, undecided: 3 })
    expect(await publish({ intent: 'publish' })).toMatchObject({
      status: 409,
      body: { refusal: expect.stringContaining('评审长') as string },
    })
    expect(await db.resultRow.count({ where: { eventId } })).toBe(0)
    expect(await db.announcement.count({ where: { eventId } })).toBe(0)
  })

  const decide = { intent: 'decide-tie', tieCategory: 'academic', tieRank: '1', reason: '终评复看后裁定' }
  const placed = (works: (string | undefined)[]) => Object.fromEntries(works.map((entry, at) => [`place-${entry}`, String(at + 1)]))

  test('is decided once, with reason and seat, published so, and stays so afterwards', async () => {
    const { eventId, works, judge, staff, look, publish } = await tied()
    const [first, , second, , third] = works
    const order = placed([third?.id, first?.id, second?.id])
    expect(await publish({ ...decide, ...order, seat: judge.seatId, reason: ' ' })).toMatchObject({
      status: 409,
      body: { refusal: expect.stringContaining('理由') as string },
    })
    expect(await publish({ ...decide, ...order, seat: 'somebody' })).toMatchObject({
      status: 409,
      body: { refusal: expect.stringContaining('评审长') as string, typed: order },
    })
    expect(await publish({ ...decide, ...placed([third?.id, first?.id]), seat: judge.seatId })).toMatchObject({ status: 409 })
    expect(await publish({ ...decide, ...order, [`place-${third?.id}`]: '2', seat: judge.seatId })).toMatchObject({
      status: 409,
      body: { refusal: expect.stringContaining('同一个次序') as string },
    })
    // the same decision sent twice is one
    for (let time = 0; time < 2; time += 1) expect((await publish({ ...decide, ...order, seat: judge.seatId })).status).toBe(302)
    expect(await publish({ ...decide, ...placed([first?.id, second?.id, third?.id]), seat: judge.seatId })).toMatchObject({
      status: 409,
      body: { refusal: expect.stringContaining('撤销') as string },
    })
    const { rows, decisions } = await look('?category=academic')
    expect(rows.map(({ code, rank, standing }) => [code, rank, standing])).toEqual([
      ['K-0005', 1, 'place'],
      ['K-0001', 2, 'place'],
      ['K-0003', 3, 'alternate'],
    ])
    expect(decisions).toMatchObject([
      { codes: ['K-0005', 'K-0001', 'K-0003'], typist: '工作人员organiser', reason: '终评复看后裁定', label: '001' },
    ])
    for (let time = 0; time < 2; time += 1) expect((await publish({ intent: 'publish' })).status).toBe(302)
    const [decided, published] = await Promise.all(
      ['tie.decided', 'results.published'].map((action) => db.ledgerRow.findMany({ where: { eventId, action } })),
    )
    expect([decided?.length, published?.length]).toEqual([1, 1])
    expect(JSON.parse(decided?.[0]?.body ?? '')).toMatchObject({
      seat: judge.seatId,
      by: staff.personId,
      order: [third?.id, first?.id, second?.id],
    })
    expect(decided?.[0]?.body).not.toContain('复看')
    expect(JSON.parse(published?.[0]?.body ?? '')).toMatchObject({ by: staff.personId, version: 1, ties: [expect.any(String)] })
    expect((await look('?category=academic')).rows.map(({ code }) => code)).toEqual(['K-0005', 'K-0001', 'K-0003'])
    expect(await publish({ intent: 'undo-tie', decision: decisions[0]?.id ?? '' })).toMatchObject({ status: 409 })
  })

  test('can be undone until it is published, and decided anew', async () => {
    const { eventId, works, judge, look, publish } = await tied()
    const [first, , second, , third] = works.map(({ id }) => id)
    await publish({ ...decide, ...placed([first, second, third]), seat: judge.seatId })
    const undone = { intent: 'undo-tie', decision: (await look()).decisions[0]?.id ?? '' }
    for (let time = 0; time < 2; time += 1) expect((await publish(undone)).status).toBe(302)
    expect((await look()).ties[0]).toMatchObject({ atCut: true })
    expect((await publish({ ...decide, ...placed([second, third, first]), seat: judge.seatId })).status).toBe(302)
    expect((await look()).rows.map(({ code }) => code)).toEqual(['K-0003', 'K-0005', 'K-0001'])
    expect(await db.tieDecision.count({ where: { eventId } })).toBe(2)
    expect(await db.ledgerRow.count({ where: { eventId, action: 'tie.undone' } })).toBe(1)
  })

  test('is the chair’s alone where the panel has one', async () => {
    const { eventId, stageId, works, judge, look, publish } = await tied()
    const [first, , second, , third] = works.map(({ id }) => id)
    const chair = await makeJudge(eventId, stageId, 7)
    await db.judgeSeat.updateMany({ where: { eventId, id: chair.seatId }, data: { isChair: true, scoring: false } })
    expect(await publish({ ...decide, ...placed([first, second, third]), seat: judge.seatId })).toMatchObject({ status: 409 })
    expect((await publish({ ...decide, ...placed([first, second, third]), seat: (await look()).chairs[0]?.id ?? '' })).status).toBe(302)
  })
})

test('after publication the page and the workbook hold what was published, whatever the marks would give', async () => {
  const { eventId, stageId, works, staff, params, path, look, publish } = await judged([['9', '5', '8', '5', '7']])
  expect((await publish({ intent: 'publish' })).status).toBe(302)
  const before = await look('?category=academic&view=all')
  // nobody can do this through the application; the published result does not follow
  await db.$executeRaw`update "Mark" set "value" = 10 where "eventId" = ${eventId} and "entryId" = ${works[4]?.id ?? ''}`
  await db.entry.updateMany({ where: { eventId, id: works[0]?.id ?? '' }, data: { state: 'withdrawn' } })
  const ranks = ({ rows }: typeof before) => rows.map(({ code, rank, total, standing }) => [code, rank, total, standing])
  expect(ranks(await look('?category=academic&view=all'))).toEqual(ranks(before))
  const file = await download({ request: send(`${path}.xlsx`, staff), params, context: {} })
  const book = await readXlsx(new Uint8Array(await file.arrayBuffer()))
  expect(book.sheets[0]?.rows.slice(1, 4).map((row) => [row[0], row[1], row[7]])).toEqual([
    [1, 'K-0001', 90],
    [2, 'K-0003', 80],
    [3, 'K-0005', 70],
  ])
  expect(await db.publication.findMany({ where: { eventId, stageId } })).toMatchObject([
    { version: 1, byId: staff.personId, ledgerHead: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  ])
})

test('the act says how many places, alternates and people it is about', async () => {
  const { look } = await judged([['9', '8', '7', '6', '5', '4', '3']])
  expect((await look()).publish).toMatchObject({ places: 4, alternates: 2, works: 7, told: 7, undecided: 0 })
})

test('an open stage is not published', async () => {
  const { publish } = await judged([['9', '8']], { close: false })
  expect(await publish({ intent: 'publish' })).toMatchObject({ status: 409 })
})

test('the workbook holds totals as numbers, names who was dropped, and nobody’s name', async () => {
  const { params, staff, path, works, eventId } = await judged([
    ['8', '7'],
    ['9', '7'],
    ['7', '7'],
    ['8', '7'],
    ['10', '7'],
  ])
  const response = await download({ request: send(`${path}.xlsx`, staff), params, context: {} })
  const book = await readXlsx(new Uint8Array(await response.arrayBuffer()))
  const [, first] = book.sheets[0]?.rows ?? []
  expect(first).toEqual([1, 'K-0001', '潮信0', '院校组', '', 80, 90, 70, 80, 100, '003 005', 83.33, 5, '入围'])
  for (const { name } of works) expect(JSON.stringify(book.sheets[0]?.rows)).not.toContain(name)
  expect(await db.ledgerRow.count({ where: { eventId, action: 'entries.exported' } })).toBe(1)
})

test('thirty works cost no more queries than three', async () => {
  const cost = async (works: number) => {
    const { look } = await judged([Array.from({ length: works }, (_, n) => String(1 + (n % 19) / 2))])
    await look('?view=all')
    return queriesOf(() => look('?view=all'))
  }
  expect(await cost(30)).toBeLessThanOrEqual(await cost(3))
})

describe('the calibrated score', () => {
  type Calibrated = {
    calibrated: {
      cells: Record<string, { rank: number | null; inQuota: string | null }>
      sentences: string[]
      severity: { label: string }[] | null
    } | null
  }
  const values = [
    ['8', '7', '6', '5'],
    ['9', '8', '7', '6'],
    ['8', '7', '6', '5.5'],
  ]

  test('is shown when asked for, beside the official order, and severity not to organisers', async () => {
    const { look } = await judged(values)
    const plain = await look('?category=academic&view=all')
    const asked = (await look('?category=academic&view=all&calibrated=1')) as Awaited<ReturnType<typeof look>> & Calibrated
    expect((plain as unknown as Calibrated).calibrated).toBeNull()
    expect(asked.rows).toEqual(plain.rows)
    expect(asked.rows.map(({ entry }) => asked.calibrated?.cells[entry]?.rank)).toEqual([1, 2])
    expect(asked.calibrated?.severity).toBeNull()
  })

  test('tells the owner which judge is lenient', async () => {
    const { eventId, params, path, panel } = await judged(values)
    const owner = await makeStaff(eventId, 'owner')
    const { body } = await answerOf(() => ranking.loader({ request: visit(`${path}?calibrated=1`, owner), params, context: {} }))
    const { label } = await db.judgeSeat.findFirstOrThrow({ where: { eventId, id: panel[1]?.seatId } })
    expect((body as unknown as Calibrated).calibrated?.severity?.[0]?.label).toBe(label)
  })
})
