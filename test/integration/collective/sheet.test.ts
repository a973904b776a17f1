import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { batchPreview } from '~/domain/entries/collective/batch-preview.server'
import { correctRow } from '~/domain/entries/collective/correct-row.server'
import { openBatch } from '~/domain/entries/collective/open-batch.server'
import { templateResponse } from '~/domain/entries/collective/template.server'
import { eventTerms } from '~/domain/entries/queries.server'
import { newId } from '~/domain/new-id.server'
import { invariant } from '~/invariant'
import { makeBatch, sendSheet, type Owner } from '#test/support/collective'
import { csvOf, heads, work } from '#test/support/collective-files'
import { deadline, during, makeDesigner, minutesAfter, openContest } from '#test/support/contest'

let eventId: string
let owner: Owner

beforeAll(async () => {
  eventId = await openContest()
})

beforeEach(async () => {
  const personId = (await makeDesigner('周老师')).id
  owner = { eventId, personId, batchId: await makeBatch(eventId, personId) }
})

async function preview() {
  const found = await batchPreview(owner)
  invariant(found, 'the batch is there')
  return found
}
const faultsOf = async () =>
  (await preview()).rows.map(({ line, faults }) => [
    line,
    faults.filter(({ at }) => !at.startsWith('file.')).map(({ at, reason }) => `${at} ${reason}`),
  ])

/** A workbook as Excel writes it. */
async function xlsxOf(
  rows: unknown[][],
  merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [],
): Promise<Buffer> {
  const { writeXlsx } = await import('hucre/xlsx')
  return Buffer.from(await writeXlsx({ sheets: [{ name: '报送表', rows: rows as string[][], merges }] }))
}

describe('a sheet is read', () => {
  test('from CSV in UTF-8, every answer becoming what the entry form would hold', async () => {
    expect(await sendSheet(owner, csvOf([[...heads, '备注'], [...work(1), '急'], work(2)]))).toEqual({
      ok: true,
      value: { works: 2, unknown: ['备注'] },
    })
    const [first] = (await preview()).rows
    expect(first).toMatchObject({ line: 2, title: '潮间带1', blocked: false, content: { groupId: 'academic', trackId: 'craft' } })
    expect(first?.content.fields).toMatchObject({ knit: '85', looks: '4', technique: ['jacquard', 'intarsia'] })
    expect(first?.content.authors[0]).toMatchObject({ name: '学生1', organisation: '示例纺织大学', country: 'CN' })
    expect(await faultsOf()).toEqual([
      [2, []],
      [3, []],
    ])
  })

  test('from CSV in GBK, as Excel in Chinese saves it', async () => {
    const utf8 = new TextDecoder().decode(
      csvOf([
        ['组别', '赛道', '作品名称', '作者1姓名'],
        ['院校组', '濮韵匠心', '潮间带', '林知夏'],
      ]),
    )
    expect(await sendSheet(owner, gbk(utf8))).toMatchObject({ ok: true, value: { works: 1 } })
    expect((await preview()).rows[0]).toMatchObject({ title: '潮间带', content: { groupId: 'academic', authors: [{ name: '林知夏' }] } })
  })

  test('from XLSX with a merged title above and labels on two floors', async () => {
    const rows = [
      ['2026年集体报送表', null, null, null, null],
      ['组别', '赛道', '作品名称', '作者1', null],
      [null, null, null, '姓名', '手机号'],
      ['院校组', '濮韵匠心', '潮间带', '林知夏', 13800138000],
    ]
    expect(
      await sendSheet(
        owner,
        await xlsxOf(rows, [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
          { startRow: 1, startCol: 3, endRow: 1, endCol: 4 },
        ]),
        'a.xlsx',
      ),
    ).toMatchObject({ ok: true, value: { works: 1 } })
    expect((await preview()).rows[0]?.content.authors[0]).toMatchObject({ name: '林知夏', mobile: '13800138000' })
  })

  test('with formulas as text: nothing of them is run', async () => {
    expect(await sendSheet(owner, csvOf([heads, work(1, { 作品名称: '=HYPERLINK("http://example.com","潮间带")' })]))).toMatchObject({
      ok: true,
    })
    expect((await preview()).rows[0]?.title).toBe('=HYPERLINK("http://example.com","潮间带")')
  })

  test('from the template, whose line of hints is no work', async () => {
    const terms = await eventTerms(eventId)
    invariant(terms, 'the event is there')
    const template = Buffer.from(await templateResponse(terms, 'csv', 'zh-CN', { file: 'a', sheet: 'a' }).arrayBuffer())
    expect(await sendSheet(owner, template)).toMatchObject({ ok: false, reason: 'no-rows' })
    const columns = template.toString('utf8').split('\r\n')[0]?.split(',').length ?? 0
    expect(columns).toBeGreaterThan(heads.length)
  })
})

describe('a sheet is refused with what to do', () => {
  test('when it holds a hundred thousand lines: it is not read to its end', async () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => ['院校组', '濮韵匠心', `作品${n}`, `学生${n}`])
    const begun = Date.now()
    expect(await sendSheet(owner, csvOf([['组别', '赛道', '作品名称', '作者1姓名'], ...rows]))).toMatchObject({
      ok: false,
      reason: 'too-many-rows',
      detail: { max: 500 },
    })
    expect(Date.now() - begun).toBeLessThan(10_000)
  })

  test.each([
    ['an empty file', Buffer.alloc(0), 'empty'],
    [
      'a workbook of Excel 97 or behind a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'old-format',
    ],
    ['a picture', Buffer.from('ffd8ffe000104a46494600010101', 'hex'), 'not-a-table'],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 and nothing else', 'latin1'), 'not-a-table'],
    [
      'a sheet without labels',
      csvOf([
        ['潮间带', '林知夏'],
        ['北窗', '周序'],
      ]),
      'no-header',
    ],
    [
      'a sheet without its titles',
      csvOf([
        ['组别', '赛道', '设计说明'],
        ['院校组', '濮韵匠心', '一段话'],
      ]),
      'columns-missing',
    ],
    [
      'a sheet with a column twice',
      csvOf([
        ['组别', '赛道', '作品名称', '作者1姓名', '作者1姓名'],
        ['院校组', '濮韵匠心', '潮间带', '甲', '乙'],
      ]),
      'column-twice',
    ],
    ['a sheet with labels alone', csvOf([heads]), 'no-rows'],
  ])('when it is %s', async (_, bytes, reason) => {
    expect(await sendSheet(owner, bytes)).toMatchObject({ ok: false, reason })
    expect((await preview()).rows).toEqual([])
  })

  test('after the deadline, and to everybody but its owner', async () => {
    expect(await sendSheet(owner, csvOf([heads, work(1)]), 'a.csv', minutesAfter(deadline, 1))).toMatchObject({ ok: false, reason: 'over' })
    const stranger = (await makeDesigner('别人')).id
    expect(await sendSheet({ ...owner, personId: stranger }, csvOf([heads, work(1)]))).toMatchObject({ ok: false, reason: 'not-found' })
    expect(await batchPreview({ ...owner, personId: stranger })).toBeNull()
  })
})

describe('every fault stands at its line', () => {
  test('an unknown group, a share below the least, a number that is none', async () => {
    await sendSheet(owner, csvOf([heads, work(1), work(2, { 组别: '少年组' }), work(3, { 针织占比: '40%', 作者1邮箱: 'nothing' })]))
    expect(await faultsOf()).toEqual([
      [2, []],
      [3, ['group required']],
      [4, ['field.knit too-small', 'author.0.email not-an-email']],
    ])
    expect((await preview()).rows.map(({ blocked }) => blocked)).toEqual([false, true, false])
  })

  test('the same student three times is asked about, a fourth is over the limit, the same work is refused', async () => {
    const same = { 作者1姓名: '林知夏', 作者1手机号: '138 0013 8000' }
    await sendSheet(owner, csvOf([heads, work(1, same), work(2, same), work(3, same)]))
    expect((await faultsOf()).map(([, faults]) => faults)).toEqual(Array(3).fill(['row same-student']))
    await sendSheet(owner, csvOf([heads, work(1, same), work(2, same), work(3, same), work(4, { ...same, 作者1手机号: '+8613800138000' })]))
    expect((await faultsOf()).map(([, faults]) => faults)).toEqual(Array(4).fill(['row over-limit']))
    await sendSheet(owner, csvOf([heads, work(1, same), work(1, same)]))
    expect((await preview()).rows.map(({ blocked }) => blocked)).toEqual([false, true])
  })

  test('a line is corrected without losing anything of the others; a stale form is refused', async () => {
    await sendSheet(owner, csvOf([heads, work(1), work(2, { 组别: '少年组' })]))
    const { rows, batch } = await preview()
    const values = new Map(Object.entries({ ...rows[1]?.values, group: 'Academic' }))
    expect(await correctRow({ ...owner, line: 3, version: batch.version, values, now: during })).toMatchObject({ ok: true })
    expect(await correctRow({ ...owner, line: 3, version: batch.version, values, now: during })).toMatchObject({
      ok: false,
      reason: 'stale',
    })
    const after = await preview()
    expect(after.rows.map(({ blocked, title }) => [blocked, title])).toEqual([
      [false, '潮间带1'],
      [false, '潮间带2'],
    ])
    expect(after.rows[0]?.values).toEqual(rows[0]?.values)
    expect(await correctRow({ ...owner, line: 2, version: after.batch.version, values: null, now: during })).toMatchObject({ ok: true })
    expect((await preview()).rows.map(({ line }) => line)).toEqual([3])
  })
})

test('a batch is opened only where the event offers it, and never by a judge', async () => {
  const personId = (await makeDesigner('评委')).id
  const closed = await openContest((source) => source.replace(/^ {2}collective: true.*$/m, ''))
  const open = (event: string) => openBatch({ personId, eventId: event, organisation: '示例纺织大学', requestKey: newId(), now: during })
  expect(await open(closed)).toEqual({ ok: false, reason: 'not-found' })
  expect(await openBatch({ personId, eventId, organisation: ' ', requestKey: newId(), now: during })).toEqual({
    ok: false,
    reason: 'no-name',
  })
})

/** Chinese text in GBK: Node reads it and does not write it, so the table is read out. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, number[]>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) if (low !== 0x7f) table.set(decoder.decode(Buffer.from([high, low])), [high, low])
  return Buffer.from(
    [...text].flatMap((character) => (character.charCodeAt(0) < 0x80 ? [character.charCodeAt(0)] : (table.get(character) ?? [0x3f]))),
  )
}
