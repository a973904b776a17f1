import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { claimBooths } from '~/domain/booths/claim-booths.server'
import { releaseClaim } from '~/domain/booths/release-claim.server'
import { applyEvent } from '~/domain/setup/apply-event.server'
import { makeExhibitor } from '#test/support/expo'

const slug = 'gba-knitting-expo-2027'
const source = readFileSync(`seeds/events/${slug}.yaml`, 'utf8')
const apply = (text: string) => applyEvent({ source: text, fileName: slug, actorId: null, now: new Date() })
const changed = (from: string, to: string) => {
  expect(source).toContain(from)
  return source.replace(from, to)
}
const booths = () => db.booth.findMany({ where: { eventId: slug, retired: false }, select: { number: true }, orderBy: { position: 'asc' } })

beforeAll(async () => expect(await apply(source)).toMatchObject({ ok: true }))

test('the floor of the file stands in the database', async () => {
  expect((await booths()).length).toBe(44 + 2 + 1)
  expect(await db.booth.findFirstOrThrow({ where: { eventId: slug, number: 'X01' } })).toMatchObject({
    area: 1200,
    zoneId: 'fabric',
    openings: 3,
    kind: 'standard',
  })
  expect(await db.hall.findFirstOrThrow({ where: { eventId: slug } })).toMatchObject({ width: 390, depth: 330, retired: false })
})

test('a booth that somebody holds is not moved, resized or removed; once it is released it is', async () => {
  const exhibitor = await makeExhibitor(slug)
  const held = await claimBooths({ ...exhibitor, personId: null, booths: ['X01'] })
  if (!held.ok) throw new Error(held.reason)
  const obstacle = { path: 'expo.halls', reason: 'booth-claimed', id: 'X01', rows: ['X01'], count: 1 }
  for (const text of [changed('at: [36, 6]', 'at: [36, 5]'), changed('size: [3, 4]', 'size: [3, 3]'), changed('id: X01', 'id: X02')]) {
    expect(await apply(text)).toEqual({ ok: false, reason: 'obstacles', obstacles: [obstacle] })
  }
  expect(await apply(changed('CNY: 8800', 'CNY: 8900'))).toMatchObject({ ok: true })
  await releaseClaim({ eventId: slug, claimId: held.value.claimId, personId: null })
  expect(await apply(changed('id: X01', 'id: X02'))).toMatchObject({ ok: true })
  expect((await booths()).map(({ number }) => number)).toContain('X02')
  expect(await claimBooths({ ...exhibitor, personId: null, booths: ['X01'] })).toEqual({ ok: false, reason: 'no-booth' })
})
