import { afterEach, describe, expect, test } from 'vitest'
import { db, pool } from '~/db.server'
import { claimBooths } from '~/domain/booths/claim-booths.server'
import type { ClaimBooths, ClaimOutcome } from '~/domain/booths/claim-booths.server'
import { insertHold, readFrame } from '~/domain/booths/claim-sql.server'
import { confirmClaim } from '~/domain/booths/confirm-claim.server'
import { quoteFor } from '~/domain/booths/quote'
import { releaseClaim } from '~/domain/booths/release-claim.server'
import { reserveClaim } from '~/domain/booths/reserve-claim.server'
import { newId } from '~/domain/new-id.server'
import { makeExhibitor, makeExhibitors, makeExpo, soldTwice, expoConfig } from '#test/support/expo'

afterEach(async () => expect(await soldTwice()).toBe(0))

const held = (outcome: ClaimOutcome) => {
  if (!outcome.ok) throw new Error(`not held: ${outcome.reason}`)
  return outcome.value
}
const tally = (outcomes: readonly ClaimOutcome[]) => {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) {
    const key = outcome.ok ? 'held' : outcome.reason
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}
const quote = () => {
  const made = quoteFor(expoConfig().prices, {
    kind: 'standard',
    zone: 'yarn',
    area: 900,
    booths: 1,
    openings: 1,
    editions: 0,
    currency: 'CNY',
    local: '2026-11-20T12:00',
  })
  if (!made) throw new Error('no price')
  return made
}
/** Moves the end of a claim, by the database's clock. */
const endsIn = (claimId: string, seconds: number) =>
  db.$executeRaw`update "BoothClaim" set "expiresAt" = clock_timestamp() + make_interval(secs => ${seconds}) where "id" = ${claimId}`

test('a booth is held for the time the event gives, and nobody else can take it', async () => {
  const { id } = await makeExpo()
  const [first, second] = [await makeExhibitor(id), await makeExhibitor(id)]
  const { claimId, expiresAt } = held(await claimBooths({ ...first, booths: ['A101', 'A102'] }))
  expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(20)
  expect(await claimBooths({ ...second, booths: ['A102', 'A103'] })).toEqual({ ok: false, reason: 'taken', taken: ['A102'] })
  expect((await claimBooths({ ...second, booths: ['A103'] })).ok).toBe(true)
  expect(await db.ledgerRow.findMany({ where: { eventId: id }, select: { action: true }, orderBy: { id: 'asc' } })).toEqual([
    { action: 'booth.held' },
    { action: 'booth.held' },
  ])
  expect(
    await db.claimRect.findMany({ where: { claimId }, select: { boothNumber: true, left: true, right: true }, orderBy: { place: 'asc' } }),
  ).toEqual([
    { boothNumber: 'A101', left: 0, right: 30 },
    { boothNumber: 'A102', left: 30, right: 60 },
  ])
})

describe('refused', () => {
  test.each<[string, Partial<ClaimBooths>, string]>([
    ['a booth that is not there', { booths: ['A101', 'Z999'] }, 'no-booth'],
    ['booths that do not touch', { booths: ['A101', 'A103'] }, 'not-together'],
    ['no booth at all', { booths: [] }, 'no-booth'],
    ['somebody else’s company', { personId: 'nobody' }, 'not-yours'],
    ['an exhibitor of another event', { eventId: 'another' }, 'not-yours'],
  ])('%s', async (_, given, reason) => {
    const { id } = await makeExpo()
    expect(await claimBooths({ ...(await makeExhibitor(id)), booths: ['A101'], ...given })).toEqual({ ok: false, reason })
  })

  test('outside the time of applications, for exhibitors; the office may', async () => {
    const { id } = await makeExpo()
    await db.event.update({ where: { id }, data: { closesAt: new Date(Date.now() - 1000) } })
    const exhibitor = await makeExhibitor(id)
    expect(await claimBooths({ ...exhibitor, booths: ['A101'] })).toEqual({ ok: false, reason: 'closed' })
    expect((await claimBooths({ ...exhibitor, personId: null, booths: ['A101'] })).ok).toBe(true)
  })

  test('a fourth click hold at a time', async () => {
    const { id } = await makeExpo()
    const exhibitor = await makeExhibitor(id)
    for (const number of ['A101', 'A103', 'A105']) held(await claimBooths({ ...exhibitor, booths: [number] }))
    expect(await claimBooths({ ...exhibitor, booths: ['A301'] })).toEqual({ ok: false, reason: 'too-many-holds' })
  })
})

describe('a hold past its time', () => {
  test('one second before its end it stands, at its end it is gone and the booth is taken again', async () => {
    const { id } = await makeExpo()
    const [first, second] = [await makeExhibitor(id), await makeExhibitor(id)]
    const { claimId } = held(await claimBooths({ ...first, booths: ['A101'] }))
    await endsIn(claimId, 1)
    expect((await claimBooths({ ...second, booths: ['A101'] })).ok).toBe(false)
    await endsIn(claimId, 0)
    held(await claimBooths({ ...second, booths: ['A101', 'A102'] }))
    expect(await db.boothClaim.findFirstOrThrow({ where: { id: claimId } })).toMatchObject({ status: 'EXPIRED' })
    expect(await db.ledgerRow.count({ where: { eventId: id, action: 'booth.expired' } })).toBe(1)
  })

  test('cannot be reserved, though nobody has taken the booth', async () => {
    const { id } = await makeExpo()
    const exhibitor = await makeExhibitor(id)
    const { claimId } = held(await claimBooths({ ...exhibitor, booths: ['A101'] }))
    await endsIn(claimId, -1)
    expect(await reserveClaim({ ...exhibitor, claimId, quote: quote(), forSeconds: 60 })).toEqual({ ok: false, reason: 'lapsed' })
  })

  test('either its owner reserves it or another takes it, never both', async () => {
    const { id } = await makeExpo()
    const exhibitors = await makeExhibitors(id, 6)
    for (const [n, number] of ['A101', 'A102', 'A103'].entries()) {
      const [owner, other] = [exhibitors[n * 2], exhibitors[n * 2 + 1]]
      if (!owner || !other) throw new Error('too few')
      const { claimId } = held(await claimBooths({ ...owner, booths: [number] }))
      await endsIn(claimId, 0.05)
      await new Promise((resolve) => setTimeout(resolve, 45))
      const [reserved, taken] = await Promise.all([
        reserveClaim({ ...owner, claimId, quote: quote(), forSeconds: 60 }),
        claimBooths({ ...other, booths: [number] }),
      ])
      expect(reserved.ok && taken.ok).toBe(false)
    }
  })
})

test('hold, reservation, confirmation: each once, whoever asks twice', async () => {
  const { id } = await makeExpo()
  const exhibitor = await makeExhibitor(id)
  const { claimId } = held(await claimBooths({ ...exhibitor, booths: ['A101'] }))
  const reserve = () => reserveClaim({ ...exhibitor, claimId, quote: quote(), forSeconds: 5 * 86_400 })
  expect([await reserve(), await reserve()]).toMatchObject([{ ok: true }, { ok: true }])
  const confirm = () => confirmClaim({ eventId: id, claimId, byId: exhibitor.personId })
  expect([await confirm(), await confirm()]).toMatchObject([{ ok: true }, { ok: true }])
  expect(await db.boothClaim.findFirstOrThrow({ where: { id: claimId } })).toMatchObject({
    status: 'CONFIRMED',
    expiresAt: null,
    totalMinor: 980_000n,
    currency: 'CNY',
  })
  expect(await releaseClaim({ ...exhibitor, claimId })).toEqual({ ok: false, reason: 'confirmed' })
  const actions = (await db.ledgerRow.findMany({ where: { eventId: id }, orderBy: { id: 'asc' } })).map(({ action }) => action)
  expect(actions).toEqual(['booth.held', 'booth.reserved', 'booth.confirmed'])
})

test('a released booth is free at once; another company cannot release it', async () => {
  const { id } = await makeExpo()
  const [first, second] = [await makeExhibitor(id), await makeExhibitor(id)]
  const { claimId } = held(await claimBooths({ ...first, booths: ['A101'] }))
  expect(await releaseClaim({ ...second, claimId })).toEqual({ ok: false, reason: 'gone' })
  expect((await releaseClaim({ ...first, claimId })).ok).toBe(true)
  held(await claimBooths({ ...second, booths: ['A101'] }))
})

describe('many at once', () => {
  test('two hundred want one block: one has it, everybody is answered', async () => {
    const { id } = await makeExpo()
    const exhibitors = await makeExhibitors(id, 200)
    const outcomes = await Promise.all(exhibitors.map((exhibitor) => claimBooths({ ...exhibitor, booths: ['A102', 'A103'] })))
    const counts = tally(outcomes)
    expect(counts['held']).toBe(1)
    expect((counts['taken'] ?? 0) + (counts['busy'] ?? 0)).toBe(199)
  })

  test('overlapping blocks asked for in opposite orders: none is half taken', async () => {
    const { id } = await makeExpo()
    const exhibitors = await makeExhibitors(id, 60)
    const blocks = [
      ['A101', 'A102', 'A103'],
      ['A103', 'A102'],
      ['A104', 'A103'],
      ['A106', 'A105', 'A104'],
    ]
    const outcomes = await Promise.all(exhibitors.map((exhibitor, n) => claimBooths({ ...exhibitor, booths: blocks[n % 4] ?? [] })))
    expect(tally(outcomes)['held']).toBe(2)
    const claims = await db.boothClaim.findMany({ where: { eventId: id }, include: { rects: true } })
    expect(claims.every(({ rects }) => rects.length >= 2)).toBe(true)
  })

  test('the positive control: without lock and constraint the same rush sells one booth many times', async () => {
    const { id } = await makeExpo()
    const exhibitors = await makeExhibitors(id, 20)
    const [{ definition } = { definition: '' }] = await db.$queryRaw<{ definition: string }[]>`
      select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'ClaimRect_sold_once'`
    await db.$executeRaw`alter table "ClaimRect" drop constraint "ClaimRect_sold_once"`
    try {
      await Promise.all(
        exhibitors.map(async (exhibitor) => {
          const frame = await readFrame(pool(), { ...exhibitor, booths: ['A101'] })
          const client = await pool().connect()
          const hold = { ...exhibitor, claimId: newId(), booths: ['A101'], holdSeconds: 60 }
          if (frame?.taken.length === 0) await insertHold(client, hold)
          client.release()
        }),
      )
      expect(await soldTwice()).toBeGreaterThan(0)
    } finally {
      await db.boothClaim.deleteMany({ where: { eventId: id } })
      await db.$executeRawUnsafe(`alter table "ClaimRect" add constraint "ClaimRect_sold_once" ${definition}`)
    }
  })

  test('the constraint alone refuses what no lock has seen, touching edges excepted', async () => {
    const { id } = await makeExpo()
    const [first, second] = [await makeExhibitor(id), await makeExhibitor(id)]
    held(await claimBooths({ ...first, booths: ['A102'] }))
    const raw = (left: number, right: number) =>
      db.boothClaim.create({
        data: {
          eventId: id,
          id: `raw-${left}`,
          exhibitorId: second.exhibitorId,
          status: 'HELD',
          expiresAt: new Date(Date.now() + 60_000),
          rects: { create: [{ place: 1, hallId: 'h1', left, right, top: 0, bottom: 30 }] },
        },
      })
    await expect(raw(59, 90)).rejects.toThrow(/ClaimRect_sold_once|23P01/)
    await expect(raw(60, 90)).resolves.toBeTruthy()
  })
})
