import { readdir, rm } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addFile } from '~/domain/entries/add-file.server'
import { incomingFolder } from '~/domain/entries/receive-upload.server'
import { storage } from '~/gateways/storage.server'
import { during, fileRows, makeDesigner, makeEditor, makeDraft, openContest, sendFile } from '#test/support/contest'
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
  editor = await makeEditor()
  entryId = await makeDraft(eventId, editor.personId)
})

const send = (bytes: Buffer, given?: Parameters<typeof sendFile>[2]) => sendFile({ editor, eventId, entryId }, bytes, given)

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

test('the picture of the fixtures is what the tests say it is', async () => {
  expect(await sharp(await sheet(1)).metadata()).toMatchObject(A3)
})
