import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { tellEventChange } from '~/domain/setup/tell-event-change.server'
import { applied, cup, makeEntry, now } from '#test/support/cup'
import { makePerson } from '#test/support/factories'

test('a postponement keeps the old dates in sight, once', async () => {
  const { slug, source } = cup()
  await applied(source)
  const later = source
    .replace('final: { on: 2027-03-16', 'final: { on: 2027-04-20')
    .concat('postponed: { at: 2026-11-20, reason: { zh: 展馆档期调整, en: The venue moved its dates }, from: { final: 2027-03-16 } }\n')
  await applied(later)
  await applied(later.replace('一线之间', '一线之上'))
  expect(await db.event.findUniqueOrThrow({ where: { id: slug } })).toMatchObject({
    status: 'postponed',
    endsAt: new Date('2027-04-20T15:59:59.999Z'),
  })
  expect(await db.dateChange.findMany({ where: { eventId: slug } })).toMatchObject([
    {
      key: 'final',
      oldStartsAt: new Date('2027-03-15T16:00:00Z'),
      newStartsAt: new Date('2027-04-19T16:00:00Z'),
      reasonEn: 'The venue moved its dates',
    },
  ])
  expect(await db.announcement.findMany({ where: { eventId: slug } })).toMatchObject([{ kind: 'postponed', bodyZh: '展馆档期调整' }])
  expect((await db.ledgerRow.findMany({ where: { eventId: slug }, orderBy: { id: 'asc' } })).map(({ action }) => action)).toEqual([
    'event.applied',
    'event.applied',
    'event.postponed',
    'event.applied',
  ])
})

test('a cancellation keeps every date in sight and can be taken back', async () => {
  const { slug, source } = cup()
  await applied(source)
  await applied(`${source}cancelled: { at: 2026-11-20, reason: { zh: 不再举办, en: It will not be held } }\n`)
  expect(await db.event.findUniqueOrThrow({ where: { id: slug } })).toMatchObject({ status: 'cancelled' })
  expect(await db.dateChange.count({ where: { eventId: slug, newStartsAt: null } })).toBe(6)
  await applied(source)
  expect(await db.event.findUniqueOrThrow({ where: { id: slug } })).toMatchObject({ status: 'open' })
})

test('a postponement is told to everyone concerned, once each', async () => {
  const { slug, source } = cup()
  await applied(source)
  const entry = await makeEntry(slug, { number: 'A-001', submittedAt: now })
  await makeEntry(slug)
  const withdrawn = await makeEntry(slug, { number: 'A-002', submittedAt: now })
  await db.entry.update({
    where: { eventId_id: { eventId: slug, id: withdrawn.id } },
    data: { state: 'withdrawn', withdrawnAt: now },
  })
  const both = await makePerson({
    email: `${newId()}@example.org`,
    mobile: `+86138${Math.floor(1e7 + Math.random() * 8e7)}`,
  })
  await db.entryAuthor.createMany({
    data: [
      {
        eventId: slug,
        entryId: entry.id,
        id: newId(),
        role: 'instructor',
        position: 0,
        name: '老师',
        email: 'teacher@example.org',
      },
      {
        eventId: slug,
        entryId: entry.id,
        id: newId(),
        role: 'author',
        position: 1,
        name: both.name,
        personId: both.id,
      },
    ],
  })
  await db.judgeSeat.create({
    data: {
      eventId: slug,
      stageId: 'preliminary',
      id: 's1',
      name: both.name,
      label: '甲',
      personId: both.id,
    },
  })
  const later = source
    .replace('final: { on: 2027-03-16', 'final: { on: 2027-04-20')
    .concat('postponed: { at: 2026-11-20, reason: { zh: 展馆档期调整, en: The venue moved its dates }, from: { final: 2027-03-16 } }\n')
  await applied(later)
  const jobs = await db.$queryRaw`select 1 from graphile_worker.jobs where key = ${`tell-event-change:${slug}`}`
  expect(jobs).toHaveLength(1)

  expect(await tellEventChange({ eventId: slug, version: 2 })).toBe(4)
  expect(await tellEventChange({ eventId: slug, version: 2 })).toBe(0)
  const notices = await db.notice.findMany({ where: { eventId: slug }, orderBy: { createdAt: 'asc' } })
  // two authors without a contact, the instructor by mail, and one person by mail and text message
  expect(notices.map(({ channel, state }) => `${channel} ${state}`).sort()).toEqual([
    'email failed',
    'email failed',
    'email queued',
    'email queued',
    'sms queued',
  ])
  expect(notices.find(({ recipient }) => recipient === 'teacher@example.org')?.text).toContain('展馆档期调整')
  expect(notices[0]?.text).toMatch(/3月16日[\s\S]*4月20日/)
})
