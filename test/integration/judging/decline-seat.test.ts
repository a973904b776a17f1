import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { acceptSeat } from '~/domain/judging/accept-seat.server'
import { claimSeat } from '~/domain/judging/claim-seat.server'
import { declineSeat } from '~/domain/judging/decline-seat.server'
import { addSeat } from '~/domain/judging/panel/add-seat.server'
import { changeSeat } from '~/domain/judging/panel/change-seat.server'
import { panelSeats } from '~/domain/judging/panel/queries.server'
import { forget } from '~/domain/judging/personal-data.server'
import { newId } from '~/domain/new-id.server'
import { done } from '~/domain/outcome'
import { transact } from '~/db.server'
import { action, loader } from '~/routes/account/invitation'
import { makePerson } from '#test/support/factories'
import { ledgerOf } from '#test/support/final'
import { days, invited, NOON, reason } from '#test/support/invitations'
import { makeJudge, makePanel } from '#test/support/panel'

beforeAll(() => {
  for (const name of ['SESSION_SECRET', 'CODE_SECRET']) process.env[name] ??= 'for-tests-only-'.repeat(3)
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

/** A seat that nobody has taken yet, with its letter. */
async function letter() {
  const { eventId, stageId } = await makePanel({ judges: 1, works: 1 })
  const seatId = newId()
  await db.judgeSeat.create({ data: { eventId, stageId, id: seatId, name: '周序', label: '099' } })
  return { stageId, seatId, ...(await invited({ role: 'judge', eventId, seat: { stageId, seatId } })) }
}

const seatIn = async ({ eventId, stageId, seatId }: { eventId: string; stageId: string; seatId: string }) =>
  (await panelSeats(eventId, stageId)).find(({ id }) => id === seatId)

test('a judge says no by the letter alone: the seat is free, the office reads why, the inviter is told, once', async () => {
  const given = await letter()
  const no = () => declineSeat({ token: given.token, reason: ' 那几天在国外 ', now: NOON })
  expect(reason(await no())).toBe('ok')
  expect(reason(await no())).toBe('ok')
  expect(await seatIn(given)).toMatchObject({ removedAt: NOON, declinedAt: NOON, declineReason: '那几天在国外' })
  const rows = await ledgerOf(given.eventId, 'seat.declined')
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('国外')
  const told = await db.notice.findMany({ where: { eventId: given.eventId, personId: given.byId } })
  expect(told).toHaveLength(1)
  expect(JSON.stringify(told)).not.toMatch(/国外|周序/)
  const { personId } = await holder(given)
  expect(reason(await claimSeat({ token: given.token, personId, now: NOON }))).toBe('revoked')
})

/** Somebody with the contact that the letter went to. */
async function holder({ contact }: { contact: { value: string } }) {
  const person = await makePerson({ email: contact.value })
  return { personId: person.id }
}

test('the letter of a judge who came is no way out, nor is one that expired, was taken back, or is none', async () => {
  const given = await letter()
  const { personId } = await holder(given)
  expect(reason(await declineSeat({ token: given.token, reason: '', now: days(60) }))).toBe('expired')
  expect(reason(await declineSeat({ token: 'made-up', reason: '', now: NOON }))).toBe('not-found')
  expect(reason(await claimSeat({ token: given.token, personId, now: NOON }))).toBe('ok')
  expect(reason(await declineSeat({ token: given.token, reason: '', now: NOON }))).toBe('used')
  expect(await seatIn(given)).toMatchObject({ removedAt: null, declinedAt: null })
  const clerk = await invited({ role: 'clerk' })
  expect(reason(await declineSeat({ token: clerk.token, reason: '', now: NOON }))).toBe('not-found')
  const other = await letter()
  await changeSeat({ ...other, removed: true, personId: other.byId, now: NOON })
  expect(reason(await declineSeat({ token: other.token, reason: '', now: NOON }))).toBe('revoked')
  expect(await seatIn(other)).toMatchObject({ declinedAt: null })
})

test('yes and no at the same moment: one of them counts', async () => {
  const given = await letter()
  const { personId } = await holder(given)
  const said = await Promise.all([
    claimSeat({ token: given.token, personId, now: NOON }),
    declineSeat({ token: given.token, reason: '', now: NOON }),
  ])
  expect(said.filter(({ ok }) => ok)).toHaveLength(1)
  const seat = await seatIn(given)
  expect(seat?.acceptedAt === null).toBe(seat?.declinedAt !== null)
})

test('a judge for whom a seat is kept says no from the lobby; put back, the same judge may be asked again', async () => {
  const { eventId, stageId } = await makePanel({ judges: 1, works: 1 })
  const { seatId, personId } = await makeJudge(eventId, stageId, 5, false)
  const own = { eventId, stageId, personId }
  expect(reason(await declineSeat({ ...own, personId: 'nobody', reason: '', now: NOON }))).toBe('not-on-panel')
  expect(reason(await declineSeat({ ...own, reason: '', now: NOON }))).toBe('ok')
  expect(reason(await acceptSeat({ ...own, now: NOON }))).toBe('not-on-panel')
  await changeSeat({ eventId, stageId, seatId, removed: false, personId: 'office', now: NOON })
  expect(await seatIn({ eventId, stageId, seatId })).toMatchObject({ removedAt: null, declinedAt: null })
  expect(reason(await acceptSeat({ ...own, now: NOON }))).toBe('ok')
  expect(reason(await declineSeat({ ...own, reason: '', now: NOON }))).toBe('already-accepted')
})

test('a chair who says no leaves the chair to another', async () => {
  const { eventId, stageId } = await makePanel({ judges: 1, works: 1 })
  const { id: personId } = await makePerson()
  const chair = (name: string) => ({ eventId, stageId, personId, name, affiliation: '', role: 'chair' as const, contact: '', note: '' })
  const add = (name: string) => addSeat({ ...chair(name), locale: 'zh-CN', requestKey: newId(), now: NOON })
  const first = await add('甲')
  if (!first.ok) throw new Error(first.reason)
  const given = await invited({ role: 'judge', eventId, seat: { stageId, seatId: first.value.seatId } })
  expect(reason(await add('乙'))).toBe('chair-taken')
  await declineSeat({ token: given.token, reason: '', now: NOON })
  expect(reason(await add('乙'))).toBe('ok')
})

test('the page says no for whoever is not signed in, and afterwards that it was said; its words go with the person', async () => {
  const given = await letter()
  await db.invitation.updateMany({ where: { eventId: given.eventId }, data: { expiresAt: new Date(Date.now() + 3_600_000) } })
  const address = `http://127.0.0.1:3000/invitation/${given.token}`
  const request = new Request(address, { method: 'POST', body: new URLSearchParams({ intent: 'decline', reason: '家中有事' }) })
  const answer = (await action({ request, params: { token: given.token }, context: {} })) as Response
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/invitation/${given.token}`])
  const page = await loader({ request: new Request(address), params: { token: given.token }, context: {} })
  expect(JSON.stringify(page)).toContain('declined')
  const { personId } = await holder(given)
  await transact(async (tx) => {
    await forget(tx, personId)
    return done()
  })
  expect(await seatIn(given)).toMatchObject({ name: '已注销', declineReason: '' })
})
