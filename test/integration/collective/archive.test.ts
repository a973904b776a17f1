import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { batchPreview } from '~/domain/entries/collective/batch-preview.server'
import { placeFile } from '~/domain/entries/collective/place-file.server'
import { invariant } from '~/invariant'
import { zipBytes } from '~/gateways/zip.server'
import { draftsOf, makeBatch, sendSheet, sendZip, worksOf, type Owner } from '#test/support/collective'
import { csvOf, heads, work, zipOf, type TestFile } from '#test/support/collective-files'
import { deadline, during, makeDesigner, minutesAfter, openContest } from '#test/support/contest'
import { sheet } from '#test/support/sheets'

let eventId: string
let owner: Owner
let picture: Buffer

beforeAll(async () => {
  eventId = await openContest()
  picture = await sheet(1)
})

beforeEach(async () => {
  const personId = (await makeDesigner('周老师')).id
  owner = { eventId, personId, batchId: await makeBatch(eventId, personId) }
  await sendSheet(
    owner,
    csvOf([heads, work(1, { 作品名称: '潮间带', 作者1姓名: '林知夏' }), work(2, { 作品名称: '北窗', 作者1姓名: '周序' })]),
  )
})

const named = (...names: (string | Buffer)[]): Buffer => zipOf(names.map((name): TestFile => ({ name, body: picture })))

async function placed() {
  const found = await batchPreview(owner)
  invariant(found, 'the batch is there')
  return {
    rows: found.rows.map(({ title, files }) => [title, files.map(({ path, slot }) => `${slot}=${path}`).sort()]),
    left: found.left.map(({ path }) => path),
  }
}

describe('files find their work', () => {
  test('by folders called after number, title or author, inside one folder with everything', async () => {
    expect(
      await sendZip(
        owner,
        named('报送/01/效果图.jpg', '报送/01/正反面款式图.jpg', '报送/北窗/效果图.jpg', '报送/周序/工艺图.jpg', '报送/说明.jpg'),
      ),
    ).toEqual({ ok: true })
    expect(await placed()).toEqual({
      rows: [
        ['潮间带', ['board=报送/01/效果图.jpg', 'flats=报送/01/正反面款式图.jpg']],
        ['北窗', ['board=报送/北窗/效果图.jpg', 'craft=报送/周序/工艺图.jpg']],
      ],
      left: ['报送/说明.jpg'],
    })
  })

  test('by the beginning of their own names, and by names in the sheet, which go first', async () => {
    await sendSheet(
      owner,
      csvOf([
        [...heads, '效果图文件名'],
        [...work(1, { 作品名称: '潮间带' }), 'IMG_2001.jpg'],
        [...work(2, { 作品名称: '北窗' }), ''],
      ]),
    )
    expect(await sendZip(owner, named('IMG_2001.jpg', '潮间带-工艺图.jpg', '2_效果图.jpg'))).toEqual({ ok: true })
    expect(await placed()).toEqual({
      rows: [
        ['潮间带', ['board=IMG_2001.jpg', 'craft=潮间带-工艺图.jpg']],
        ['北窗', ['board=2_效果图.jpg']],
      ],
      left: [],
    })
  })

  test('under names in GBK, without what macOS and Windows add', async () => {
    // 北窗/效果图.jpg in GBK
    const gbk = Buffer.from('b1b1b4b02fd0a7b9fbcdbc2e6a7067', 'hex')
    expect(await sendZip(owner, named(gbk, '__MACOSX/01/._效果图.jpg', '01/.DS_Store', '01/Thumbs.db', '01/'))).toEqual({ ok: true })
    expect(await placed()).toEqual({
      rows: [
        ['潮间带', []],
        ['北窗', ['board=北窗/效果图.jpg']],
      ],
      left: [],
    })
  })

  test('by hand, and stay there when the sheet comes again', async () => {
    await sendZip(owner, named('a.jpg', 'b.jpg'))
    expect((await placed()).left).toEqual(['a.jpg', 'b.jpg'])
    expect(await placeFile({ ...owner, place: 0, to: { line: 3, slot: 'board' }, now: during })).toMatchObject({ ok: true })
    expect(await placeFile({ ...owner, place: 1, to: { line: 3, slot: 'board' }, now: during })).toMatchObject({
      ok: false,
      reason: 'slot-full',
    })
    expect(await placeFile({ ...owner, place: 1, to: { line: 9, slot: 'board' }, now: during })).toMatchObject({
      ok: false,
      reason: 'no-such-slot',
    })
    expect(await placeFile({ ...owner, place: 1, to: null, now: during })).toMatchObject({ ok: true })
    await sendSheet(owner, csvOf([heads, work(1, { 作品名称: '潮间带' }), work(2, { 作品名称: '北窗之二' })]))
    expect(await placed()).toEqual({
      rows: [
        ['潮间带', []],
        ['北窗之二', ['board=a.jpg']],
      ],
      left: [],
    })
  })
})

describe('an archive is refused with what to do, and nothing of it is kept', () => {
  const zeros = Buffer.alloc(60_000_000)
  test.each<[string, () => Buffer, string]>([
    ['is no ZIP', () => Buffer.from('Rar!\u001a\u0007\u0000 and more', 'latin1'), 'not-a-zip'],
    ['breaks off', () => named('01/效果图.jpg').subarray(0, -40), 'not-a-zip'],
    [
      'has a broken directory',
      () => {
        const bytes = named('01/效果图.jpg')
        bytes.writeUInt32LE(0, bytes.readUInt32LE(bytes.length - 6))
        return bytes
      },
      'broken',
    ],
    ['has a password', () => zipOf([{ name: '01/效果图.jpg', body: picture, encrypted: true }]), 'encrypted'],
    ['leads out of its folder', () => named('../../etc/passwd.jpg'), 'unsafe-path'],
    ['leads out of its folder as Windows writes it', () => named('01\\..\\..\\效果图.jpg'), 'unsafe-path'],
    ['has an absolute path', () => named('/tmp/效果图.jpg'), 'unsafe-path'],
    ['has a drive', () => named('C:\\效果图.jpg'), 'unsafe-path'],
    ['unpacks to a thousand times its size', () => zipOf([{ name: '01/效果图.jpg', body: zeros }]), 'bomb'],
    [
      'says it unpacks to more than ten gigabytes',
      () => zipOf([1, 2, 3].map((n) => ({ name: `0${n}/效果图.jpg`, body: picture, says: 3_900_000_000 }))),
      'bomb',
    ],
    [
      'holds too many files',
      () => zipOf(Array.from({ length: 5_001 }, (_, n) => ({ name: `${n}.jpg`, body: Buffer.from('x') }))),
      'too-many-files',
    ],
    ['holds nothing', () => zipOf([]), 'broken'],
  ])(
    'when it %s',
    async (_, make, reason) => {
      expect(await sendZip(owner, make())).toMatchObject({ ok: false, reason })
      const { zipKey, task } = await db.entryBatch.findUniqueOrThrow({ where: { eventId_id: { eventId, id: owner.batchId } } })
      expect([zipKey, task]).toEqual([null, null])
      expect((await placed()).left).toEqual([])
    },
    30_000,
  )

  test('after the deadline, before it is read', async () => {
    expect(await sendZip(owner, named('01/效果图.jpg'), minutesAfter(deadline, 1))).toMatchObject({ ok: false, reason: 'over' })
  })
})

test('drafts take their files from the archive; what is no picture, and what unpacks to more than it said, is refused and named', async () => {
  const files: TestFile[] = [
    { name: '01/效果图.jpg', body: picture },
    { name: '01/正反面款式图.jpg', body: Buffer.from('this is no picture') },
    { name: '02/效果图.jpg', body: picture, says: 20 },
    { name: '02/工艺图.jpg', body: await sheet(2) },
  ]
  expect(await sendZip(owner, zipOf(files))).toEqual({ ok: true })
  expect(await draftsOf(owner)).toMatchObject({ ok: true })
  const { works, refused, batch } = await worksOf(owner)
  expect(works.map(({ title, state, line }) => [title, state, line])).toEqual([
    ['潮间带', 'draft', 2],
    ['北窗', 'draft', 3],
  ])
  const kept = await db.entryFile.findMany({
    where: { eventId, entryId: { in: works.map(({ id }) => id) } },
    orderBy: { originalName: 'asc' },
    select: { slot: true, originalName: true, state: true, entryId: true },
  })
  expect(kept.map(({ slot, originalName, state, entryId }) => [slot, originalName, state, entryId === works[0]?.id])).toEqual([
    ['craft', '工艺图.jpg', 'processing', false],
    ['board', '效果图.jpg', 'processing', true],
  ])
  expect(refused.map(({ path, reason, entryId }) => [path, reason, entryId !== null])).toEqual([
    ['01/正反面款式图.jpg', 'wrong-type', true],
    ['02/效果图.jpg', 'broken', true],
  ])
  expect([batch.state, batch.task, batch.zipKey]).toEqual(['open', null, null])
  // the sheet’s personal data is in the drafts now, and nowhere twice
  expect((await db.entryBatchRow.findMany({ where: { eventId, batchId: owner.batchId } })).map(({ values }) => values)).toEqual([{}, {}])
})

test('a job that was cut off goes on where it was, and makes nothing twice', async () => {
  const { makeDrafts } = await import('~/domain/entries/collective/make-drafts.server')
  await sendZip(owner, named('01/效果图.jpg', '02/效果图.jpg'))
  await draftsOf(owner)
  const before = await db.entryFile.count({ where: { eventId, entry: { batchId: owner.batchId } } })
  await makeDrafts({ ...owner, askedAt: during.toISOString() })
  expect(await db.entry.count({ where: { eventId, batchId: owner.batchId } })).toBe(2)
  expect(await db.entryFile.count({ where: { eventId, entry: { batchId: owner.batchId } } })).toBe(before)
})

test('the archives this house writes are read again', async () => {
  const parts: Buffer[] = []
  for await (const part of zipBytes([{ name: '01/效果图.jpg', body: picture }])) parts.push(part)
  expect(await sendZip(owner, Buffer.concat(parts))).toEqual({ ok: true })
  expect((await placed()).rows[0]).toEqual(['潮间带', ['board=01/效果图.jpg']])
})
