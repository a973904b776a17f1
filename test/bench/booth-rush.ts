import { db, pool } from '~/db.server'
import { claimBooths } from '~/domain/booths/claim-booths.server'
import { expireStale, insertHold, lockBooths, readFrame } from '~/domain/booths/claim-sql.server'
import { releaseClaim } from '~/domain/booths/release-claim.server'
import { newId } from '~/domain/new-id.server'
import { invariant } from '~/invariant'
import { launchOnOwnDatabase } from '#test/support/bench-server'
import { makeExhibitors, makeExpo, soldTwice } from '#test/support/expo'

// rows of 40 stands with an aisle below each: 38 of them make 1,520 booths
const HALL = Array.from({ length: 38 }, () => `${'A'.repeat(40)}\n${'.'.repeat(40)}`).join('\n')
const CLIENTS = 200

type Exhibitor = Awaited<ReturnType<typeof makeExhibitors>>[number]

/**
 * The opening second of a hall: 500 exhibitors through the domain command, beside the same statements through bare `pg` in
 * the same run; then contested attempts on thirty booths with holds given back; then the control, where lock and
 * constraint are off and booths are seen to be sold twice.
 */
export async function* run({ attempts = 100_000, exhibitors = 500, rounds = 3 } = {}): AsyncIterable<object> {
  const server = await launchOnOwnDatabase()
  try {
    await db.$queryRaw`select 1`
    // the first round warms plans and connections; the two take turns, so that neither has the quieter machine
    for (let round = 0; round <= rounds; round++) {
      const domain = await each(await prepared(exhibitors), (exhibitor, booths) => claimBooths({ ...exhibitor, booths }))
      const bare = await each(await prepared(exhibitors), bareClaim)
      if (round === 0) continue
      yield {
        bench: 'booth-rush',
        phase: 'claims',
        round,
        exhibitors,
        claims: domain.count,
        claimsPerSecond: domain.perSecond,
        barePerSecond: bare.perSecond,
        ratio: Math.round((domain.perSecond / bare.perSecond) * 100) / 100,
        p50ms: domain.p50ms,
        p95ms: domain.p95ms,
        soldTwice: await soldTwice(),
      }
    }
    yield {
      bench: 'booth-rush',
      phase: 'contested',
      ...(await contested(await prepared(exhibitors), attempts)),
      soldTwice: await soldTwice(),
    }
    yield { bench: 'booth-rush', phase: 'control', soldTwice: await withoutGuards(await prepared(exhibitors)) }
  } finally {
    await server.stop()
  }
}

async function prepared(count: number) {
  const { id } = await makeExpo({ plan: HALL })
  const booths = await db.booth.findMany({ where: { eventId: id }, select: { number: true }, orderBy: { position: 'asc' } })
  return { exhibitors: await makeExhibitors(id, count), numbers: booths.map(({ number }) => number) }
}

type Rush = Awaited<ReturnType<typeof prepared>>

/** Every exhibitor takes two booths of its own, all at once: what the machine can do when nobody is refused. */
async function each({ exhibitors, numbers }: Rush, claim: (exhibitor: Exhibitor, booths: string[]) => Promise<{ ok: boolean }>) {
  const times: number[] = []
  const began = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let n = next++; n < exhibitors.length; n = next++) {
        const [exhibitor, booths] = [exhibitors[n], numbers.slice(n * 2, n * 2 + 2)]
        invariant(exhibitor, 'as many as there are')
        const start = performance.now()
        const outcome = await claim(exhibitor, booths)
        times.push(performance.now() - start)
        invariant(outcome.ok, `booths of one’s own were refused: ${JSON.stringify(outcome)}`)
      }
    }),
  )
  return { count: times.length, perSecond: Math.round((times.length / (performance.now() - began)) * 1000), ...percentiles(times) }
}

async function bareClaim(exhibitor: Exhibitor, booths: string[]) {
  const client = await pool().connect()
  try {
    await client.query('begin')
    await lockBooths(client, exhibitor.eventId, booths)
    await expireStale(client, exhibitor.eventId, booths)
    await insertHold(client, { ...exhibitor, claimId: newId(), booths, holdSeconds: 1200 })
    await client.query('commit')
    return { ok: true }
  } finally {
    client.release()
  }
}

/** Blocks of one to three among thirty booths, asked for in either direction; who gets one gives it back at once. */
async function contested({ exhibitors, numbers }: Rush, attempts: number) {
  const times: number[] = []
  const counts: Record<string, number> = {}
  const began = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let n = next++; n < attempts; n = next++) {
        const exhibitor = exhibitors[(n * 7) % exhibitors.length]
        invariant(exhibitor, 'there are some')
        const from = (n * 13) % 28
        const booths = numbers.slice(from, from + 1 + (n % 3))
        const start = performance.now()
        const outcome = await claimBooths({ ...exhibitor, booths: n % 2 ? booths : booths.reverse() })
        times.push(performance.now() - start)
        const key = outcome.ok ? 'held' : outcome.reason
        counts[key] = (counts[key] ?? 0) + 1
        if (outcome.ok && n % 10 < 9) await releaseClaim({ ...exhibitor, claimId: outcome.value.claimId })
        else if (outcome.ok)
          await db.$executeRaw`update "BoothClaim" set "expiresAt" = clock_timestamp() + interval '50 milliseconds'
          where "eventId" = ${exhibitor.eventId} and "id" = ${outcome.value.claimId}`
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  return { attempts, clients: CLIENTS, ...counts, attemptsPerSecond: Math.round(attempts / seconds), ...percentiles(times) }
}

/** The same rush as peers run it: look, then insert, with neither lock nor constraint. */
async function withoutGuards({ exhibitors, numbers }: Rush): Promise<number> {
  await db.$executeRaw`alter table "ClaimRect" drop constraint "ClaimRect_sold_once"`
  await Promise.all(
    exhibitors.slice(0, CLIENTS).map(async (exhibitor, n) => {
      const booths = numbers.slice(n % 10, (n % 10) + 1)
      const frame = await readFrame(pool(), { ...exhibitor, booths })
      if (frame?.taken.length !== 0) return
      const client = await pool().connect()
      await insertHold(client, { ...exhibitor, claimId: newId(), booths, holdSeconds: 1200 })
      client.release()
    }),
  )
  return soldTwice()
}

function percentiles(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) => Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10
  return { p50ms: at(0.5), p95ms: at(0.95) }
}
