import { rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embeddedPaths } from '~/cli/database/embedded-paths'
import { embeddedServer } from '~/cli/database/embedded-server'
import { listens, postmaster } from '~/cli/database/postmaster'
import { built } from '#test/support/built'
import { cookieOf, makePanel, sentMark } from '#test/support/panel'
import { embeddedUrl, processesOn } from '#test/support/processes'
import { beginGet, beginPost } from '#test/support/slow-client'
import { freePort, launch, newDataDir, ready, type Launched } from '#test/support/servers'

// One data folder and its life, in order: the shell it begins in is as bare as a container's, and far from UTC.
const shell = { LANG: 'C', LC_ALL: 'C', TZ: 'Asia/Shanghai' }
const dataDir = newDataDir()
// beside the data, or where the server's account gets to when the clone is closed to it
const { home } = embeddedPaths(dataDir)
const started: Launched[] = []

/** A process to signal. 0 would be the group of this very test run. */
function known(pid: number | undefined): number {
  if (!pid) throw new Error('there is no such process')
  return pid
}

beforeAll(built, 180_000)
afterAll(() => {
  for (const folder of new Set([dataDir, home])) {
    for (const pid of processesOn(folder)) process.kill(pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

async function ask<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: embeddedUrl(home) })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const starting = async (port?: number) => {
  const one = await launch({ dataDir, port: port ?? (await freePort()), env: shell, detached: true, wait: false })
  started.push(one)
  return one
}

test('two first starts at once make one database, and both serve from it', async () => {
  const both = await Promise.all([starting(), starting()])
  await Promise.all(both.map((one) => ready(one)))
  const pages = await Promise.all(both.map(async ({ url }) => (await fetch(`${url}/demo`)).text()))
  const people = pages.map((page) => [...page.matchAll(/name="personId" value="([^"]+)"/g)].map(([, id]) => id))
  expect(people[0]?.length).toBeGreaterThan(3)
  expect(people[1]).toEqual(people[0])
  // each event file was applied by one of them, and by one only
  expect(await ask('select "eventId" from "EventVersion" group by "eventId" having count(*) <> 1')).toEqual([])
  for (const { output } of both) expect(output()).not.toMatch(/"level":(50|60)|\n {4}at /)
}, 90_000)

test('LANG=C and TZ=Asia/Shanghai leave the database in UTF-8 and UTC, and dates where the file puts them', async () => {
  expect(
    await ask('select pg_encoding_to_char(encoding) as encoding, datcollate from pg_database where datname = current_database()'),
  ).toEqual([{ encoding: 'UTF8', datcollate: 'C.UTF-8' }])
  expect(await ask('show timezone')).toEqual([{ TimeZone: 'UTC' }])
  // entries close at 17:00 in Shanghai
  expect(
    await ask(
      `select "closesAt" = '2026-12-20T09:00:00Z' as right, "nameZh" like '%濮院%' as readable from "Event" where "id" = 'puyuan-cup-2026'`,
    ),
  ).toEqual([{ right: true, readable: true }])
})

test('the first to leave leaves the database to the other', async () => {
  const [first, second] = started
  if (!first || !second) throw new Error('both run')
  expect(await first.stop()).toBe(0)
  expect(await listens(first.port)).toBe(false)
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
})

test('after kill -9 of the launcher and of PostgreSQL the next start has everything that was answered', async () => {
  const [, second] = started
  if (!second) throw new Error('the second runs')
  const asked = await fetch(`${second.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: second.url },
    body: new URLSearchParams({ contact: 'kept@example.com' }),
  })
  expect(asked.status).toBe(302)
  second.child.kill('SIGKILL')
  process.kill(known(postmaster(home)?.pid), 'SIGKILL')
  await once(second.child, 'exit')

  const third = await starting(second.port)
  await ready(third)
  expect(await ask(`select count(*)::int from "SignInCode" where "value" = 'kept@example.com'`)).toEqual([{ count: 1 }])
  expect((await fetch(`${third.url}/en/`)).status).toBe(200)
}, 90_000)

test('Ctrl-C under load: what was begun is answered, the last to leave stops the database, no process stays', async () => {
  const third = started[2]
  if (!third) throw new Error('the third runs')
  process.env.DATABASE_URL = embeddedUrl(home)
  const { eventId, stageId, judge, works } = await makePanel({ judges: 1, works: 12 })
  const cookie = await cookieOf(judge.personId)
  const half = await Promise.all(
    works.map(({ code }) =>
      beginPost(third, `/judge/${eventId}/${stageId}/marks`, cookie, { seat: judge.seatId, marks: [sentMark(code, 'design', '8.5')] }),
    ),
  )
  const pages = await Promise.all(Array.from({ length: 24 }, () => beginGet(third, '/')))
  // as a terminal does it: to the launcher and all it started
  process.kill(-known(third.child.pid), 'SIGINT')
  const ended = once(third.child, 'exit')
  await expect.poll(() => listens(third.port), { timeout: 30_000 }).toBe(false)
  const answers = await Promise.all(half.map((post) => post.finish()))
  expect(answers.map(({ status }) => status)).toEqual(works.map(() => 200))
  for (const { text } of answers) expect(text).toContain('"status":"saved"')
  expect(await Promise.all(pages.map((page) => page.finish()))).toEqual(pages.map(() => 200))

  expect(await ended).toEqual([0, null])
  expect(third.output()).not.toMatch(/\n {4}at /)
  expect(postmaster(home)).toBeNull()
  expect(processesOn(dataDir)).toEqual([])
  const again = await embeddedServer(dataDir)
  expect(await ask(`select count(*)::int from "Mark" where "eventId" = '${eventId}'`)).toEqual([{ count: works.length }])
  await again.leave()
  expect(postmaster(home)).toBeNull()
}, 90_000)

test('a taken port ends the start with one sentence that says what to do, and the database with it', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const fourth = await starting(port)
  expect(await once(fourth.child, 'exit')).toEqual([1, null])
  taken.close()
  expect(fourth.output()).toBe(
    `port ${port} on 127.0.0.1 is taken, perhaps by an earlier start: stop the program that listens there, or choose another port, such as PORT=${port + 1} npm start\n`,
  )
  expect(postmaster(home)).toBeNull()
  expect(processesOn(dataDir)).toEqual([])
}, 90_000)
