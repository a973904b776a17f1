import { describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { registrationAt } from '~/domain/entries/registration-window'
import { termsOf } from '~/domain/entries/terms.server'
import { newId } from '~/domain/new-id.server'
import * as judges from '~/routes/console/judges'
import * as progress from '~/routes/console/progress'
import { answerOf, makeHandedIn, makeStaff, send, visit } from '#test/support/console'
import { openContest } from '#test/support/contest'
import { makePanel, sentMark } from '#test/support/panel'
import { saveMarks } from '~/domain/judging/save-marks.server'

async function setting() {
  const slug = await openContest()
  const staff = await makeStaff(slug, 'organiser')
  const path = `/console/${slug}/stages/preliminary/judges`
  const params = { slug, stage: 'preliminary' }
  const act = (fields: Record<string, string>) => answerOf(() => judges.action({ request: send(path, staff, fields), params, context: {} }))
  const add = (name: string, more: Record<string, string> = {}) => act({ intent: 'add', name, requestKey: newId(), ...more })
  const seats = () => db.judgeSeat.findMany({ where: { eventId: slug }, orderBy: { invitedAt: 'asc' } })
  return { slug, staff, act, add, seats, params, path }
}

test('seats are named one after the other; a contact gets its invitation at once', async () => {
  const { slug, add, seats } = await setting()
  const contact = `${newId()}@example.org`
  expect((await add('陈其昌', { contact, role: 'silent-chair', affiliation: '示例研究院' })).to).toContain('#seat-')
  await add('杜若')
  expect(await seats()).toMatchObject([
    { label: '甲', name: '陈其昌', isChair: true, scoring: false, affiliation: '示例研究院' },
    { label: '乙', name: '杜若', isChair: false, scoring: true },
  ])
  expect(await db.notice.findMany({ where: { eventId: slug, recipient: contact } })).toMatchObject([{ template: 'invitation' }])
  expect(await db.ledgerRow.count({ where: { eventId: slug, action: 'seat.invited' } })).toBe(2)
})

test('a form sent twice makes one seat', async () => {
  const { add, seats } = await setting()
  const requestKey = newId()
  await Promise.all([add('杜若', { requestKey }), add('杜若', { requestKey })])
  expect(await seats()).toHaveLength(1)
})

describe('a seat is refused, and what was typed stays', () => {
  test('without a name', async () => {
    const { add, seats } = await setting()
    expect(await add('  ')).toMatchObject({ status: 400 })
    expect(await seats()).toEqual([])
  })

  test('with a contact that is none', async () => {
    const { add } = await setting()
    expect(await add('杜若', { contact: '12' })).toMatchObject({ status: 409, body: { values: { name: '杜若', contact: '12' } } })
  })

  test('as a second chair', async () => {
    const { add } = await setting()
    await add('陈其昌', { role: 'chair' })
    expect(await add('杜若', { role: 'chair' })).toMatchObject({ status: 409 })
  })

  test('as a chair put back while another has been named', async () => {
    const { slug, add, seats, act } = await setting()
    await add('陈其昌', { role: 'chair' })
    const [first] = await seats()
    await act({ intent: 'remove', seat: first?.id ?? '' })
    await add('杜若', { role: 'chair' })
    expect(await act({ intent: 'restore', seat: first?.id ?? '' })).toMatchObject({ status: 409 })
    expect(await db.judgeSeat.count({ where: { eventId: slug, isChair: true, removedAt: null } })).toBe(1)
  })

  test('for somebody who has entered', async () => {
    const { slug, add, seats } = await setting()
    const email = `${newId()}@example.com`
    await makeHandedIn(slug, { email })
    expect(await add('林知夏', { contact: email })).toMatchObject({
      status: 409,
      body: { refusal: expect.stringContaining('参赛者') as string },
    })
    expect(await seats()).toEqual([])
  })

  test('for a contact that has an open invitation: neither seat nor second letter', async () => {
    const { slug, add, seats } = await setting()
    const contact = `${newId()}@example.org`
    await add('杜若', { contact })
    expect(await add('杜若', { contact })).toMatchObject({ status: 409 })
    expect(await seats()).toHaveLength(1)
    expect(await db.notice.count({ where: { eventId: slug, recipient: contact } })).toBe(1)
  })

  test('once the stage is closed', async () => {
    const { slug, add } = await setting()
    await db.stage.update({ where: { eventId_id: { eventId: slug, id: 'preliminary' } }, data: { state: 'closed', frozenAt: new Date() } })
    expect(await add('杜若')).toMatchObject({ status: 409 })
  })
})

test('a card is printed for a seat of this stage, with a PIN and a code; a new one voids it', async () => {
  const { slug, act, add, seats } = await setting()
  await add('杜若')
  const [seat] = await seats()
  const card = (await act({ intent: 'card', seat: seat?.id ?? '' })).body.card as { pin: string; qr: string; url: string }
  expect(card.pin).toMatch(/^\d{6}$/)
  expect(card.qr).toMatch(/^data:image\//)
  await act({ intent: 'card', seat: seat?.id ?? '' })
  const cards = await db.invitation.findMany({ where: { eventId: slug, kind: 'tablet' }, orderBy: { createdAt: 'asc' } })
  expect(cards.map(({ revokedAt }) => revokedAt === null)).toEqual([false, true])
  expect(JSON.stringify(cards)).not.toContain(card.pin)

  const other = await setting()
  expect(await other.act({ intent: 'card', seat: seat?.id ?? '' })).toMatchObject({ status: 404 })
})

test('a seat taken off loses its invitation and comes back; a signed one stays', async () => {
  const { slug, act, add, seats } = await setting()
  await add('杜若', { contact: `${newId()}@example.org` })
  const [seat] = await seats()
  const id = seat?.id ?? ''
  expect((await act({ intent: 'remove', seat: id })).status).toBe(302)
  expect((await seats())[0]?.removedAt).not.toBeNull()
  expect(await db.invitation.count({ where: { eventId: slug, revokedAt: null } })).toBe(0)
  await act({ intent: 'restore', seat: id })
  expect((await seats())[0]?.removedAt).toBeNull()
  await db.judgeSeat.updateMany({ where: { eventId: slug, id }, data: { lockedAt: new Date() } })
  expect(await act({ intent: 'remove', seat: id })).toMatchObject({ status: 409 })
  expect(await (await setting()).act({ intent: 'remove', seat: id })).toMatchObject({ status: 409 })
})

test('a seat without invitation is invited later; a taken or strange one is not', async () => {
  const { slug, act, add, seats } = await setting()
  await add('杜若')
  const [seat] = await seats()
  const contact = `${newId()}@example.org`
  const invite = (fields: Record<string, string>) => act({ intent: 'invite', seat: seat?.id ?? '', contact, ...fields })
  expect(await invite({ contact: 'nobody' })).toMatchObject({ status: 400 })
  expect(await invite({ seat: 'elsewhere' })).toMatchObject({ status: 404 })
  expect((await invite({ locale: 'en' })).status).toBe(302)
  expect(await invite({})).toMatchObject({ status: 409 })
  expect(await db.notice.findMany({ where: { eventId: slug, recipient: contact } })).toMatchObject([
    { template: 'invitation', locale: 'en' },
  ])
  expect(await db.invitation.findFirst({ where: { eventId: slug } })).toMatchObject({ stageId: 'preliminary', seatId: seat?.id })
  await db.judgeSeat.updateMany({ where: { eventId: slug }, data: { acceptedAt: new Date() } })
  expect(await invite({ contact: `${newId()}@example.org` })).toMatchObject({ status: 404 })
})

test('an invitation of another event is not withdrawn', async () => {
  const [mine, other] = [await setting(), await setting()]
  await other.add('杜若', { contact: `${newId()}@example.org` })
  const { id } = await db.invitation.findFirstOrThrow({ where: { eventId: other.slug } })
  expect(await mine.act({ intent: 'revoke', invitation: id })).toMatchObject({ status: 409 })
  expect((await db.invitation.findFirstOrThrow({ where: { eventId: other.slug } })).revokedAt).toBeNull()
})

test('a stage opens once there are judges and works; pressed twice it leads on all the same', async () => {
  const { slug, act, add } = await setting()
  expect(await act({ intent: 'open' })).toMatchObject({ status: 409 })
  await add('杜若')
  await makeHandedIn(slug, { state: 'accepted' })
  // the call of this cup still runs: it ends only when the organiser says so
  expect(await act({ intent: 'open' })).toMatchObject({ status: 409 })
  expect(await registrationOf(slug)).toBe('open')
  const opens = { intent: 'open', endsCall: 'yes' }
  for (let time = 0; time < 2; time += 1) expect((await act(opens)).to).toBe(`/console/${slug}/stages/preliminary/progress`)
  expect(await db.ledgerRow.count({ where: { eventId: slug, action: 'stage.opened' } })).toBe(1)
  expect(await registrationOf(slug)).toBe('over')
})

/** Whether one more work could be entered a moment from now. */
async function registrationOf(slug: string) {
  const terms = await termsOf(db, slug)
  return terms && registrationAt(terms, new Date(Date.now() + 1_000))
}

describe('progress', () => {
  async function judging() {
    const panel = await makePanel({ judges: 2, works: 3 })
    const staff = await makeStaff(panel.eventId, 'organiser')
    const params = { slug: panel.eventId, stage: panel.stageId }
    const path = `/console/${panel.eventId}/stages/${panel.stageId}/progress`
    const look = (query = '') => answerOf(() => progress.loader({ request: visit(path + query, staff), params, context: {} }))
    const act = (fields: Record<string, string | string[]>) =>
      answerOf(() => progress.action({ request: send(path, staff, fields), params, context: {} }))
    const mark = (judge: { seatId: string; personId: string }, codes: string[]) =>
      saveMarks({
        eventId: panel.eventId,
        stageId: panel.stageId,
        ...judge,
        marks: codes.flatMap((code) => ['design', 'craft', 'colour'].map((criterion) => sentMark(code, criterion, '8'))),
        now: new Date(),
      })
    return { ...panel, staff, look, act, mark }
  }

  test('names who is behind and which works lack marks, and reminds only those', async () => {
    const { eventId, judge, other, works, look, act, mark } = await judging()
    await mark(
      judge,
      works.map(({ code }) => code),
    )
    await mark(other, [works[0]?.code ?? ''])
    const { body } = await look(`?judge=${other.seatId}`)
    expect(body).toMatchObject({ expected: 6, complete: 4, behind: 2, judge: other.seatId })
    expect((body.works as { missing: string[] }[]).map(({ missing }) => missing)).toEqual([['002'], ['002']])
    const requestKey = newId()
    for (let time = 0; time < 2; time += 1)
      expect((await act({ intent: 'remind', seats: [judge.seatId, other.seatId], requestKey })).to).toContain('told=1')
    expect(await db.notice.findMany({ where: { eventId, template: 'stage-reminder' } })).toMatchObject([{ personId: other.personId }])
  })

  test('reminding nobody, or those who are done, is refused', async () => {
    const { judge, works, act, mark } = await judging()
    expect(await act({ intent: 'remind', requestKey: newId() })).toMatchObject({ status: 400 })
    await mark(
      judge,
      works.map(({ code }) => code),
    )
    expect(await act({ intent: 'remind', seats: judge.seatId, requestKey: newId() })).toMatchObject({ status: 409 })
  })

  test('a stage with unsigned sheets closes with a reason, and leads on when pressed twice', async () => {
    const { eventId, judge, other, works, act, look, mark } = await judging()
    for (const one of [judge, other])
      await mark(
        one,
        works.map(({ code }) => code),
      )
    expect((await look()).body.obstacles).toMatchObject([{ reason: 'unsigned', count: 2, judges: ['001', '002'] }])
    expect(await act({ intent: 'close' })).toMatchObject({ status: 409 })
    for (let time = 0; time < 2; time += 1) expect((await act({ intent: 'close', unsignedBecause: 'absence' })).to).toContain('/ranking')
    expect(await db.ledgerRow.count({ where: { eventId, action: 'stage.closed' } })).toBe(1)
  })
})
