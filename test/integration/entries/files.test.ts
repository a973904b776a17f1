import { readdir, rm } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { addFile } from '~/domain/entries/add-file.server'
import type { AddFileOutcome } from '~/domain/entries/add-file.server'
import { fileAddress, readFileToken } from '~/domain/entries/file-address.server'
import type { FileClass } from '~/domain/entries/file-address.server'
import { openFile, ownsFile } from '~/domain/entries/open-file.server'
import { processFile } from '~/domain/entries/process-file.server'
import { incomingFolder } from '~/domain/entries/receive-upload.server'
import { removeFile } from '~/domain/entries/remove-file.server'
import { sweepFiles } from '~/domain/entries/sweep-files.server'
import { enqueue } from '~/queue.server'
import { storage } from '~/gateways/storage.server'
import {
  addSheet,
  deadline,
  during,
  fileRows,
  handIn,
  makeDesigner,
  makeDraft,
  makeFullDraft,
  mine,
  minutesAfter,
  openContest,
} from '#test/support/contest'
import { bombPdf, lockedPdf, signedPdf } from '#test/support/pdfs'
import { newDataDir } from '#test/support/servers'
import { A3, endless, enormousPng, picture, sheet, streamOf } from '#test/support/sheets'

// a folder of its own: what other test files upload at the same moment is not what a refusal left behind
process.env.DATA_DIR = newDataDir()
afterAll(() => rm(process.env.DATA_DIR ?? '', { recursive: true, force: true }))

let eventId: string
let editor: { personId: string }
let entryId: string

beforeAll(async () => {
  eventId = await openContest()
  editor = { personId: (await makeDesigner()).id }
  entryId = await makeDraft(eventId, editor.personId)
})

const send = (bytes: Buffer, given: { slot?: string; name?: string; replaces?: string } = {}): Promise<AddFileOutcome> =>
  addFile({
    editor,
    eventId,
    entryId,
    slot: given.slot ?? 'board',
    name: given.name ?? 'board.jpg',
    replaces: given.replaces,
    body: streamOf(bytes),
    clock: () => during,
  })

const stored = async () => {
  const keys = []
  for await (const { key } of storage().list(`original/${eventId}/${entryId}/`)) keys.push(key)
  return keys
}

describe('what is refused leaves neither row nor bytes', () => {
  test.each<[string, () => Promise<Buffer> | Buffer, string, string?]>([
    ['0 bytes', () => Buffer.alloc(0), 'empty'],
    ['text behind the name of a picture', () => Buffer.from('I am not a picture at all, whatever my name says.'), 'wrong-type'],
    [
      'a GIF called .jpg',
      () =>
        sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
          .gif()
          .toBuffer(),
      'wrong-type',
    ],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'wrong-type'],
    ['an HTML page called .png', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'wrong-type'],
    ['a truncated JPEG', async () => (await sheet(1)).subarray(0, -40_000), 'broken'],
    ['a truncated PNG', async () => (await picture(3, { width: 3508, height: 4961 }, 'png')).subarray(0, -9_000), 'broken'],
    ['nothing but the first bytes of a JPEG', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(900, 1)]), 'broken'],
    ['30,000 × 30,000 pixels', () => enormousPng(30_000), 'too-many-pixels'],
    ['A3 at 150 dpi', () => picture(2, { width: 1754, height: 2480 }), 'too-few-pixels'],
    ['A3 two per cent short', () => picture(2, { width: 3437, height: 4862 }), 'too-few-pixels'],
    ['a PDF with a password', () => lockedPdf(), 'encrypted'],
    ['a PDF cut off', async () => (await signedPdf()).subarray(0, 300), 'broken'],
    ['a PDF of A4 pages', () => signedPdf({ size: [595.28, 841.89] }), 'page-too-small'],
    ['a PDF where only pictures are taken', () => signedPdf(), 'wrong-type', 'swatch'],
  ])('%s', async (_, bytes, reason, slot) => {
    const outcome = await send(await bytes(), { slot: slot ?? 'board' })
    expect(outcome).toMatchObject({ ok: false, reason })
    expect(await fileRows(eventId, entryId)).toEqual([])
    expect(await stored()).toEqual([])
    expect(await readdir(incomingFolder())).toEqual([])
  })

  test('200 MB, and most of it is never read', async () => {
    const { body, sent } = endless(200 * 1024 * 1024)
    const outcome = await addFile({ editor, eventId, entryId, slot: 'board', name: 'huge.jpg', body, clock: () => during })
    expect(outcome).toEqual({ ok: false, reason: 'too-big', detail: { maxMB: 20 } })
    expect(sent()).toBeLessThan(25 * 1024 * 1024)
    expect(await fileRows(eventId, entryId)).toEqual([])
    expect(await readdir(incomingFolder())).toEqual([])
  })

  test('a PDF of 10 MB that unpacks to 10 GB, while everybody else goes on working', async () => {
    let [longest, last] = [0, performance.now()]
    const watch = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }, 20)
    const outcome = await send(bombPdf(10_000))
    clearInterval(watch)
    expect(outcome).toMatchObject({ ok: false, reason: 'broken' })
    expect(longest).toBeLessThan(2_000)
    // the next one is looked into as ever
    expect(await send(await lockedPdf())).toMatchObject({ ok: false, reason: 'encrypted' })
  }, 60_000)

  test('a connection that drops', async () => {
    const body = new PassThrough()
    const outcome = addFile({ editor, eventId, entryId, slot: 'board', name: 'board.jpg', body, clock: () => during })
    body.write((await sheet(1)).subarray(0, 50_000))
    setTimeout(() => body.destroy(new Error('aborted')), 100)
    await expect(outcome).rejects.toThrow('aborted')
    expect(await fileRows(eventId, entryId)).toEqual([])
    expect(await readdir(incomingFolder())).toEqual([])
  })

  test('a slot the event does not have, and an entry that is not there', async () => {
    expect(await send(await sheet(1), { slot: 'film' })).toMatchObject({ reason: 'no-such-slot' })
    const stranger = { personId: (await makeDesigner('陌生人')).id }
    const body = streamOf(await sheet(1))
    expect(await addFile({ editor: stranger, eventId, entryId, slot: 'board', name: 'x.jpg', body })).toMatchObject({ reason: 'not-found' })
    const other = await openContest()
    expect(await addFile({ editor, eventId: other, entryId, slot: 'board', name: 'x.jpg', body: streamOf(await sheet(1)) })).toMatchObject({
      reason: 'not-found',
    })
  })
})

describe('what is taken', () => {
  test('a sheet one per cent short, turned by the camera, with its hash and its size', async () => {
    const short = await sharp(await picture(4, { width: 4912, height: 3474 }))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const outcome = await send(short, { name: '../../etc/𠮷田\u202e的 效果图.jpg' })
    expect(outcome).toMatchObject({ ok: true })
    const [file] = await fileRows(eventId, entryId)
    expect(file).toMatchObject({
      state: 'processing',
      mime: 'image/jpeg',
      width: 3474,
      height: 4912,
      originalName: '𠮷田的 效果图.jpg',
      bytes: BigInt(short.length),
    })
    expect(file?.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await buffer(await storage().get(file?.originalKey ?? ''))).toEqual(short)
  })

  test('a second file takes the place of the first in a slot for one', async () => {
    expect(await send(await sheet(2))).toMatchObject({ ok: true })
    const rows = (await fileRows(eventId, entryId)).filter(({ slot }) => slot === 'board')
    expect(rows.map(({ state }) => state).sort()).toEqual(['processing', 'replaced'])
  })

  test('a slot for three takes three, then says so; one of them can be exchanged', async () => {
    const swatch = (seed: number, replaces?: string) =>
      picture(seed, { width: 800, height: 600 }).then((bytes) => send(bytes, { slot: 'swatch', name: `swatch-${seed}.jpg`, replaces }))
    for (const seed of [1, 2, 3]) expect(await swatch(seed)).toMatchObject({ ok: true })
    expect(await swatch(4)).toEqual({ ok: false, reason: 'too-many', detail: { max: 3 } })
    const [, second] = (await mine(editor, eventId, entryId)).files.filter(({ slot }) => slot === 'swatch')
    expect(await swatch(5, second?.id)).toMatchObject({ ok: true })
    const names = (await mine(editor, eventId, entryId)).files
      .filter(({ slot }) => slot === 'swatch')
      .map(({ name, position }) => [position, name])
    expect(names).toEqual([
      [0, 'swatch-1.jpg'],
      [1, 'swatch-5.jpg'],
      [2, 'swatch-3.jpg'],
    ])
  })

  test('removing twice is removing once', async () => {
    const [first] = (await mine(editor, eventId, entryId)).files.filter(({ slot }) => slot === 'swatch')
    const remove = () => removeFile({ editor, eventId, entryId, fileId: first?.id ?? '', now: during })
    expect(await remove()).toMatchObject({ ok: true })
    expect(await remove()).toMatchObject({ ok: true })
    expect((await mine(editor, eventId, entryId)).files.filter(({ slot }) => slot === 'swatch')).toHaveLength(2)
  })
})

describe('the clock', () => {
  const late = (minutes: number, began: Date) => {
    const times = [began, minutesAfter(deadline, minutes)]
    return addSheet(eventId, entryId, editor, 'flats', { clock: () => times.shift() ?? deadline })
  }

  test('an upload begun before the deadline may end after it, for a quarter of an hour', async () => {
    expect(await late(14, minutesAfter(deadline, -1))).toMatchObject({ ok: true })
    expect(await late(16, minutesAfter(deadline, -1))).toEqual({ ok: false, reason: 'over' })
  })

  test('an upload begun after the deadline is not read', async () => {
    expect(await late(2, minutesAfter(deadline, 1))).toEqual({ ok: false, reason: 'over' })
  })
})

describe('what is looked at in an original’s place', () => {
  const forms = async (fileId: string) => {
    await processFile({ eventId, fileId })
    const read = async (kind: FileClass) => {
      const ticket = readFileToken(fileAddress({ eventId, fileId, class: kind, purpose: 'judge' }).split('/')[2] ?? '')
      const file = ticket && (await openFile(ticket))
      return file && { ...file, bytes: await buffer(file.body) }
    }
    return { view: await read('view'), thumb: await read('thumb'), copy: await read('copy') }
  }
  const take = async (bytes: Buffer, slot: string) => {
    const outcome = await send(bytes, { slot, name: '张三-示例大学.jpg' })
    if (!outcome.ok) throw new Error(outcome.reason)
    return outcome.value.fileId
  }

  test('of a picture: two pictures without metadata, named after the slot', async () => {
    const secret = 'Zhang San, Example University'
    const bytes = await sharp(await sheet(5))
      .withExif({ IFD0: { Artist: secret, Copyright: secret } })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${secret}</x:xmpmeta>`)
      .jpeg()
      .toBuffer()
    expect(bytes.includes(secret)).toBe(true)
    const { view, thumb, copy } = await forms(await take(bytes, 'board'))
    expect(copy).toBeNull()
    for (const [made, side] of [
      [view, 2400],
      [thumb, 400],
    ] as const) {
      const { width = 0, height = 0, format, exif, xmp, icc } = await sharp(made?.bytes).metadata()
      expect([format, Math.max(width, height), exif, xmp, icc]).toEqual(['webp', side, undefined, undefined, undefined])
      expect(made?.bytes.includes('Zhang')).toBe(false)
      expect(made?.name).toBe('board-1.webp')
    }
  })

  test('of a PDF: its first page as a picture and all its pages without a word of who made it', async () => {
    const bytes = await signedPdf()
    const { view, copy } = await forms(await take(bytes, 'craft'))
    const { width } = await sharp(view?.bytes).metadata()
    expect(width).toBe(2400)
    const { channels } = await sharp(view?.bytes).stats()
    expect(channels[0]?.min).toBeLessThan(60) // the letters are there
    const bare = await PDFDocument.load(copy?.bytes ?? Buffer.alloc(0), { updateMetadata: false })
    expect([bare.getPageCount(), bare.getAuthor(), bare.getTitle()]).toEqual([2, undefined, undefined])
    const open = Buffer.from(await bare.save({ useObjectStreams: false })).toString('latin1')
    expect(open).not.toContain('Zhang')
    expect(copy?.name).toBe('craft-1.pdf')
  })

  test('running twice makes it once', async () => {
    const fileId = await take(await sheet(6), 'board')
    await Promise.all([processFile({ eventId, fileId }), processFile({ eventId, fileId })])
    await processFile({ eventId, fileId })
    const keys = []
    for await (const { key } of storage().list(`derived/${eventId}/${fileId}/`)) keys.push(key)
    expect(keys).toHaveLength(2)
  })
})

describe('addresses', () => {
  const token = (address: string) => address.split('/')[2] ?? ''

  test('say what they stand for, for a while', () => {
    const made = fileAddress({ eventId: 'e', fileId: 'f', class: 'original', purpose: 'owner', personId: 'p', now: during })
    expect(readFileToken(token(made), during)).toMatchObject({
      eventId: 'e',
      fileId: 'f',
      class: 'original',
      purpose: 'owner',
      personId: 'p',
    })
    expect(readFileToken(token(made), minutesAfter(during, 59))).not.toBeNull()
    expect(readFileToken(token(made), minutesAfter(during, 121))).toBeNull()
  })

  test('cannot be changed or made up', () => {
    const made = token(fileAddress({ eventId: 'e', fileId: 'f', class: 'view', purpose: 'judge', now: during }))
    const [body = '', signature = ''] = made.split('.')
    const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace('view', 'original')).toString('base64url')
    for (const bad of [`${forged}.${signature}`, body, `${body}.`, '', 'a.b', `${made}.x`]) expect(readFileToken(bad, during)).toBeNull()
  })

  test('an original has one owner', async () => {
    const [file] = await fileRows(eventId, entryId)
    expect(await ownsFile(editor.personId, eventId, file?.id ?? '')).toBe(true)
    expect(await ownsFile((await makeDesigner()).id, eventId, file?.id ?? '')).toBe(false)
  })
})

test('the sweep removes what nobody asks for again and keeps what was handed in', async () => {
  const { id: personId } = await makeDesigner()
  const swept = await makeFullDraft(eventId, personId, { seed: 40 })
  expect(await handIn(eventId, swept, { personId })).toMatchObject({ ok: true })
  const first = await fileRows(eventId, swept)
  await addSheet(eventId, swept, { personId }, 'board', { seed: 44 })
  await addSheet(eventId, swept, { personId }, 'board', { seed: 45 })
  await db.entryFile.create({ data: { eventId, id: 'stuck', entryId: swept, slot: 'board', originalName: 'x', startedAt: during } })
  await storage().put(`original/${eventId}/${swept}/orphan`, streamOf(Buffer.from('x')), { bytes: 1, mime: 'image/png' })

  expect((await sweepFiles(minutesAfter(new Date(), -60))).objects).toBe(0)
  await sweepFiles(minutesAfter(new Date(), 3 * 24 * 60))
  const left = await fileRows(eventId, swept)
  expect(left.map(({ id }) => id)).toEqual(expect.arrayContaining(first.map(({ id }) => id)))
  expect(left).toHaveLength(first.length + 1)
  const keys = []
  for await (const { key } of storage().list(`original/${eventId}/${swept}/`)) keys.push(key)
  expect(keys.sort()).toEqual(left.map(({ originalKey }) => originalKey).sort())
})

test('a file whose job gave up is refused with a sentence, one whose job still tries is not', async () => {
  const { id: personId } = await makeDesigner()
  const entry = await makeDraft(eventId, personId)
  await addSheet(eventId, entry, { personId }, 'board', { seed: 61 })
  const [file] = await fileRows(eventId, entry)
  const key = `process-file:${file?.id ?? ''}`
  await db.entryFile.updateMany({ where: { eventId, id: file?.id }, data: { state: 'processing', startedAt: during } })
  await db.$transaction((tx) => enqueue(tx, 'process-file', { eventId, fileId: file?.id ?? '' }, { key }))
  const state = async () => (await mine({ personId }, eventId, entry)).files.map(({ state, refusal }) => [state, refusal])
  await sweepFiles(minutesAfter(new Date(), 60))
  expect(await state()).toEqual([['processing', null]])
  await db.$executeRaw`update graphile_worker._private_jobs set "attempts" = "max_attempts" where "key" = ${key}`
  await sweepFiles(minutesAfter(new Date(), 60))
  expect(await state()).toEqual([['refused', 'unfinished']])
})

test('the picture of the fixtures is what the tests say it is', async () => {
  expect(await sharp(await sheet(1)).metadata()).toMatchObject(A3)
})
