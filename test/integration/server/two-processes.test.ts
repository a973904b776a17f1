import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, pool } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { shiftDates } from '#seeds/demo/shift-dates'
import { built } from '#test/support/built'
import { makeDesigner, openContest } from '#test/support/contest'
import { makePerson } from '#test/support/factories'
import { call, judgeAt, makeFinal, workAt } from '#test/support/final'
import { client } from '#test/support/http-client'
import { formSender, launchOnTestDatabase } from '#test/support/own-database-server'
import { cookieOf, makePanel, sentMark } from '#test/support/panel'
import { newDataDir, type Launched } from '#test/support/servers'
import { codeOf, fresh } from '#test/support/signed-in'

// Two processes that share a database and a data folder (their secrets), far from each other and from UTC; the
// database itself believes to be in Shanghai.
let east: Launched
let west: Launched

beforeAll(async () => {
  await built()
  await pool().query(`do $$ begin execute format('alter database %I set timezone to ''Asia/Shanghai''', current_database()); end $$`)
  const dataDir = newDataDir()
  const both = await Promise.all(['Asia/Shanghai', 'America/Los_Angeles'].map((TZ) => launchOnTestDatabase({ dataDir, env: { TZ } })))
  ;[east, west] = both as [Launched, Launched]
}, 240_000)
afterAll(async () => {
  expect(await Promise.all([east.stop(), west.stop()])).toEqual([0, 0])
})

test('two first starts at once apply each event file once', async () => {
  const versions = await db.eventVersion.groupBy({ by: ['eventId'], _count: true })
  expect(versions.length).toBeGreaterThan(5)
  expect(versions.filter(({ _count }) => _count !== 1)).toEqual([])
  for (const { output } of [east, west]) expect(output()).not.toMatch(/"level":(50|60)|\n {4}at /)
})

test('a sign-in begun at one goes on at the other, its session counts at both, and ends at both', async () => {
  const contact = fresh()
  await makePerson({ email: contact })
  const { get, post } = formSender()
  expect((await post(east.url, '/sign-in', { contact })).status).toBe(302)
  expect((await post(west.url, '/sign-in/code', { code: await codeOf(contact) })).headers.get('Location')).toBe('/my')
  expect((await get(east.url, '/account')).status).toBe(200)
  expect((await get(west.url, '/account')).status).toBe(200)
  await post(east.url, '/sign-out', {})
  expect((await get(west.url, '/account')).headers.get('Location')).toMatch(/^\/sign-in/)
})

test('instants are UTC, whatever zone the process and the database are in', async () => {
  const { rows } = await pool().query<{ zone: string; off: number }>(
    `select current_setting('TimeZone') as zone, abs(extract(epoch from now() - max(c."createdAt")))::int as off from "SignInCode" c`,
  )
  expect(rows[0]).toEqual({ zone: 'UTC', off: expect.toSatisfy((seconds: number) => seconds < 120) })
  const session = await db.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
  expect(Math.abs(Date.now() - session.createdAt.getTime())).toBeLessThan(120_000)
  const cup = await db.event.findUniqueOrThrow({ where: { id: 'puyuan-cup-2026' } })
  expect(cup.closesAt?.toISOString()).toBe('2026-12-20T09:00:00.000Z')
})

test('a form sent to both at once with one request key acts once', async () => {
  const eventId = await openContest((source) => shiftDates(source, new Date().toISOString().slice(0, 10)))
  const { id } = await makeDesigner()
  const cookie = await cookieOf(id)
  const form = { group: 'academic', track: 'craft', requestKey: newId() }
  const send = ({ url }: Launched) =>
    fetch(`${url}/e/${eventId}/enter`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookie, Origin: url },
      body: new URLSearchParams(form),
    })
  const answers = await Promise.all([east, west, east, west].map(send))
  const entries = await db.entry.findMany({ where: { ownerId: id } })
  expect(entries).toHaveLength(1)
  expect(answers.map((answer) => [answer.status, answer.headers.get('Location')])).toEqual(
    answers.map(() => [302, `/my/${eventId}/${entries[0]?.id}`]),
  )
})

test('judges who mark through both at once lose nothing', async () => {
  const { eventId, stageId, works, panel } = await makePanel({ judges: 2, works: 12 })
  const path = `/judge/${eventId}/${stageId}/marks`
  const desks = [east, west].map(({ port }) => client(port, 8))
  const judges = await Promise.all(panel.map(async (judge) => ({ ...judge, cookie: await cookieOf(judge.personId) })))
  const criteria = ['design', 'craft', 'colour']
  const valueOf = (judge: number, work: number, criterion: number) => String(1 + ((judge * 7 + work + criterion) % 19) / 2)
  // each judge has two tablets, one at each process
  const sent = judges.flatMap((judge, j) =>
    works.flatMap(({ code }, w) =>
      criteria.map((criterion, c) => async () => {
        const marks = [sentMark(code, criterion, valueOf(j, w, c))]
        for (;;) {
          const answer = await desks[(w + c) % 2]?.post(path, judge.cookie, { seat: judge.seatId, marks })
          if (answer?.status !== 503) return answer
        }
      }),
    ),
  )
  const answers = await Promise.all(sent.map((send) => send()))
  expect(answers.filter((answer) => answer?.status !== 200 || !answer.text.includes('"status":"saved"'))).toEqual([])
  for (const [j, judge] of judges.entries()) {
    for (const desk of desks) {
      const read = JSON.parse((await desk.get(path, judge.cookie)).text) as { criteria: string[]; marks: Record<string, string[]> }
      const expected = works.map(({ code }, w) => [
        code,
        read.criteria.map((criterion) => Number(valueOf(j, w, criteria.indexOf(criterion)))),
      ])
      expect(
        Object.entries(read.marks)
          .map(([code, values]) => [code, values.map(Number)])
          .sort(),
      ).toEqual(expected.sort())
    }
  }
  expect(await db.ledgerRow.count({ where: { eventId, action: { startsWith: 'mark.' } } })).toBe(2 * 12 * 3)
  for (const desk of desks) desk.close()
})

test('the limit of sign-in codes counts over both', async () => {
  const contact = fresh()
  const statuses = await Promise.all(
    Array.from({ length: 8 }, async (_, n) => (await formSender().post((n % 2 ? east : west).url, '/sign-in', { contact })).status),
  )
  expect(statuses.filter((status) => status === 302)).toHaveLength(5)
  expect(statuses.filter((status) => status === 429)).toHaveLength(3)
  expect(await db.signInCode.count({ where: { value: contact } })).toBe(5)
})

test('a call and a mark reach the hall of the other process, and an open stream does not hold up its stop', async () => {
  const final = await makeFinal({ judges: 1, works: 1 })
  const { eventId, stageId } = final
  const { hallKey } = await db.liveShow.findUniqueOrThrow({ where: { eventId_stageId: { eventId, stageId } } })
  const stream = await fetch(`${west.url}/e/${eventId}/hall/${stageId}/stream?key=${hallKey}`)
  expect(stream.headers.get('Content-Type')).toContain('text/event-stream')
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const heard = async (what: string) => {
    while (!text.includes(what)) {
      const part = await reader?.read()
      if (!part || part.done) throw new Error(`the stream ended before ${what}`)
      text += part.value
    }
  }
  await heard('"work":null')
  await call(final, 0)
  await heard(`"code":"${workAt(final, 0).code}"`)
  const { seatId, personId } = judgeAt(final, 0)
  const marks = ['design', 'craft', 'colour'].map((criterion) => sentMark(workAt(final, 0).code, criterion, '8'))
  const http = client(east.port, 1)
  expect((await http.post(`/judge/${eventId}/${stageId}/marks`, await cookieOf(personId), { seat: seatId, marks })).status).toBe(200)
  http.close()
  await heard('"marked":1,"expected":1')
  // the stream stays open: the server ends it when it stops
  const began = Date.now()
  expect(await west.stop()).toBe(0)
  expect(Date.now() - began).toBeLessThan(15_000)
  west = await launchOnTestDatabase({ dataDir: west.dataDir, env: { TZ: 'America/Los_Angeles' } })
})
