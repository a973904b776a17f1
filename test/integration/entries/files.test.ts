import { rm } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileAddress, readFileToken } from '~/domain/entries/file-address.server'
import type { FileClass } from '~/domain/entries/file-address.server'
import { openFile, ownsFile } from '~/domain/entries/open-file.server'
import { processFile } from '~/domain/entries/process-file.server'
import { removeFile } from '~/domain/entries/remove-file.server'
import { storage } from '~/gateways/storage.server'
import {
  addSheet,
  deadline,
  during,
  fileRows,
  makeDesigner,
  makeEditor,
  makeDraft,
  mine,
  minutesAfter,
  openContest,
  sendFile,
} from '#test/support/contest'
import { signedPdf } from '#test/support/pdfs'
import { newDataDir } from '#test/support/servers'
import { picture, sheet } from '#test/support/sheets'

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
