import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { db } from '~/db.server'
import { invariant } from '~/invariant'
import { startSession } from '~/session.server'
import { client, type Answer } from '#test/support/http-client'
import { launchOnOwnDatabase } from '#test/support/bench-server'
import { benchRulebook, CRITERIA, makeContest, type BenchContest } from '#test/support/bench-contest'

/** How marks go out: one by one; a work's sheet, as a desk with network does; by hundreds, as one that was offline. */
const modesFor = (works: number) => [
  { mode: 'single', from: 0, to: Math.round(works / 94), perRequest: 1 },
  { mode: 'sheet', from: Math.round(works / 94), to: Math.round(works / 10), perRequest: CRITERIA.length },
  { mode: 'catch-up', from: Math.round(works / 10), to: works, perRequest: 500 },
]

type Sent = { markId: string; code: string; criterion: string; value: string; markedAt: string }
type Judge = BenchContest['judges'][number] & { cookie: string }

/**
 * Judges marking all works at once, without pause, through HTTP with session, refusals, ledger and sealing; and the
 * same upserts through bare `pg` in the same run. At the end every mark is read back and compared.
 */
export async function* run({ works = 2_343, panels = [6, 50] } = {}): AsyncIterable<object> {
  const server = await launchOnOwnDatabase()
  try {
    for (const judges of panels) {
      const contest = await makeContest({ works, judges, rulebook: benchRulebook })
      const twin = await makeContest({ works, judges, rulebook: benchRulebook })
      const panel = await Promise.all(contest.judges.map(async (judge) => ({ ...judge, cookie: await cookieOf(judge.personId) })))
      const sent = new Map<Judge, Sent[]>(panel.map((judge) => [judge, []]))
      for (const { mode, from, to, perRequest } of modesFor(works)) {
        const batches = panel.map((judge) => {
          const marks = marksFor(contest.codes.slice(from, to))
          sent.get(judge)?.push(...marks)
          return { judge, batches: chunks(marks, perRequest) }
        })
        const http = await throughHttp(server.port, contest, batches)
        const bare = await throughPg(server.databaseUrl, twin, batches)
        yield {
          bench: 'scoring',
          judges,
          mode,
          marksPerRequest: perRequest,
          marks: http.marks,
          marksPerSecond: rate(http.marks, http.seconds),
          barePerSecond: rate(bare.marks, bare.seconds),
          ratio: round(http.marks / http.seconds / (bare.marks / bare.seconds)),
          busy: http.busy,
          p50ms: http.p50,
          p95ms: http.p95,
        }
      }
      yield { bench: 'scoring', judges, mode: 'paced', ...(await paced(server.port, contest, panel)) }
      yield { bench: 'scoring', judges, mode: 'read-back', ...(await readBack(server.port, contest, sent)) }
    }
  } finally {
    await server.stop()
  }
}

let second = Date.now() - 7 * 86_400_000
const marksFor = (codes: readonly string[]): Sent[] =>
  codes.flatMap((code, n) =>
    CRITERIA.map((criterion, k) => ({
      markId: randomUUID(),
      code,
      criterion,
      value: String(1 + ((n + k) % 19) / 2),
      markedAt: new Date((second += 10)).toISOString(),
    })),
  )

type Work = { judge: Judge; batches: Sent[][] }[]

async function throughHttp(port: number, { eventId, stageId }: BenchContest, work: Work) {
  const http = client(port, work.length)
  const times: number[] = []
  let busy = 0
  const began = performance.now()
  await Promise.all(
    work.map(async ({ judge, batches }) => {
      for (const marks of batches) {
        const start = performance.now()
        const send = () => http.post(`/judge/${eventId}/${stageId}/marks`, judge.cookie, { seat: judge.seatId, marks })
        let answer = await send()
        // what a desk does when the database has no room
        for (; answer.status === 503; busy += 1) answer = await send()
        times.push(performance.now() - start)
        invariant(allSaved(answer), `a batch was not saved: ${answer.status} ${answer.text.slice(0, 200)}`)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  http.close()
  return { marks: count(work), seconds, busy, ...percentiles(times) }
}

const allSaved = ({ status, text }: Answer) =>
  status === 200 && (JSON.parse(text) as { replies: { status: string }[] }).replies.every((reply) => reply.status === 'saved')

/** The same rows by the same number of writers, in batches of the same size, each its own transaction; no ledger. */
async function throughPg(databaseUrl: string, { eventId, stageId, judges, entryIds }: BenchContest, work: Work) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 })
  const began = performance.now()
  await Promise.all(
    work.map(async ({ batches }, at) => {
      const seatId = judges[at]?.seatId
      for (const marks of batches) {
        await pool.query({
          name: 'bare-upsert',
          text: `insert into "Mark" ("eventId", "stageId", "seatId", "entryId", "criterionId", "value", "markId", "markedAt")
                 select $1, $2, $3, w.* from unnest($4::text[], $5::text[], $6::numeric[], $7::uuid[], $8::timestamptz[]) as w
                 on conflict ("eventId", "stageId", "seatId", "entryId", "criterionId") do update
                   set "value" = excluded."value", "markId" = excluded."markId", "markedAt" = excluded."markedAt"`,
          values: [
            eventId,
            stageId,
            seatId,
            marks.map(({ code }) => entryIds.get(code)),
            marks.map(({ criterion }) => criterion),
            marks.map(({ value }) => value),
            marks.map(({ markId }) => markId),
            marks.map(({ markedAt }) => markedAt),
          ],
        })
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  await pool.end()
  return { marks: count(work), seconds }
}

/** Every judge changes one mark every two seconds, a brisk pace by hand, for ten seconds. */
async function paced(port: number, { eventId, stageId, codes }: BenchContest, panel: Judge[]) {
  const http = client(port, panel.length)
  const times: number[] = []
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
  await Promise.all(
    panel.map(async (judge, n) => {
      await pause((n / panel.length) * 2_000)
      for (const code of codes.slice(0, 5)) {
        const mark = {
          markId: randomUUID(),
          code,
          criterion: 'design',
          value: '5.5',
          markedAt: new Date().toISOString(),
        }
        const start = performance.now()
        const { status } = await http.post(`/judge/${eventId}/${stageId}/marks`, judge.cookie, {
          seat: judge.seatId,
          marks: [mark],
        })
        times.push(performance.now() - start)
        invariant(status === 200, `a mark was not taken: ${status}`)
        await pause(2_000)
      }
    }),
  )
  http.close()
  return { requests: times.length, ...withMs(percentiles(times)) }
}

/** Reads every judge's marks back and compares them with what was sent. */
async function readBack(port: number, { eventId, stageId, codes }: BenchContest, sent: Map<Judge, Sent[]>) {
  const http = client(port, 4)
  let [right, wrong] = [0, 0]
  const changed = new Set(codes.slice(0, 5))
  for (const [judge, marks] of sent) {
    const { text } = await http.get(`/judge/${eventId}/${stageId}/marks`, judge.cookie)
    const stored = JSON.parse(text) as { criteria: string[]; marks: Record<string, (string | null)[]> }
    for (const { code, criterion, value } of marks) {
      const expected = changed.has(code) && criterion === 'design' ? '5.5' : value
      if (stored.marks[code]?.[stored.criteria.indexOf(criterion)] === expected) right += 1
      else wrong += 1
    }
  }
  http.close()
  const ledger = await db.ledgerRow.count({ where: { eventId, action: { startsWith: 'mark.' } } })
  return { marks: right, missing: wrong, ledgerRows: ledger }
}

async function cookieOf(personId: string): Promise<string> {
  const set = await startSession(personId, new Request('http://127.0.0.1/'))
  return set.split(';')[0] ?? ''
}

function percentiles(times: number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}

const withMs = ({ p50, p95 }: { p50: number; p95: number }) => ({ p50ms: p50, p95ms: p95 })
const count = (work: Work) => work.reduce((sum, { batches }) => sum + batches.reduce((all, batch) => all + batch.length, 0), 0)
const rate = (marks: number, seconds: number) => Math.round(marks / seconds)
const round = (value: number) => Math.round(value * 100) / 100
const chunks = <Item>(items: Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size))
