import { describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { acceptSeat } from '~/domain/judging/accept-seat.server'
import { claimSeat } from '~/domain/judging/claim-seat.server'
import { newId } from '~/domain/new-id.server'
import { acceptInvitation } from '~/domain/people/accept-invitation.server'
import { revokeInvitation } from '~/domain/people/revoke-invitation.server'
import { removeStaff } from '~/domain/people/remove-staff.server'
import { makePerson } from '#test/support/factories'
import { invited, invitee, NOON, reason, seated } from '#test/support/invitations'

test('a forwarded link serves nobody but the contact it was sent to, and then still the right one', async () => {
  const made = await invited()
  const { eventId, token } = made
  const stranger = await makePerson({ email: `${newId()}@example.com` })
  expect(reason(await acceptInvitation({ token, personId: stranger.id, now: NOON }))).toBe('other-contact')
  const claimed = { id: newId(), kind: 'email' as const, value: made.contact.value, verifiedAt: null }
  await db.contact.create({ data: { ...claimed, personId: stranger.id } })
  expect(reason(await acceptInvitation({ token, personId: stranger.id, now: NOON }))).toBe('other-contact')
  expect(await db.eventRole.count({ where: { eventId } })).toBe(0)
  await db.contact.deleteMany({ where: { personId: stranger.id } })
  const person = await invitee(made)
  expect(reason(await acceptInvitation({ token, personId: person.id, now: NOON }))).toBe('ok')

  const { eventId: contest, link } = await seated()
  const judge = await link()
  expect(reason(await claimSeat({ token: judge.token, personId: stranger.id, now: NOON }))).toBe('other-contact')
  expect(await db.judgeSeat.count({ where: { eventId: contest, personId: stranger.id } })).toBe(0)
})

test('whoever manages judges takes back no staff invitation, nor one to another panel, and the other way round', async () => {
  const { eventId, link } = await seated()
  const [judge, clerk] = [await link(), await invited({ eventId })]
  const revoke = (invitationId: string, of: 'staff' | { panelOf: string }) =>
    revokeInvitation({ eventId, invitationId, of, byId: clerk.byId, now: NOON })
  expect(reason(await revoke(clerk.invitationId, { panelOf: 'preliminary' }))).toBe('not-found')
  expect(reason(await revoke(judge.invitationId, { panelOf: 'final' }))).toBe('not-found')
  expect(reason(await revoke(judge.invitationId, 'staff'))).toBe('not-found')
  expect(await db.invitation.count({ where: { eventId, revokedAt: null } })).toBe(2)
  expect(reason(await revoke(judge.invitationId, { panelOf: 'preliminary' }))).toBe('ok')
  expect(reason(await revoke(clerk.invitationId, 'staff'))).toBe('ok')
})

describe('nobody judges an event they entered', () => {
  async function entered(personId: string, eventId: string, given: { origin?: 'on_behalf'; email?: string } = {}) {
    await db.contestGroup.create({ data: { eventId, id: 'g', position: 1, nameZh: '组', nameEn: 'Group' } })
    const author = { id: newId(), role: 'author' as const, position: 0, name: '周序', email: given.email }
    await db.entry.create({
      data: {
        eventId,
        id: newId(),
        groupId: 'g',
        number: '1',
        state: 'submitted',
        origin: given.origin,
        ownerId: given.origin ? null : personId,
        startedById: personId,
        authors: { create: author },
      },
    })
  }

  test('not by a link, even when the work came in after the invitation; the link stays open', async () => {
    const { eventId, link } = await seated()
    const made = await link()
    const person = await invitee(made)
    await entered(person.id, eventId)
    const claim = () => claimSeat({ token: made.token, personId: person.id, now: NOON })
    expect(reason(await claim())).toBe('has-entered')
    expect(await db.eventRole.count({ where: { eventId } })).toBe(0)
    await db.entry.updateMany({ where: { eventId }, data: { state: 'withdrawn' } })
    expect(reason(await claim())).toBe('ok')
  })

  test('not as a co-author without account, known by the contact on the entry', async () => {
    const { eventId, link } = await seated()
    const made = await link()
    const person = await invitee(made)
    await entered((await makePerson()).id, eventId, { email: made.contact.value })
    expect(reason(await claimSeat({ token: made.token, personId: person.id, now: NOON }))).toBe('has-entered')
  })

  test('not by a card, nor at a seat that was kept for them', async () => {
    const person = await makePerson()
    const { eventId, card } = await seated({ personId: person.id })
    await entered(person.id, eventId)
    const { token } = await card()
    expect(reason(await claimSeat({ token, personId: null, now: NOON }))).toBe('has-entered')
    const seat = { eventId, stageId: 'preliminary', personId: person.id, now: NOON }
    expect(reason(await acceptSeat(seat))).toBe('has-entered')
    expect(await db.ledgerRow.count({ where: { eventId, action: 'seat.accepted' } })).toBe(0)
  })

  test('but whoever typed a paper entry in may', async () => {
    const { eventId, link } = await seated()
    const made = await link()
    const person = await invitee(made)
    await entered(person.id, eventId, { origin: 'on_behalf' })
    expect(reason(await claimSeat({ token: made.token, personId: person.id, now: NOON }))).toBe('ok')
  })
})

test('who invited, who came and who was taken off stands in the ledger, and who gave the right on the right', async () => {
  const made = await invited()
  const { eventId, byId, token, invitationId } = made
  const person = await invitee(made)
  await acceptInvitation({ token, personId: person.id, now: NOON })
  expect(await db.eventRole.findFirstOrThrow({ where: { eventId } })).toMatchObject({ grantedById: byId })
  await removeStaff({ eventId, personId: person.id, role: 'clerk', byId })
  const rows = await db.ledgerRow.findMany({ where: { eventId }, orderBy: { id: 'asc' } })
  expect(rows.map(({ action, body }) => [action, JSON.parse(body)])).toEqual([
    ['invitation.sent', { invitation: invitationId, role: 'clerk', stage: null, seat: null, by: byId }],
    ['invitation.accepted', { invitation: invitationId, role: 'clerk', person: person.id, stage: null, seat: null }],
    ['staff.removed', { person: person.id, role: 'clerk', by: byId }],
  ])
})

test('a card leaves who printed it and who came in by it', async () => {
  const { eventId, card } = await seated()
  const { token } = await card()
  await claimSeat({ token, personId: null, now: NOON })
  const rows = await db.ledgerRow.findMany({ where: { eventId }, orderBy: { id: 'asc' } })
  expect(rows.map(({ action }) => action)).toEqual(['card.issued', 'desk.entered', 'seat.accepted'])
  const [issued] = await db.invitation.findMany({ where: { eventId, kind: 'tablet' } })
  expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({ by: issued?.createdById, seat: 'seat-1' })
  expect(JSON.parse(rows[1]?.body ?? '')).toMatchObject({ person: issued?.acceptedById, invitation: issued?.id })
})
