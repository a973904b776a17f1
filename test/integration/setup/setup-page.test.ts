import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { action as actNew, loader as loadNew } from '~/routes/console/new-event'
import { loader as loadFile } from '~/routes/console/setup-file'
import { action, loader } from '~/routes/console/setup'
import { startSession } from '~/session.server'
import { applied, cup, makeEntry, now } from '#test/support/cup'
import { makePerson } from '#test/support/factories'

const origin = 'http://127.0.0.1:3000'

/** A signed-in person with a role in an organisation, past the second factor. */
async function organiser(organisation: string, role: 'owner' | 'organiser' | 'clerk' = 'organiser') {
  const { id } = await db.organisation.findUniqueOrThrow({ where: { slug: organisation } })
  const person = await makePerson()
  await db.organisationRole.create({ data: { organisationId: id, personId: person.id, role } })
  const cookie = await startSession(person.id, new Request(origin), { strong: true })
  return { id: person.id, cookie: cookie.split(';')[0] ?? '' }
}

/** Posts the form as a browser does, Content-Length included. */
function post(path: string, cookie: string, fields: Record<string, string | File>): Request {
  const form = new FormData()
  let length = 0
  for (const [name, value] of Object.entries(fields)) {
    form.set(name, value)
    length += 200 + (typeof value === 'string' ? new TextEncoder().encode(value).length : value.size)
  }
  const headers = { Cookie: cookie, 'Content-Length': String(length) }
  return new Request(origin + path, { method: 'POST', headers, body: form })
}

type Answer = { data: Record<string, unknown>; init: { status: number } | null }
const statusOf = (answer: unknown) => (answer as Answer).init?.status
const bodyOf = (answer: unknown) => (answer as Answer).data

async function setting() {
  const { slug, source } = cup()
  await applied(source)
  const me = await organiser('ckia')
  const send = (fields: Record<string, string | File>, path = `/console/${slug}/setup`) =>
    action({ request: post(path, me.cookie, fields), params: { slug }, context: {} })
  return { slug, source, me, send }
}

test('a plan is worked out from the text or from an uploaded file, and writes nothing', async () => {
  const { slug, source, send } = await setting()
  const changed = source.replace('一线之间', '一线之上')
  const ways: Record<string, string | File>[] = [{ source: changed }, { source, file: new File([changed], 'x.yaml') }]
  for (const fields of ways) {
    const answer = await send({ intent: 'plan', ...fields })
    expect(statusOf(answer)).toBe(200)
    expect(bodyOf(answer)).toMatchObject({
      plan: { next: 2, changes: [{ severity: 'low', text: '文字修改：theme.zh' }] },
    })
  }
  expect(await db.eventVersion.count({ where: { eventId: slug } })).toBe(1)
})

test('applying leads back to the page, and a form sent twice does its work once', async () => {
  const { slug, source, me, send } = await setting()
  const fields = {
    intent: 'apply',
    version: '1',
    source: source.replace('一线之间', '一线之上').replaceAll('\n', '\r\n'),
  }
  for (let time = 0; time < 2; time++) {
    const answer = (await send(fields)) as Response
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/console/${slug}/setup?applied`])
  }
  const versions = await db.eventVersion.findMany({ where: { eventId: slug }, orderBy: { version: 'asc' } })
  expect(versions.map(({ appliedById }) => appliedById)).toEqual([null, me.id])
  expect(versions[1]?.source).not.toContain('\r')
})

test('a page that is no longer the newest answers 409 with the text kept', async () => {
  const { source, send } = await setting()
  await applied(source.replace('一线之间', '一线之上'))
  const mine = source.replace('一线之间', '一线之外')
  const answer = await send({ intent: 'apply', version: '1', source: mine })
  expect(statusOf(answer)).toBe(409)
  expect(bodyOf(answer)).toMatchObject({ stale: 2, source: mine })
})

test('problems and obstacles are told in the language of the page, with line and column', async () => {
  const { slug, source, send } = await setting()
  const wrong = source.replace('weave: knit', 'weave: lace')
  expect(bodyOf(await send({ intent: 'plan', source: wrong }))).toMatchObject({
    problems: [{ col: 17, message: 'cover.weave 是“lace”；应为 knit、jacquard、weave 或 drape' }],
  })
  expect(bodyOf(await send({ intent: 'plan', source: wrong }, `/en/console/${slug}/setup`))).toMatchObject({
    problems: [{ message: 'cover.weave is “lace”; it takes knit, jacquard, weave or drape' }],
  })
  await makeEntry(slug, { number: 'A-001', submittedAt: now })
  const answer = await send({
    intent: 'apply',
    version: '1',
    source: source.replace('2026-12-20T17:00', '2026-11-01T17:00'),
  })
  expect(statusOf(answer)).toBe(409)
  expect(bodyOf(answer)).toMatchObject({
    obstacles: [{ message: '截止时间早于 1 件作品的提交时间 (A-001)' }],
  })
})

test('another event’s file, bytes that are no text, a form without an end', async () => {
  const { slug, me, send } = await setting()
  expect(statusOf(await send({ intent: 'plan', source: cup().source }))).toBe(400)
  const bytes = new File([Uint8Array.from([0xff, 0xfe, 0])], 'x.yaml')
  expect(bodyOf(await send({ intent: 'plan', source: '', file: bytes }))).toMatchObject({
    wrong: '文件不是 UTF-8 文本。',
  })
  const endless = new Request(`${origin}/console/${slug}/setup`, {
    method: 'POST',
    headers: { Cookie: me.cookie },
    body: new FormData(),
  })
  expect(statusOf(await action({ request: endless, params: { slug }, context: {} }))).toBe(400)
})

test('the page and the file are for those who may set the event up', async () => {
  const { slug, source, me } = await setting()
  const at = (cookie: string, query = '') => ({
    request: new Request(`${origin}/console/${slug}/setup${query}`, { headers: { Cookie: cookie } }),
    params: { slug },
    context: {},
  })
  const clerk = await organiser('ckia', 'clerk')
  await db.organisation.upsert({
    where: { slug: 'elsewhere' },
    create: { id: 'elsewhere', slug: 'elsewhere', nameZh: '别处', nameEn: 'Elsewhere' },
    update: {},
  })
  const stranger = await organiser('elsewhere')
  for (const load of [loader, loadFile]) {
    await expect(load(at(clerk.cookie))).rejects.toMatchObject({ status: 403 })
    await expect(load(at(stranger.cookie))).rejects.toMatchObject({ status: 404 })
    await expect(load(at(me.cookie, '?version=9'))).rejects.toMatchObject({ status: 404 })
  }
  expect(await (await loadFile(at(me.cookie))).text()).toBe(source)
  expect(await loader(at(me.cookie))).toMatchObject({
    version: 1,
    shown: 1,
    source,
    versions: [{ created: true, by: null }],
  })
})

test('a new event is opened for one’s own organisation only, and never over one that is there', async () => {
  const { slug, source, me } = await setting()
  const made = await loadNew({
    request: new Request(`${origin}/console/new?slug=knit-cup-2027&kind=expo`, {
      headers: { Cookie: me.cookie },
    }),
    params: {},
    context: {},
  })
  expect(made.source).toContain('owner: { id: ckia, name: { zh: "中国针织工业协会"')
  const send = (text: string, intent = 'apply') =>
    actNew({ request: post('/console/new', me.cookie, { intent, source: text }), params: {}, context: {} })
  expect(statusOf(await send((made.source ?? '').replace('id: ckia', 'id: elsewhere')))).toBe(403)
  expect(bodyOf(await send(source.replace('一线之间', '一线之上')))).toMatchObject({
    wrong: `活动 ${slug} 已经存在，请到它的设置页修改。`,
  })
  expect(((await send(made.source ?? '')) as Response).headers.get('Location')).toBe('/console/knit-cup-2027/setup?applied')
  expect(await db.event.findUniqueOrThrow({ where: { id: 'knit-cup-2027' } })).toMatchObject({
    status: 'draft',
  })

  const clerk = await organiser('ckia', 'clerk')
  const asked = {
    request: new Request(`${origin}/console/new`, { headers: { Cookie: clerk.cookie } }),
    params: {},
    context: {},
  }
  await expect(loadNew(asked)).rejects.toMatchObject({ status: 403 })
})
