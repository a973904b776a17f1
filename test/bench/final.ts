import { randomUUID } from 'node:crypto'
import { Agent, get } from 'node:http'
import { db } from '~/db.server'
import { invariant } from '~/invariant'
import { startSession } from '~/session.server'
import { type BenchContest, CRITERIA, benchRulebook, makeContest } from '#test/support/bench-contest'
import { launchOnOwnDatabase } from '#test/support/bench-server'
import { type Answer, client } from '#test/support/http-client'

type Judge = BenchContest['judges'][number] & { cookie: string }

/** What the hall's stream says of the work that is called, as far as it is measured here. */
interface Heard {
  work: { code: string; marked: number; score: { total: string } | null } | null
}

/**
 * An evening: the work is called, twelve tablets follow it and mark it within a few seconds, the total is shown; fifty
 * browsers watch the hall. All through HTTP with sessions, ledger and sealing, streams on connections of their own.
 * Measured from the moment a request leaves to the moment the last watcher has what it changed.
 */
export async function* run({ works = 20, tablets = 12, watchers = 50 } = {}): AsyncIterable<object> {
  const server = await launchOnOwnDatabase()
  const { drawRunningOrder } = await import('~/domain/judging/live/draw-running-order.server')
  try {
    const contest = await makeContest({ works, judges: tablets, rulebook: benchRulebook })
    const { eventId, stageId } = contest
    await db.stage.update({ where: { eventId_id: { eventId, id: stageId } }, data: { type: 'live' } })
    const drawn = await drawRunningOrder({ eventId, stageId, seed: 1, byId: 'bench', now: new Date() })
    invariant(drawn.ok, 'the order is drawn')
    const { hallKey } = await db.liveShow.findUniqueOrThrow({ where: { eventId_stageId: { eventId, stageId } } })
    const judges = await Promise.all(
      contest.judges.map(async (judge): Promise<Judge> => ({ ...judge, cookie: await cookieOf(judge.personId) })),
    )
    const chair = judges[0]
    invariant(chair, 'a chair')
    await db.judgeSeat.update({ where: { eventId_stageId_id: { eventId, stageId, id: chair.seatId } }, data: { isChair: true } })

    const agent = new Agent({ maxSockets: Infinity })
    const hall = Array.from({ length: watchers }, () =>
      watch<Heard>(agent, server.port, `/e/${eventId}/hall/${stageId}/stream?key=${hallKey}`),
    )
    const desks = judges.map(({ cookie }) =>
      watch<{ code: string | null }>(agent, server.port, `/judge/${eventId}/${stageId}/live`, cookie),
    )
    await Promise.all([...hall, ...desks].map((line) => line.until(() => true)))
    const http = client(server.port, tablets + 2)
    const times = { call: [] as number[], mark: [] as number[], reveal: [] as number[] }

    const turns = await db.liveTurn.findMany({
      where: { eventId, stageId },
      orderBy: { position: 'asc' },
      select: { entryId: true, entry: { select: { code: true } } },
    })
    for (const { entryId, entry } of turns) {
      const code = entry.code ?? ''
      const act = (intent: string) => http.form(`/judge/${eventId}/${stageId}/chair`, chair.cookie, { intent, entry: entryId })
      times.call.push(
        await timed(
          () => act('call'),
          [
            ...hall.map((line) => line.until(({ work }) => work?.code === code)),
            ...desks.map((line) => line.until((call) => call.code === code)),
          ],
        ),
      )
      // judges finish one after the other, as they do
      for (const [n, judge] of judges.entries()) {
        const marks = CRITERIA.map((criterion, k) => ({
          markId: randomUUID(),
          code,
          criterion,
          value: String(1 + ((n + k) % 19) / 2),
          markedAt: new Date().toISOString(),
        }))
        times.mark.push(
          await timed(
            () => http.post(`/judge/${eventId}/${stageId}/marks`, judge.cookie, { seat: judge.seatId, marks }),
            hall.map((line) => line.until(({ work }) => work?.code === code && work.marked === n + 1)),
          ),
        )
      }
      times.reveal.push(
        await timed(
          () => act('reveal'),
          hall.map((line) => line.until(({ work }) => work?.code === code && work.score !== null)),
        ),
      )
    }
    yield {
      bench: 'final',
      works,
      tablets,
      watchers,
      call: percentiles(times.call),
      mark: percentiles(times.mark),
      reveal: percentiles(times.reveal),
    }
    yield { bench: 'final', mode: 'burst', ...(await burst(http, contest, judges, hall)) }
    http.close()
    for (const line of [...hall, ...desks]) line.close()
    agent.destroy()
  } finally {
    await server.stop()
  }
}

/** All twelve press at the same moment, ten times over: until every watcher has the last of them. */
async function burst(
  http: ReturnType<typeof client>,
  { eventId, stageId, codes }: BenchContest,
  judges: Judge[],
  hall: Watcher<Heard>[],
): Promise<object> {
  const times: number[] = []
  const { entryIds } = { entryIds: await db.entry.findMany({ where: { eventId }, select: { id: true, code: true } }) }
  await db.liveTurn.updateMany({ where: { eventId, stageId }, data: { revealedAt: null } })
  await db.mark.deleteMany({ where: { eventId, stageId } })
  for (const code of codes.slice(0, 10)) {
    const entry = entryIds.find((one) => one.code === code)?.id ?? ''
    const chair = judges[0]?.cookie ?? ''
    await timed(
      () => http.form(`/judge/${eventId}/${stageId}/chair`, chair, { intent: 'call', entry }),
      hall.map((line) => line.until(({ work }) => work?.code === code && work.marked === 0)),
    )
    const all = hall.map((line) => line.until(({ work }) => work?.code === code && work.marked === judges.length))
    const began = performance.now()
    await Promise.all(
      judges.map((judge) => {
        const marks = CRITERIA.map((criterion) => ({
          markId: randomUUID(),
          code,
          criterion,
          value: '7',
          markedAt: new Date().toISOString(),
        }))
        return http.post(`/judge/${eventId}/${stageId}/marks`, judge.cookie, { seat: judge.seatId, marks }).then(taken)
      }),
    )
    await Promise.all(all)
    times.push(performance.now() - began)
  }
  return { tablets: judges.length, watchers: hall.length, allToHall: percentiles(times) }
}

/** Sends, and waits until everyone who watches has what it changed: milliseconds from the sending to the last. */
async function timed(send: () => Promise<Answer>, seen: Promise<void>[]): Promise<number> {
  const began = performance.now()
  taken(await send())
  await Promise.all(seen)
  return performance.now() - began
}

function taken({ status, text }: Answer): void {
  invariant(status < 400 && !text.includes('"refused"') && !text.includes('"late"'), `it was not taken: ${status} ${text.slice(0, 200)}`)
}

interface Watcher<State> {
  /** resolves when a state satisfies the condition, also when the last one heard does */
  until: (condition: (state: State) => boolean) => Promise<void>
  close: () => void
}

/** One browser's stream, on a connection of its own. */
function watch<State>(agent: Agent, port: number, path: string, cookie = ''): Watcher<State> {
  let last: { state: State } | null = null
  let waiting: { condition: (state: State) => boolean; done: () => void }[] = []
  let text = ''
  const request = get({ agent, host: '127.0.0.1', port, path, headers: { Cookie: cookie, Accept: 'text/event-stream' } }, (response) => {
    invariant(response.statusCode === 200, `${path} answered ${response.statusCode}`)
    response.setEncoding('utf8').on('data', (part: string) => {
      text += part
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const event = text.slice(0, end)
        text = text.slice(end + 2)
        if (!event.startsWith('data: ')) continue
        const state = JSON.parse(event.slice('data: '.length)) as State
        last = { state }
        waiting = waiting.filter(({ condition, done }) => !condition(state) || done())
      }
    })
  })
  request.on('error', () => undefined)
  return {
    until: (condition) =>
      new Promise((done) => {
        if (last && condition(last.state)) done()
        else waiting.push({ condition, done })
      }),
    close: () => request.destroy(),
  }
}

async function cookieOf(personId: string): Promise<string> {
  const set = await startSession(personId, new Request('http://127.0.0.1/'))
  return set.split(';')[0] ?? ''
}

function percentiles(times: number[]) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { count: times.length, p50ms: at(0.5), p95ms: at(0.95), maxMs: Math.round(sorted.at(-1) ?? 0) }
}
