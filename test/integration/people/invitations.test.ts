import { beforeEach, expect, test } from 'vitest'
import { db } from '~/db.server'
import { claimSeat } from '~/domain/judging/claim-seat.server'
import { acceptInvitation } from '~/domain/people/accept-invitation.server'
import { invitationByToken, staffOf } from '~/domain/people/queries.server'
import { removeStaff } from '~/domain/people/remove-staff.server'
import { revokeInvitation } from '~/domain/people/revoke-invitation.server'
import { unlockTablet } from '~/domain/people/unlock-tablet.server'
import { getActor, requireActor, startSession } from '~/session.server'
import { makeEvent, makePerson } from '#test/support/factories'
import { days, invited, invitee, NOON, reason, seated, unlock } from '#test/support/invitations'

beforeEach(() => db.rateLimit.deleteMany())

test('an invitation reaches its contact with a link that only the letter holds', async () => {
  const { eventId, contact, token, invitationId } = await invited()
  const notice = await db.notice.findFirstOrThrow({ where: { eventId, recipient: contact.value } })
  expect(notice.text).toContain(`/invitation/${token}`)
  expect(JSON.stringify(await db.invitation.findMany())).not.toContain(token)
  expect(await invitationByToken(token, 'link', NOON)).toMatchObject({ id: invitationId, refusal: null })
  expect(await invitationByToken('no-such-token', 'link', NOON)).toBeNull()
})

test('the same contact is not invited twice while the first is open', async () => {
  const { eventId, byId, invite, invitationId } = await invited()
  expect(reason(await invite())).toBe('already-invited')
  await revokeInvitation({ eventId, invitationId, of: 'staff', byId, now: NOON })
  expect(reason(await invite())).toBe('ok')
})

test('accepting gives the role, once, also for three requests at once', async () => {
  const made = await invited()
  const { eventId, token } = made
  const { id: personId } = await invitee(made)
  const outcomes = await Promise.all([1, 2, 3].map(() => acceptInvitation({ token, personId, now: NOON })))
  expect(outcomes.map(reason).sort()).toEqual(['ok', 'used', 'used'])
  expect(await db.eventRole.count({ where: { eventId, role: 'clerk' } })).toBe(1)
})

test.each([
  ['expired', async () => ({ ...(await invited()), now: days(31) })],
  [
    'revoked',
    async () => {
      const made = await invited()
      await revokeInvitation({ ...made, of: 'staff', now: NOON })
      return { ...made, now: NOON }
    },
  ],
  ['not-found', async () => ({ token: 'forged', now: NOON })],
] as const)('an invitation that is %s is refused and gives nothing', async (expected, make) => {
  const { token, now } = await make()
  const person = await makePerson()
  expect(reason(await acceptInvitation({ token, personId: person.id, now }))).toBe(expected)
  expect(await db.eventRole.count({ where: { personId: person.id } })).toBe(0)
})

test('an accepted invitation cannot be taken back, one of another event is not found', async () => {
  const made = await invited()
  const { eventId, byId, invitationId, token } = made
  const revoke = (event: string) => revokeInvitation({ eventId: event, invitationId, of: 'staff', byId, now: NOON })
  expect(reason(await revoke('another'))).toBe('not-found')
  const person = await invitee(made)
  await acceptInvitation({ token, personId: person.id, now: NOON })
  expect(reason(await revoke(eventId))).toBe('used')
})

test('staff of an event leave, but nobody throws themselves out', async () => {
  const made = await invited()
  const { eventId, byId, token } = made
  const person = await invitee(made)
  await acceptInvitation({ token, personId: person.id, now: NOON })
  expect((await staffOf(eventId)).staff).toMatchObject([{ personId: person.id, role: 'clerk', scope: 'event', secondFactor: false }])
  const remove = (by: string, role: 'clerk' | 'organiser' = 'clerk') => removeStaff({ eventId, personId: person.id, role, byId: by })
  expect(reason(await remove(person.id))).toBe('yourself')
  expect(reason(await remove(byId, 'organiser'))).toBe('not-found')
  expect(reason(await remove(byId))).toBe('ok')
})

test('a judge’s invitation does not work as a staff one and stays open', async () => {
  const { link } = await seated()
  const made = await link()
  const { token } = made
  const person = await invitee(made)
  expect(reason(await acceptInvitation({ token, personId: person.id, now: NOON }))).toBe('not-found')
  expect(reason(await claimSeat({ token, personId: person.id, now: NOON }))).toBe('ok')
})

test('a judge who accepts holds the seat and the role, and the ledger says so', async () => {
  const { eventId, link } = await seated()
  const made = await link()
  const { token } = made
  const person = await invitee(made)
  expect(await claimSeat({ token, personId: person.id, now: NOON })).toMatchObject({
    value: { eventId, stageId: 'preliminary', personId: person.id },
  })
  expect(await db.judgeSeat.findFirst({ where: { eventId, id: 'seat-1' } })).toMatchObject({
    personId: person.id,
    acceptedAt: NOON,
  })
  expect(await db.eventRole.count({ where: { eventId, personId: person.id, role: 'judge' } })).toBe(1)
  expect(await db.ledgerRow.count({ where: { eventId, action: 'seat.accepted' } })).toBe(1)
})

test('a seat is claimed by one of two links at once', async () => {
  const { eventId, link } = await seated()
  const [first, second] = [await link(), await link()]
  const people = await Promise.all([invitee(first), invitee(second)])
  const outcomes = await Promise.all([first, second].map(({ token }, i) => claimSeat({ token, personId: people[i]?.id ?? '', now: NOON })))
  expect(outcomes.map(reason).sort()).toEqual(['ok', 'seat-taken'])
  expect(await db.eventRole.count({ where: { eventId, role: 'judge' } })).toBe(1)
})

test('nobody takes two seats of one panel, and a removed seat is gone', async () => {
  const { eventId, link } = await seated()
  const [first, second] = [await link('seat-1'), await link('seat-2')]
  const person = await invitee(first, second)
  await claimSeat({ token: first.token, personId: person.id, now: NOON })
  expect(reason(await claimSeat({ token: second.token, personId: person.id, now: NOON }))).toBe('already-on-panel')
  await db.judgeSeat.updateMany({ where: { eventId, id: 'seat-2' }, data: { removedAt: NOON } })
  expect(reason(await claimSeat({ token: second.token, personId: (await makePerson()).id, now: NOON }))).toBe('revoked')
})

test('a card with its PIN makes a person for a judge without contact', async () => {
  const { eventId, card } = await seated()
  const { token, pin } = await card()
  expect(await unlock(token, pin)).toMatchObject({ ok: true, value: { eventId, seatId: 'seat-1' } })
  const claimed = await claimSeat({ token, personId: null, now: NOON })
  const personId = claimed.ok ? claimed.value.personId : ''
  expect(await db.person.findUnique({ where: { id: personId }, include: { contacts: true } })).toMatchObject({
    name: '周序',
    pinyin: 'zhou xu',
    contacts: [],
  })
  expect(reason(await unlock(token, pin))).toBe('used')
  expect(reason(await claimSeat({ token, personId: null, now: NOON }))).toBe('used')
})

test('a card for a seat that has its judge signs that judge in, and of two uses at once one wins', async () => {
  const judge = await makePerson()
  const { card } = await seated({ personId: judge.id })
  const { token } = await card()
  const outcomes = await Promise.all([1, 2].map(() => claimSeat({ token, personId: null, now: NOON })))
  expect(outcomes.map(reason).sort()).toEqual(['ok', 'used'])
  expect(outcomes.find(({ ok }) => ok)).toMatchObject({ value: { personId: judge.id } })
})

test('five wrong PINs void the card, the right one too', async () => {
  const { card } = await seated()
  const { token, pin, wrong } = await card()
  const reasons = []
  for (let i = 0; i < 5; i++) reasons.push(reason(await unlock(token, i === 0 ? 'abc' : wrong)))
  expect(reasons).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'no-tries'])
  expect(reason(await unlock(token, pin))).toBe('no-tries')
  const again = await card()
  expect(reason(await unlock(again.token, again.pin))).toBe('ok')
})

test('a card is void after three days, when printed again, and a link is no card', async () => {
  const { card, link } = await seated()
  const first = await card()
  expect(reason(await unlock(first.token, first.pin, days(4)))).toBe('expired')
  const second = await card()
  expect(reason(await unlock(first.token, first.pin))).toBe('revoked')
  expect(reason(await unlock(second.token, first.pin === second.pin ? second.wrong : first.pin))).toBe('wrong')
  expect(reason(await unlock((await link()).token, '123456'))).toBe('not-found')
})

test('PINs of many cards cannot be tried from one address', async () => {
  const { card } = await seated()
  let last: string | undefined
  for (let i = 0; i < 61; i++) last = reason(await unlock('forged', '123456'))
  expect(last).toBe('too-many')
  const { token, pin } = await card()
  expect(reason(await unlockTablet({ token, pin, ip: '203.0.113.2', now: NOON }))).toBe('ok')
})

test('a tablet session reaches its own desk and nothing else', async () => {
  const [person, { id: eventId }] = [await makePerson(), await makeEvent()]
  const request = (path: string, cookie = '') => new Request(`http://localhost${path}`, { headers: { Cookie: cookie } })
  const cookie = (await startSession(person.id, request('/'), { deskEventId: eventId })).split(';')[0] ?? ''
  for (const path of [
    `/judge/${eventId}/preliminary`,
    `/en/judge/${eventId}/preliminary/desk`,
    `/judge/${eventId}/preliminary/marks`,
    `/judge/${eventId}/preliminary.data`,
  ])
    expect((await requireActor(request(path, cookie))).deskEventId).toBe(eventId)
  for (const path of [
    '/account',
    '/my',
    '/judge',
    `/judge/${eventId}-b/preliminary`,
    `/en/console/${eventId}`,
    '/judge/cup-2025/preliminary',
  ]) {
    const refused = await requireActor(request(path, cookie)).catch((response: Response) => response.status)
    expect(refused).toBe(404)
  }
  expect((await getActor(request('/', cookie)))?.audiences).toEqual([])
})

test('a card does not work as a link, past its PIN, nor a link as a card', async () => {
  const { eventId, card, link } = await seated()
  const [printed, mailed] = [await card(), await link()]
  const person = await invitee(mailed)
  expect(reason(await claimSeat({ token: printed.token, personId: person.id, now: NOON }))).toBe('not-found')
  expect(reason(await claimSeat({ token: mailed.token, personId: null, now: NOON }))).toBe('not-found')
  expect(await invitationByToken(printed.token, 'link', NOON)).toBeNull()
  expect(await db.eventRole.count({ where: { eventId } })).toBe(0)
})
