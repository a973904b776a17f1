import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { built } from '#test/support/built'
import { cuttableLine } from '#test/support/cuttable-line'
import { makePerson } from '#test/support/factories'
import { formSender, launchOnTestDatabase } from '#test/support/own-database-server'
import { cookieOf, makePanel } from '#test/support/panel'
import type { Launched } from '#test/support/servers'
import { codeOf, fresh } from '#test/support/signed-in'

let server: Launched
let line: Awaited<ReturnType<typeof cuttableLine>>

beforeAll(async () => {
  await built()
  line = await cuttableLine(process.env.DATABASE_URL ?? '')
  server = await launchOnTestDatabase({
    env: { DATABASE_URL: line.url, LOG_LEVEL: 'debug', METRICS_TOKEN: 'scraper', SMTP_URL: 'smtp://127.0.0.1:1' },
  })
}, 240_000)
afterAll(async () => {
  expect(await server.stop()).toBe(0)
  await line.cut()
})

const status = async (path: string, headers: Record<string, string> = {}) => (await fetch(server.url + path, { headers })).status

test('a request that changes something is refused unless it comes from a page of this site', async () => {
  const { judge, eventId, stageId } = await makePanel({ judges: 1, works: 1 })
  const cookie = await cookieOf(judge.personId)
  const foreign = [
    undefined,
    'null',
    'https://evil.example',
    `${server.url}.evil.example`,
    server.url.replace('http:', 'https:'),
    `http://127.0.0.1:${server.port + 1}`,
  ]
  const contact = fresh()
  const ask = (method: string, path: string, origin: string | undefined) =>
    fetch(server.url + path, {
      method,
      redirect: 'manual',
      headers: { Cookie: cookie, ...(origin ? { Origin: origin } : {}) },
      body: new URLSearchParams({ contact }),
    })
  // pages, their data form, resources, and addresses nobody serves
  const paths = ['/sign-in', '/en/sign-in', '/sign-in.data', `/judge/${eventId}/${stageId}/marks`, '/healthz', '/nothing-here']
  const answers = await Promise.all(
    foreign.flatMap((origin) =>
      paths.flatMap((path) =>
        ['POST', 'PUT', 'PATCH', 'DELETE'].map(async (method) => `${(await ask(method, path, origin)).status} ${method} ${path} ${origin}`),
      ),
    ),
  )
  expect(answers).toHaveLength(foreign.length * paths.length * 4)
  expect(answers.filter((answer) => !answer.startsWith('403'))).toEqual([])
  expect(await db.signInCode.count({ where: { value: contact } })).toBe(0)

  expect((await ask('POST', '/sign-in', server.url)).status).toBe(302)
  expect(await db.signInCode.count({ where: { value: contact } })).toBe(1)
})

test('scripts run only with the nonce of their answer', async () => {
  const { judge, eventId, stageId } = await makePanel({ judges: 1, works: 1 })
  const cookie = await cookieOf(judge.personId)
  const nonces: string[] = []
  for (let n = 0; n < 2; n += 1) {
    const answer = await fetch(`${server.url}/judge/${eventId}/${stageId}/desk`, { headers: { Cookie: cookie } })
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    const [, nonce = 'none'] = /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(policy) ?? []
    nonces.push(nonce)
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1]
    expect(scripts).toBe(`'self' 'nonce-${nonce}'`)
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'", "form-action 'self'"])
      expect(policy).toContain(rule)
    const html = await answer.text()
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)].map(([, attributes = '']) => attributes)
    expect(inline.length).toBeGreaterThan(1)
    expect(inline.filter((attributes) => !attributes.includes(`nonce="${nonce}"`))).toEqual([])
    expect(html).not.toMatch(/\son[a-z]+="|href="javascript:/)
  }
  expect(nonces[0]).not.toBe(nonces[1])
})

test('/metrics opens for its bearer only and tells of process, pool and outbox', async () => {
  expect(await status('/metrics')).toBe(404)
  expect(await status('/metrics', { Authorization: 'Bearer guessed' })).toBe(404)
  const answer = await fetch(`${server.url}/metrics`, { headers: { Authorization: 'Bearer scraper' } })
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/)
  const text = await answer.text()
  for (const line of [
    /^process_cpu_seconds_total \d/m,
    /^jingwei_database_connections\{state="total"\} [1-9]/m,
    /^jingwei_notices\{state="failed"\} \d/m,
  ])
    expect(text).toMatch(line)
})

test('while the database is away the process lives but is not ready; when it is back everything goes on by itself', async () => {
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200])
  await line.cut()
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503])
  const page = await fetch(`${server.url}/`)
  expect(page.status).toBeGreaterThanOrEqual(500)
  expect(await page.text()).not.toMatch(/ECONNREFUSED|node_modules|at async/)
  await line.join()
  await expect.poll(() => status('/readyz'), { timeout: 10_000 }).toBe(200)

  // the worker found its way back too: a message that is asked for now is tried
  const contact = fresh()
  expect((await formSender().post(server.url, '/sign-in', { contact })).status).toBe(302)
  await expect
    .poll(async () => (await db.notice.findFirstOrThrow({ where: { recipient: contact } })).attempts, { timeout: 25_000, interval: 250 })
    .toBeGreaterThan(0)
  expect(server.child.exitCode).toBeNull()
}, 60_000)

test('the log is lines of JSON in which nobody appears', async () => {
  const [mail, mobile, name] = [`zhou.${Date.now()}@example.com`, `139${String(Date.now()).slice(-8)}`, '周未央']
  await makePerson({ name, mobile: `+86${mobile}` })
  const codes: string[] = []
  for (const [contact, stored] of [
    [mail, mail],
    [mobile, `+86${mobile}`],
  ] as const) {
    const { post, get } = formSender()
    await get(server.url, `/sign-in?contact=${contact}`)
    await post(server.url, '/sign-in', { contact, next: '/my' })
    const code = await codeOf(stored)
    codes.push(code)
    expect(code).toMatch(/^\d{6}$/)
    await post(server.url, '/sign-in/code', { code: code === '000000' ? '000001' : '000000' })
    expect((await post(server.url, '/sign-in/code', { code })).status).toBe(302)
    await post(server.url, '/sign-in/code', { name, locale: 'zh-CN' })
  }
  const tokens = ['invitation', 'tablet', 'files'].map((kind) => `/${kind}/token-of-${kind}`)
  for (const path of [...tokens, ...tokens.map((token) => `/en${token}.data`)]) await status(path)
  // both were tried, and both failed: one mail server does not answer, no text message can be sent
  await expect
    .poll(() => db.notice.count({ where: { recipient: { in: [mail, `+86${mobile}`] }, attempts: { gt: 0 } } }), { timeout: 15_000 })
    .toBe(2)
  const lines = server
    .output()
    .split('\n')
    .filter((text) => text !== '' && !text.startsWith('经纬 Jingwei'))
  const parsed = lines.map((text) => JSON.parse(text) as { path?: string; msg: string })
  expect(parsed.filter(({ path }) => path === '/sign-in/code').length).toBeGreaterThanOrEqual(4)
  expect(parsed.map(({ msg }) => msg)).toContain('a message was not delivered')
  expect(parsed.map(({ path }) => path)).toContain('/invitation/…')
  for (const secret of [mail, mobile, name, ...codes, 'zhou.', 'token-of-']) expect(server.output()).not.toContain(secret)
})
