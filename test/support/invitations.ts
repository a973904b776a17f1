import { db } from '~/db.server'
import { inviteToEvent } from '~/domain/people/invite-to-event.server'
import { issueTabletInvitation } from '~/domain/people/issue-tablet-invitation.server'
import { unlockTablet } from '~/domain/people/unlock-tablet.server'
import { newId } from '~/domain/new-id.server'
import { makeEvent, makePerson } from './factories'

export const NOON = new Date('2026-10-01T04:00:00Z')
export const days = (n: number) => new Date(NOON.getTime() + n * 86_400_000)
export const reason = (outcome: { ok: boolean; reason?: string }) => (outcome.ok ? 'ok' : outcome.reason)
const tokenOf = (url: string) => url.split('/').at(-1) ?? ''

/** An invitation by link to somebody without account yet. */
export async function invited(given: { role?: 'judge' | 'clerk'; eventId?: string; seat?: { stageId: string; seatId: string } } = {}) {
  const eventId = given.eventId ?? (await makeEvent()).id
  const { id: byId } = await makePerson()
  const contact = { kind: 'email' as const, value: `${newId()}@example.com` }
  const invite = () =>
    inviteToEvent({
      eventId,
      role: given.role ?? 'clerk',
      name: '周序',
      contact,
      locale: 'zh-CN',
      seat: given.seat,
      byId,
      now: NOON,
    })
  const outcome = await invite()
  if (!outcome.ok) throw new Error(outcome.reason)
  return {
    eventId,
    byId,
    contact,
    invite,
    token: tokenOf(outcome.value.url),
    invitationId: outcome.value.invitationId,
  }
}

/** An event with a panel of two seats, and cards and links to them. */
export async function seated(given: { personId?: string } = {}) {
  const event = await makeEvent()
  const { id: byId } = await makePerson()
  await db.stage.create({
    data: {
      eventId: event.id,
      id: 'preliminary',
      position: 1,
      type: 'score',
      nameZh: '初评',
      nameEn: 'Preliminary',
    },
  })
  const seat = (id: string, label: string, personId?: string) =>
    db.judgeSeat.create({
      data: { eventId: event.id, stageId: 'preliminary', id, name: '周序', label, personId },
    })
  await seat('seat-1', '甲', given.personId)
  await seat('seat-2', '乙')
  const card = async (seatId = 'seat-1') => {
    const issued = await issueTabletInvitation({
      eventId: event.id,
      stageId: 'preliminary',
      seatId,
      name: '周序',
      lang: 'zh-CN',
      byId,
      now: NOON,
    })
    if (!issued.ok) throw new Error('not issued')
    const { pin, url } = issued.value
    return { pin, token: tokenOf(url), wrong: pin === '000000' ? '111111' : '000000' }
  }
  return {
    eventId: event.id,
    card,
    link: (seatId = 'seat-1') => invited({ role: 'judge', eventId: event.id, seat: { stageId: 'preliminary', seatId } }),
  }
}
/** Somebody who holds the contact of these invitations. */
export async function invitee(...invitations: { contact: { value: string } }[]) {
  const person = await makePerson()
  for (const { contact } of invitations)
    await db.contact.create({
      data: { id: newId(), personId: person.id, kind: 'email', value: contact.value, verifiedAt: NOON },
    })
  return person
}
export const unlock = (token: string, pin: string, now = NOON) => unlockTablet({ token, pin, ip: '203.0.113.1', now })
