import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { checkEntries, type CheckEntries } from '~/domain/entries/precheck/check-entries.server'
import { checkPreview } from '~/domain/entries/precheck/check-preview.server'
import { newId } from '~/domain/new-id.server'
import { makeHandedIn, makeStaff, type Staff } from '#test/support/console'
import { fillDraft, handIn, makeDesigner, makeFullDraft, openContest } from '#test/support/contest'

const now = new Date('2026-12-22T02:00:00Z')
let eventId: string
let clerk: Staff
beforeAll(async () => {
  eventId = await openContest()
  clerk = await makeStaff(eventId, 'clerk')
})

type Given = Partial<Omit<CheckEntries, 'entries'>> & { seen?: number | null }
const decide = (works: { id: string }[], { seen = 1, ...given }: Given = {}) =>
  checkEntries({
    eventId,
    personId: clerk.personId,
    now,
    decision: 'accept',
    reasons: [],
    note: '',
    requestKey: newId(),
    entries: works.map(({ id }) => ({ id, seen })),
    ...given,
  })
const entryOf = (id: string) => db.entry.findUniqueOrThrow({ where: { eventId_id: { eventId, id } } })
const told = (personId: string) => db.notice.findMany({ where: { eventId, personId }, orderBy: { createdAt: 'asc' } })

test('an accepted work gets a code, a record, a ledger row and a message to whoever handed it in', async () => {
  const work = await makeHandedIn(eventId, { title: '海上', locale: 'en' })
  expect(await decide([work])).toMatchObject({ ok: true, value: { entries: [work.id], decision: 'accept' } })
  const after = await entryOf(work.id)
  expect(after).toMatchObject({ state: 'accepted', code: expect.stringMatching(/^K-\d{4}$/) as string })
  expect(await db.entryCheck.findMany({ where: { eventId, entryId: work.id } })).toMatchObject([
    { decision: 'accept', version: 1, byId: clerk.personId },
  ])
  expect(await told(work.startedById)).toMatchObject([{ template: 'entry-accepted', locale: 'en', state: 'queued' }])
  const rows = await db.ledgerRow.findMany({
    where: { eventId, action: { in: ['entry.checked', 'entry.coded'] }, body: { contains: work.id } },
  })
  expect(rows.map(({ action }) => action)).toEqual(['entry.checked', 'entry.coded'])
  expect(rows.map(({ body }) => body).join()).not.toContain('海上')
})

test('codes of many works differ, are equally long, and follow neither number nor time', async () => {
  const works = []
  for (let n = 0; n < 30; n += 1) works.push(await makeHandedIn(eventId))
  expect(await decide(works)).toMatchObject({ ok: true })
  const rows = await db.entry.findMany({ where: { eventId, id: { in: works.map(({ id }) => id) } }, orderBy: { submittedAt: 'asc' } })
  const codes = rows.map(({ code }) => code ?? '')
  expect(new Set(codes).size).toBe(30)
  expect(new Set(codes.map((code) => code.length))).toEqual(new Set([6]))
  expect(codes).not.toEqual([...codes].sort())
})

test('works accepted by several people at once never share a code', async () => {
  const works = []
  for (let n = 0; n < 12; n += 1) works.push(await makeHandedIn(eventId))
  const outcomes = await Promise.all(works.map((work) => decide([work])))
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  const rows = await db.entry.findMany({ where: { eventId, id: { in: works.map(({ id }) => id) } } })
  expect(new Set(rows.map(({ code }) => code)).size).toBe(12)
})

test('a returned work keeps its reasons, and its author reads them with the last day for corrections', async () => {
  const work = await makeHandedIn(eventId)
  expect(await decide([work], { decision: 'return', reasons: ['school-on-work', 'files-missing'], note: '右下角有校徽' })).toMatchObject({
    ok: true,
  })
  expect(await entryOf(work.id)).toMatchObject({ state: 'returned', code: null })
  expect(await db.entryCheck.findFirst({ where: { eventId, entryId: work.id } })).toMatchObject({
    reasons: ['school-on-work', 'files-missing'],
    note: '右下角有校徽',
  })
  const [letter] = await told(work.startedById)
  expect(letter?.text).toContain('院校或单位名称')
  expect(letter?.text).toContain('右下角有校徽')
  expect(letter?.text).toContain('12月28日')
})

test('several authors with accounts are all told, once each', async () => {
  const work = await makeHandedIn(eventId)
  const second = await makeHandedIn(eventId)
  await db.entryAuthor.create({
    data: { eventId, entryId: work.id, id: newId(), role: 'author', position: 1, personId: second.startedById, name: '合作者' },
  })
  await decide([work], { decision: 'reject', reasons: ['not-eligible'] })
  expect(await told(work.startedById)).toHaveLength(1)
  expect(await told(second.startedById)).toHaveLength(1)
})

test('a typed-in work is told to the address on its form', async () => {
  const work = await makeHandedIn(eventId, { email: 'paper@example.com' })
  await db.entry.update({ where: { eventId_id: { eventId, id: work.id } }, data: { origin: 'on_behalf', ownerId: null } })
  await db.entryAuthor.updateMany({ where: { eventId, entryId: work.id }, data: { personId: null } })
  await decide([work])
  expect(await db.notice.findMany({ where: { eventId, recipient: 'paper@example.com' } })).toMatchObject([
    { template: 'entry-accepted', personId: null },
  ])
  expect(await told(work.startedById)).toHaveLength(0)
})

describe('refused, and nothing is written', () => {
  const untouched = async (work: { id: string }) => {
    expect(await entryOf(work.id)).toMatchObject({ state: 'submitted', code: null })
    expect(await db.entryCheck.count({ where: { eventId, entryId: work.id } })).toBe(0)
  }

  test('a work that was handed in again since it was looked at', async () => {
    const work = await makeHandedIn(eventId)
    expect(await decide([work], { seen: 0 })).toMatchObject({ ok: false, reason: 'changed', detail: { number: work.number } })
    await untouched(work)
  })

  test('a work of another event', async () => {
    const other = await openContest()
    const work = await makeHandedIn(other)
    expect(await decide([work])).toMatchObject({ ok: false, reason: 'not-found' })
    expect((await db.entry.findUniqueOrThrow({ where: { eventId_id: { eventId: other, id: work.id } } })).state).toBe('submitted')
  })

  test('one of many that a colleague has decided on: none of them', async () => {
    const works = [await makeHandedIn(eventId), await makeHandedIn(eventId)] as const
    await decide([works[1]])
    expect(await decide([...works])).toMatchObject({ ok: false, reason: 'not-waiting', detail: { number: works[1].number } })
    await untouched(works[0])
  })

  test('a work its author is changing, until it is what was handed in', async () => {
    const work = await makeFullDraft(eventId, (await makeDesigner()).id, { seed: 31 })
    const { startedById } = await entryOf(work)
    await handIn(eventId, work, { personId: startedById })
    await fillDraft(eventId, work, { personId: startedById }, { 'field.gauge': '电脑横机 7G' })
    expect(await decide([{ id: work }])).toMatchObject({ ok: false, reason: 'being-changed' })
    await fillDraft(eventId, work, { personId: startedById })
    expect(await decide([{ id: work }])).toMatchObject({ ok: true })
  })

  test('a return without reasons, and one with “other” and no note', async () => {
    const work = await makeHandedIn(eventId)
    expect(await decide([work], { decision: 'return' })).toMatchObject({ ok: false, reason: 'reasons-missing' })
    expect(await decide([work], { decision: 'return', reasons: ['other'] })).toMatchObject({ ok: false, reason: 'note-missing' })
    await untouched(work)
  })

  test('a return after the last day for corrections', async () => {
    const work = await makeHandedIn(eventId)
    const late = new Date('2026-12-29T00:00:00Z')
    expect(await decide([work], { decision: 'return', reasons: ['files-missing'], now: late })).toMatchObject({
      ok: false,
      reason: 'corrections-over',
    })
    await untouched(work)
  })
})

test('a form sent twice decides once and answers the same', async () => {
  const work = await makeHandedIn(eventId)
  const requestKey = newId()
  const both = await Promise.all([decide([work], { requestKey }), decide([work], { requestKey })])
  expect(both[0]).toEqual(both[1])
  expect(both[0]).toMatchObject({ ok: true })
  expect(await db.entryCheck.count({ where: { eventId, entryId: work.id } })).toBe(1)
  expect(await told(work.startedById)).toHaveLength(1)
})

test('going back to a form and deciding otherwise on it is no repeat of the first decision', async () => {
  const [one, other] = [await makeHandedIn(eventId), await makeHandedIn(eventId)]
  const requestKey = newId()
  expect(await decide([one], { requestKey })).toMatchObject({ ok: true })
  expect(await decide([other], { requestKey, decision: 'reject', reasons: ['wrong-group'], note: '与主题不符' })).toMatchObject({
    ok: true,
    value: { entries: [other.id], decision: 'reject' },
  })
  expect((await entryOf(other.id)).state).toBe('rejected')
  // the first work was decided on; the second answer to it says so and is not taken for the first
  expect(await decide([one], { requestKey, decision: 'return', reasons: ['wrong-group'], note: '请修改' })).toMatchObject({ ok: false })
  expect((await entryOf(one.id)).state).toBe('accepted')
})

test('a decision is taken back until judging opens; the code stays the work’s own', async () => {
  const work = await makeHandedIn(eventId)
  await decide([work])
  const { code } = await entryOf(work.id)
  expect(await decide([work], { decision: 'reopen' })).toMatchObject({ ok: true })
  expect(await entryOf(work.id)).toMatchObject({ state: 'submitted', code })
  expect(await decide([work], { decision: 'reopen' })).toMatchObject({ ok: false, reason: 'nothing-to-reopen' })
  await decide([work])
  expect(await entryOf(work.id)).toMatchObject({ state: 'accepted', code })
  // accepted twice is told twice, taken back is not told
  expect((await told(work.startedById)).map(({ template }) => template)).toEqual(['entry-accepted', 'entry-accepted'])
})

test('once a stage is open nothing is accepted and nothing taken back', async () => {
  const judged = await openContest()
  const [waiting, accepted] = [await makeHandedIn(judged), await makeHandedIn(judged, { state: 'accepted' })]
  await db.stage.update({ where: { eventId_id: { eventId: judged, id: 'preliminary' } }, data: { state: 'open', frozenAt: now } })
  expect(await decide([waiting], { eventId: judged })).toMatchObject({ ok: false, reason: 'judging-open' })
  expect(await decide([accepted], { eventId: judged, decision: 'reopen' })).toMatchObject({ ok: false, reason: 'judging-open' })
})

test('a preview counts works and people, and says which works stay as they are', async () => {
  const [a, b] = [await makeHandedIn(eventId), await makeHandedIn(eventId)]
  const c = await makeHandedIn(eventId, { personId: a.startedById })
  await decide([b])
  const preview = await checkPreview(
    eventId,
    [a, b, c].map(({ id }) => ({ id, seen: 1 })),
    'accept',
    now,
  )
  expect(preview.ready.map(({ number }) => number)).toEqual([a.number, c.number])
  expect(preview.people).toBe(1)
  expect(preview.refused).toMatchObject([{ number: b.number, reason: 'not-waiting' }])
})
