import { readdir, rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { incomingFolder } from '~/domain/entries/receive-upload.server'
import { action } from '~/routes/entrant/upload'
import { loader as original } from '~/routes/entrant/file'
import { action as save } from '~/routes/entrant/save'
import { loader as serve } from '~/routes/api/file'
import { startSession } from '~/session.server'
import { fileAddress } from '~/domain/entries/file-address.server'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { fileRows, fullForm, makeDesigner, makeDraft, openContest } from '#test/support/contest'
import { newDataDir } from '#test/support/servers'
import { sheet } from '#test/support/sheets'

// a folder of its own: other test files upload at the same moment
process.env.DATA_DIR = newDataDir()
afterAll(() => rm(process.env.DATA_DIR ?? '', { recursive: true, force: true }))

let eventId: string
let entryId: string
let cookie: string
let personId: string

// the routes read the clock themselves: a call that is open whenever the tests run
const always = (source: string) =>
  source
    .replace('call: 2026-08-01..2026-12-20', 'call: 2020-01-01..2099-12-20')
    .replace(/\b202(6-12-2[1-9]|7-\d\d-\d\d)/g, (day) => day.replace('2026', '2100').replace('2027', '2101'))

const signIn = async (id: string) => (await startSession(id, new Request('http://localhost/'))).split(';')[0] ?? ''

beforeAll(async () => {
  eventId = await openContest(always)
  personId = (await makeDesigner()).id
  entryId = await makeDraft(eventId, personId, { now: new Date() })
  cookie = await signIn(personId)
})

type Reply = { status: number; body: { ok: boolean; text?: string; reason?: string } | null; location: string | null }

async function send(
  body: BodyInit,
  given: { cookie?: string; slot?: string; json?: boolean; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Reply> {
  const request = new Request(`http://localhost/my/${eventId}/${entryId}/files?slot=${given.slot ?? 'board'}&lang=en`, {
    method: 'POST',
    body,
    duplex: 'half',
    signal: given.signal,
    headers: { Cookie: given.cookie ?? cookie, ...(given.json === false ? {} : { Accept: 'application/json' }), ...given.headers },
  } as RequestInit)
  return read(await action({ request, params: { slug: eventId, entryId }, context: {} }))
}

/** The parts of an answer: JSON for the page’s own scripts, a redirect for a form. */
async function read(answer: unknown): Promise<Reply> {
  if (!(answer instanceof Response)) throw new Error('a resource route answers with a Response')
  const isJson = answer.headers.get('Content-Type')?.includes('json') ?? false
  return { status: answer.status, body: isJson ? ((await answer.json()) as Reply['body']) : null, location: answer.headers.get('Location') }
}

const formWith = (bytes: Buffer, name = 'board.jpg') => {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }))
  return form
}

describe('an upload over HTTP', () => {
  test('without a file, without a form, without a session', async () => {
    expect(await send(new FormData())).toMatchObject({ status: 422, body: { text: 'Please choose a file first.' } })
    expect(await send('hello', { headers: { 'Content-Type': 'text/plain' } })).toMatchObject({ status: 422 })
    expect(await send(formWith(await sheet(1)), { cookie: 'jw_session=x' })).toMatchObject({ status: 401 })
    expect(await send(formWith(await sheet(1)), { cookie: 'jw_session=x', json: false })).toMatchObject({
      status: 302,
      location: expect.stringContaining('/en/sign-in') as string,
    })
  })

  test('that announces 200 MB is refused before a byte is read', async () => {
    let asked = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        asked += 1
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': String(200 * 1024 * 1024) }
    expect(await send(body, { headers })).toMatchObject({ status: 413, body: { text: expect.stringContaining('20 MB') as string } })
    expect(asked).toBeLessThan(3)
  })

  test('that does not announce itself is answered once it is over the limit', async () => {
    let sent = 0
    const head = Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n')
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(sent === 0 ? new Uint8Array(head) : new Uint8Array(262_144).fill(90))
        sent += 262_144
        if (sent > 200 * 1024 * 1024) controller.close()
      },
    })
    expect(await send(body, { headers: { 'Content-Type': 'multipart/form-data; boundary=x' } })).toMatchObject({ status: 413 })
    expect(sent).toBeLessThan(60 * 1024 * 1024)
    expect(await fileRows(eventId, entryId)).toEqual([])
  })

  test.each([
    ['cut off in the middle', false],
    ['closed by the sender', true],
  ])('that is %s leaves nothing', async (_, aborts) => {
    const leave = new AbortController()
    const bytes = await sheet(1)
    const head = Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n')
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(new Uint8Array(head))
        controller.enqueue(new Uint8Array(bytes.subarray(0, 60_000)))
        await new Promise((resolve) => setTimeout(resolve, 200))
        if (aborts) leave.abort()
        else controller.close()
      },
    })
    expect(await send(body, { headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, signal: leave.signal })).toMatchObject({
      status: 422,
    })
    await expect.poll(() => fileRows(eventId, entryId)).toEqual([])
    await expect.poll(() => readdir(incomingFolder())).toEqual([])
  })

  test('by a plain form leads back to its page and says what was wrong there', async () => {
    const reply = await send(formWith(Buffer.from('not a picture')), { json: false })
    expect(reply.status).toBe(302)
    const address = new URL(reply.location ?? '', 'http://localhost')
    expect([address.pathname, address.hash, address.searchParams.get('refused')]).toEqual([
      `/en/my/${eventId}/${entryId}`,
      '#file-board',
      'wrong-type',
    ])
  })

  test('is taken, and only its owner gets the original', async () => {
    expect(await send(formWith(await sheet(1)))).toMatchObject({ status: 200, body: { ok: true } })
    const [file] = await fileRows(eventId, entryId)
    const fileId = file?.id ?? ''
    const lead = (as: string) =>
      original({
        request: new Request('http://localhost/', { headers: { Cookie: as } }),
        params: { slug: eventId, entryId, fileId },
        context: {},
      })
    const stranger = await signIn((await makeDesigner('陌生人')).id)
    await expect(lead(stranger)).rejects.toMatchObject({ status: 404 })
    const address = (await lead(cookie)).headers.get('Location') ?? ''
    const open = (as: string, at = address) =>
      serve({ request: new Request('http://localhost/', { headers: { Cookie: as } }), params: { token: at.split('/')[2] }, context: {} })
    await expect(open(stranger)).rejects.toMatchObject({ status: 404 })
    await expect(open('')).rejects.toMatchObject({ status: 404 })
    const response = await open(cookie)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^attachment/) as string,
    })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(await sheet(1))
    // an address for staff opens for staff only, even in the right hands
    const forStaff = fileAddress({ eventId, fileId, class: 'original', purpose: 'staff', personId })
    await expect(open(cookie, forStaff)).rejects.toMatchObject({ status: 404 })
    const { organisationId } = await db.event.findUniqueOrThrow({ where: { id: eventId } })
    await db.organisationRole.create({ data: { organisationId, personId, role: 'clerk' } })
    expect((await open(cookie, forStaff)).status).toBe(200)
  })
})

describe('an autosave over HTTP', () => {
  const post = async (as: string, version: number, gauge: string) => {
    const form = fullForm('', { 'field.gauge': gauge, version: String(version), lang: 'en' })
    return read(
      await save({
        request: new Request('http://localhost/', { method: 'POST', body: form, headers: { Cookie: as } }),
        params: { slug: eventId, entryId },
        context: {},
      }),
    )
  }

  test('says the version, what is missing, and 409 with both texts to the second tab', async () => {
    const { version } = await db.entry.findUniqueOrThrow({ where: { eventId_id: { eventId, id: entryId } } })
    expect(await post(cookie, version, '12G')).toMatchObject({ status: 200, body: { ok: true, version: version + 1 } })
    expect(await post(cookie, version, '7G')).toMatchObject({
      status: 409,
      body: { reason: 'stale', differences: [{ at: 'field.gauge', label: 'Machine and gauge', theirs: '12G', yours: '7G' }] },
    })
  })

  test('without a session, for a stranger, for another event', async () => {
    expect(await post('', 1, '7G')).toMatchObject({ status: 401, body: { reason: 'signed-out' } })
    expect(await post(await signIn((await makeDesigner(newId())).id), 1, '7G')).toMatchObject({ status: 404 })
  })
})
