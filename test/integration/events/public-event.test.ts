import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { loader as cover } from '~/routes/site/cover'
import { loader as event } from '~/routes/site/event'
import { loader as home } from '~/routes/site/home'
import { loader as list } from '~/routes/site/events'
import { loader as rulebook } from '~/routes/site/rulebook'
import { loader as rulebookFile } from '~/routes/site/rulebook-file'
import { applied, cup } from '#test/support/cup'
import { browser } from '#test/support/page-browser'
import type { Handler } from '#test/support/page-browser'
import { signedIn } from '#test/support/signed-in'

const visitor = browser()
const open = (handler: unknown, path: string, params: Record<string, string>) => visitor.go(handler as Handler, path, undefined, params)

/** A draft of the cup, as the file says `status: draft`. */
async function draft() {
  const { slug, source } = cup()
  await applied(source.replace('status: open', 'status: draft'))
  return slug
}

test('a draft is not there for visitors, whichever page they ask for', async () => {
  const slug = await draft()
  for (const [handler, path, more] of [
    [event, `/e/${slug}`, {}],
    [event, `/en/e/${slug}`, {}],
    [rulebook, `/e/${slug}/rulebook/preliminary`, { stage: 'preliminary' }],
    [rulebookFile, `/e/${slug}/rulebook/preliminary/rulebook.yaml`, { stage: 'preliminary' }],
    [cover, `/covers/${slug}/400x420.webp`, { size: '400x420.webp' }],
  ] as const) {
    expect(await open(handler, path, { slug, ...more })).toMatchObject({ status: 404 })
  }
})

test('a draft is in no list and announces nothing', async () => {
  const slug = await draft()
  await db.announcement.create({
    data: { eventId: slug, id: newId(), kind: 'news', titleZh: '尚未公开', titleEn: 'Not public yet' },
  })
  expect(JSON.stringify((await open(home, '/', {})).body)).not.toContain(slug)
  expect(JSON.stringify((await open(list, `/events?q=${slug}`, {})).body)).not.toContain(`"id":"${slug}"`)
})

test('a draft is there for the staff of its organisation, and for nobody else who is signed in', async () => {
  const slug = await draft()
  const staff = await signedIn()
  const { organisationId } = await db.event.findUniqueOrThrow({ where: { id: slug } })
  await db.organisationRole.create({ data: { organisationId, personId: staff.person.id, role: 'clerk' } })
  const stranger = await signedIn()
  const asked = [event as unknown as Handler, `/e/${slug}`, undefined, { slug }] as const
  expect(await staff.go(...asked)).toMatchObject({ status: 200, body: { event: { status: 'draft' } } })
  expect(await stranger.go(...asked)).toMatchObject({ status: 404 })
})

test('the name of a series leads to the same page of its current edition, in the same language', async () => {
  const { slug, source } = cup()
  await applied(source)
  const series = slug.replace(/-2026$/, '')
  expect(await open(event, `/e/${series}`, { slug: series })).toMatchObject({
    status: 302,
    location: `/e/${slug}`,
  })
  expect(await open(event, `/en/e/${series}?from=poster`, { slug: series })).toMatchObject({
    location: `/en/e/${slug}?from=poster`,
  })
  expect(await open(rulebook, `/e/${series}/rulebook/final`, { slug: series, stage: 'final' })).toMatchObject({
    location: `/e/${slug}/rulebook/final`,
  })
})

test('a series that has only drafts leads nowhere', async () => {
  const series = (await draft()).replace(/-2026$/, '')
  expect(await open(event, `/e/${series}`, { slug: series })).toMatchObject({ status: 404 })
})

test('an address that is none is not found, never an error', async () => {
  for (const slug of ['', '../etc', 'a\0b', '𠮷', "x' or 1=1 --", '-', 'A', 'x'.repeat(5000), '%00'])
    expect(await open(event, '/e/x', { slug })).toMatchObject({ status: 404 })
  const { slug, source } = cup()
  await applied(source)
  for (const stage of ['', 'notice', 'a\0b', '__proto__'])
    for (const handler of [rulebook, rulebookFile]) expect(await open(handler, '/e/x', { slug, stage })).toMatchObject({ status: 404 })
})

test('what is open can be acted on, and the page says who judges by which checksum', async () => {
  const { slug, source } = cup()
  await applied(source)
  const { body } = await open(event, `/en/e/${slug}`, { slug })
  expect(body).toMatchObject({
    page: {
      title: expect.stringContaining('Puyuan Cup') as string,
      canonical: expect.stringMatching(new RegExp(`/en/e/${slug}$`)) as string,
      alternates: { zh: expect.stringMatching(new RegExp(`[^n]/e/${slug}$`)) as string },
      image: expect.stringContaining(`/covers/${slug}/1200x630-en.png?v=`) as string,
    },
  })
  const stage = await db.stage.findUniqueOrThrow({
    where: { eventId_id: { eventId: slug, id: 'preliminary' } },
  })
  expect(body.event).toMatchObject({
    stages: expect.arrayContaining([
      expect.objectContaining({ id: 'preliminary', rulebookHash: stage.rulebookHash, frozen: false }),
    ]) as unknown[],
  })
})

test('an illustrative date is not handed to search engines as a fact', async () => {
  const { slug, source } = cup()
  await applied(source)
  const { body } = await open(event, `/e/${slug}`, { slug })
  expect(body.schema).not.toHaveProperty('startDate')
  expect(body.schema).toHaveProperty('eventStatus')
})

test('a postponement is shown with the dates it moved, also when the event came in postponed', async () => {
  const { slug, source } = cup()
  await applied(`${source}postponed: { at: 2026-11-20, reason: { zh: 改期, en: Moved }, from: { final: 2027-03-10 } }\n`)
  const { body } = await open(event, `/e/${slug}`, { slug })
  expect(body).toMatchObject({
    event: { status: 'postponed' },
    config: { postponed: { from: { final: '2027-03-10' } } },
  })
})

test('the rulebook that is downloaded has the checksum that is printed', async () => {
  const { slug, source } = cup()
  await applied(source)
  const answer = await (rulebookFile as unknown as (args: object) => Promise<Response>)({
    request: new Request(`http://localhost/e/${slug}/rulebook/preliminary/rulebook.yaml`),
    params: { slug, stage: 'preliminary' },
  })
  const { readRulebook } = await import('~/domain/judging/read-rulebook')
  const { rulebookHash } = await import('~/domain/judging/rulebook-hash.server')
  const read = readRulebook(await answer.text())
  const { body } = await open(rulebook, `/e/${slug}/rulebook/preliminary`, { slug, stage: 'preliminary' })
  expect(read.ok && rulebookHash(read.document)).toBe(body.hash)
  expect(answer.headers.get('ETag')).toBe(`"${String(body.hash)}"`)
})
