import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { invariant } from '~/invariant'
import { storage } from '~/gateways/storage.server'
import { loader as desk } from '~/routes/judge/desk'
import { loader as file } from '~/routes/judge/file'
import { loader as lobby } from '~/routes/judge/lobby'
import { action as mark, loader as marks } from '~/routes/judge/marks'
import { action as note, loader as notes } from '~/routes/judge/notes'
import { loader as panels } from '~/routes/judge/panels'
import { action as recuse } from '~/routes/judge/recusals'
import { action as sign } from '~/routes/judge/sign'
import { loader as works } from '~/routes/judge/works'
import { cookieOf, makePanel, makeWork, sentMark, type TestJudge } from '#test/support/panel'

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => unknown
type Panel = Awaited<ReturnType<typeof makePanel>>

/** What a handler answers, as status and text, thrown or returned. */
async function ask(
  handler: Handler,
  { eventId, stageId }: Panel,
  cookie: string,
  given: { query?: string; body?: unknown; params?: object } = {},
) {
  const request = new Request(`http://127.0.0.1:3000/judge/${eventId}/${stageId}${given.query ?? ''}`, {
    headers: { ...(cookie ? { Cookie: cookie } : {}), 'Content-Type': 'application/json' },
    ...(given.body === undefined ? {} : { method: 'POST', body: JSON.stringify(given.body) }),
  })
  const args = { request, params: { slug: eventId, stage: stageId, ...given.params }, context: {} }
  const answer: unknown = await Promise.resolve()
    .then(() => handler(args))
    .catch((thrown: unknown) => thrown)
  if (answer instanceof Error) throw answer
  if (answer instanceof Response) return { status: answer.status, text: await answer.text(), headers: answer.headers }
  const { data, init } = answer as { data?: unknown; init?: { status?: number } }
  return {
    status: init?.status ?? 200,
    text: JSON.stringify(init === undefined ? answer : data),
    headers: new Headers(),
  }
}

const asHandler = (handler: unknown) => handler as Handler

/** Everything about a work that names somebody or could lead to somebody. */
async function identifying(eventId: string): Promise<string[]> {
  const [authors, files, entries] = await Promise.all([
    db.entryAuthor.findMany({ where: { eventId } }),
    db.entryFile.findMany({ where: { eventId } }),
    db.entry.findMany({ where: { eventId }, include: { versions: true } }),
  ])
  const people = await db.person.findMany({
    where: { authorships: { some: { eventId } } },
    include: { contacts: true },
  })
  return [
    ...authors.flatMap(({ name, organisation, email, personId, id }) => [name, organisation, email, personId, id]),
    ...files.flatMap(({ originalName, originalKey, viewKey, thumbKey, id, startedAt }) => [
      originalName,
      originalKey,
      viewKey,
      thumbKey,
      id,
      startedAt.toISOString(),
    ]),
    ...entries.flatMap(({ id, number, ownerId, createdAt, submittedAt }) => [
      id,
      number,
      ownerId,
      createdAt.toISOString(),
      submittedAt?.toISOString(),
    ]),
    ...people.flatMap(({ name, contacts }) => [name, ...contacts.map(({ value }) => value)]),
    '13900001111',
  ].filter((text): text is string => Boolean(text))
}

/** Every answer a judge can get from the desk and the pages before it. */
async function everyAnswer(panel: Panel, judge: TestJudge, cookie: string) {
  const seat = judge.seatId
  const codes = panel.works.map(({ code }) => code).join(',')
  const refused = [sentMark('K-0001', 'design', '99'), sentMark('K-9999', 'design', '5'), sentMark('K-0002', 'taste', '5')]
  return Promise.all([
    ask(asHandler(panels), panel, cookie),
    ask(asHandler(lobby), panel, cookie),
    ask(asHandler(desk), panel, cookie, { query: '/desk' }),
    ask(asHandler(works), panel, cookie, { query: '/works?page=0' }),
    ask(asHandler(works), panel, cookie, { query: `/works?codes=${codes}` }),
    ask(asHandler(marks), panel, cookie),
    ask(asHandler(notes), panel, cookie),
    ask(asHandler(mark), panel, cookie, { body: { seat, marks: refused } }),
    ask(asHandler(note), panel, cookie, { body: { seat, code: 'K-9999', text: '', later: true } }),
    ask(asHandler(recuse), panel, cookie, { body: { seat, code: 'K-9999', reason: '' } }),
    ask(asHandler(sign), panel, cookie, { body: { seat, signature: '评委' } }),
  ])
}

test('no answer of the desk names an author, a school, a file, an entry or an instant of it', async () => {
  const panel = await makePanel()
  const cookie = await cookieOf(panel.judge.personId)
  const secrets = await identifying(panel.eventId)
  expect(secrets.length).toBeGreaterThan(40)
  for (const { text } of await everyAnswer(panel, panel.judge, cookie)) {
    expect(text.length).toBeGreaterThan(2)
    for (const secret of secrets) expect(text).not.toContain(secret)
  }
})

test('what judges are not shown by the config is in no answer, what they are shown is', async () => {
  const panel = await makePanel()
  const cookie = await cookieOf(panel.judge.personId)
  const { text } = await ask(asHandler(works), panel, cookie, { query: '/works?codes=K-0001' })
  expect(JSON.parse(text)).toMatchObject({
    details: [
      {
        code: 'K-0001',
        answers: { concept: '以潮水的节律组织绞花。' },
        pictures: [{ name: 'board-1', slot: 'board', width: 4961 }],
      },
    ],
  })
})

test('a work the judge stands aside for is in no answer', async () => {
  const panel = await makePanel()
  const { eventId, stageId, judge } = panel
  const cookie = await cookieOf(judge.personId)
  await ask(asHandler(mark), panel, cookie, {
    body: { seat: judge.seatId, marks: [sentMark('K-0002', 'design', '9')] },
  })
  await ask(asHandler(note), panel, cookie, {
    body: { seat: judge.seatId, code: 'K-0002', text: '像某人的作品', later: true },
  })
  await recuseFromWork({ eventId, stageId, ...judge, code: 'K-0002', reason: '' })
  for (const query of ['/works?page=0', '/works?codes=K-0001,K-0002']) {
    expect((await ask(asHandler(works), panel, cookie, { query })).text).not.toContain('K-0002')
  }
  for (const handler of [marks, notes]) expect((await ask(asHandler(handler), panel, cookie)).text).not.toContain('K-0002')
})

test('pictures come under neutral names, at signed addresses that serve one seat, not what it stands aside for', async () => {
  const panel = await makePanel()
  const { eventId, stageId, judge, other } = panel
  const bytes = Buffer.from('RIFF....WEBP')
  const [first, second] = panel.works
  invariant(first && second, 'two works')
  for (const { id } of [first, second])
    await storage().put(`views/${id}.webp`, Readable.from([bytes]), {
      bytes: bytes.length,
      mime: 'image/webp',
    })
  const base = async (seat: TestJudge) => {
    const { text } = await ask(asHandler(works), panel, await cookieOf(seat.personId), {
      query: '/works?page=0',
    })
    return (JSON.parse(text) as { files: string }).files.split('/').at(-2) ?? ''
  }
  const token = await base(judge)
  const get = (name: string, by = token) => ask(asHandler(file), panel, '', { params: { token: by, name } })
  const found = await get('K-0001-board-1.webp')
  expect(found.status).toBe(200)
  expect(found.headers.get('Content-Disposition')).toBe("inline; filename*=UTF-8''K-0001-board-1.webp")
  expect((await get('K-0001-board-2.webp')).status).toBe(404)
  expect((await get('K-9999-board-1.webp')).status).toBe(404)
  expect((await get('K-0001-board-1.webp', `${token}x`)).status).toBe(404)
  expect((await get('K-0001-board-1.webp', token.replace(judge.seatId, other.seatId))).status).toBe(404)
  await recuseFromWork({ eventId, stageId, ...judge, code: 'K-0001', reason: '' })
  expect((await get('K-0001-board-1.webp')).status).toBe(404)
  expect((await get('K-0001-board-1.webp', await base(other))).status).toBe(200)
})

test('without a session 401, of another panel 404, before the declaration 409; never a redirect', async () => {
  const panel = await makePanel()
  const elsewhere = await makePanel()
  const body = { seat: panel.judge.seatId, marks: [sentMark('K-0001', 'design', '7')] }
  expect(await ask(asHandler(mark), panel, '', { body })).toMatchObject({
    status: 401,
    text: '{"error":"signed-out"}',
  })
  expect((await ask(asHandler(works), panel, await cookieOf(elsewhere.judge.personId))).status).toBe(404)
  expect(await ask(asHandler(mark), panel, await cookieOf(panel.other.personId), { body })).toMatchObject({
    status: 409,
    text: '{"error":"other-seat"}',
  })
  expect(
    (
      await ask(asHandler(mark), panel, await cookieOf(panel.judge.personId), {
        body: { seat: panel.judge.seatId, marks: [{}] },
      })
    ).status,
  ).toBe(400)
  await db.judgeSeat.updateMany({ where: { id: panel.judge.seatId }, data: { declaredAt: null } })
  expect((await ask(asHandler(works), panel, await cookieOf(panel.judge.personId))).status).toBe(409)
})

test('a list of 2,343 works is at most 300 KB, compressed', async () => {
  const panel = await makePanel({ works: 3 })
  const { eventId } = panel
  const template = await makeWork(eventId, 3)
  const entry = await db.entry.findUniqueOrThrow({ where: { eventId_id: { eventId, id: template.id } } })
  const { id: _id, ...picture } = await db.entryFile.findFirstOrThrow({
    where: { eventId, entryId: template.id },
  })
  const rows = Array.from({ length: 2339 }, (_, n) => ({
    ...entry,
    fields: entry.fields ?? {},
    id: `many-${n}`,
    number: `2026-9${n}`,
    code: `K-${String(9999 - n).padStart(4, '0')}`,
    title: `第${n}件：${'潮信云纹针脚'.slice(n % 4)}`,
  }))
  await db.entry.createMany({ data: rows })
  await db.entryFile.createMany({
    data: rows.map(({ id }, n) => ({ ...picture, id: `file-${n}`, entryId: id })),
  })
  const cookie = await cookieOf(panel.judge.personId)
  const pages = await Promise.all([0, 1, 2].map((page) => ask(asHandler(works), panel, cookie, { query: `/works?page=${page}` })))
  const listed = pages.flatMap(({ text }) => (JSON.parse(text) as { works: unknown[] }).works)
  expect(listed).toHaveLength(2343)
  expect(pages.reduce((sum, { text }) => sum + gzipSync(text).length, 0)).toBeLessThan(300 * 1024)
})
