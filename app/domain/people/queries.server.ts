import { db } from '~/db.server'
import { refuseInvitation } from './invitation'
import { tokenHash } from './keyed-hash.server'

/** What a person sees of their own account. */
export async function account(personId: string, now: Date) {
  return db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      nameLatin: true,
      locale: true,
      version: true,
      createdAt: true,
      contacts: {
        orderBy: { createdAt: 'asc' },
        select: { id: true, kind: true, value: true, verifiedAt: true },
      },
      sessions: {
        where: { revokedAt: null, expiresAt: { gt: now } },
        orderBy: { seenAt: 'desc' },
        select: { id: true, device: true, createdAt: true, seenAt: true, deskEventId: true },
      },
      totp: { select: { confirmedAt: true } },
    },
  })
}

/** The page of an invitation link or card: what it is for and whether it still works. Null when there is none. */
export async function invitationByToken(token: string, kind: 'link' | 'tablet', now: Date) {
  const invitation = await db.invitation.findUnique({
    where: { tokenHash: tokenHash(token), kind },
    include: {
      event: {
        select: {
          nameZh: true,
          nameEn: true,
          timezone: true,
          organisation: { select: { nameZh: true, nameEn: true } },
        },
      },
    },
  })
  return invitation && { ...invitation, refusal: refuseInvitation(invitation, now) }
}

/** Open and accepted invitations of an event, newest first, without anything secret. */
export function invitationsOf(eventId: string, role?: 'judge' | 'organiser' | 'clerk' | 'finance') {
  return db.invitation.findMany({
    where: { eventId, ...(role ? { role } : {}) },
    orderBy: { createdAt: 'desc' },
    select: {
      id: true,
      kind: true,
      role: true,
      stageId: true,
      seatId: true,
      name: true,
      contactKind: true,
      contactValue: true,
      expiresAt: true,
      createdAt: true,
      acceptedAt: true,
      revokedAt: true,
    },
  })
}

/** Who works on an event: roles of the organisation that owns it, and roles on the event itself. Judges excepted. */
export async function staffOf(eventId: string) {
  const person = { select: { id: true, name: true, totp: { select: { confirmedAt: true } } } }
  const event = await db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      organisationId: true,
      organisation: {
        select: { staff: { orderBy: { grantedAt: 'asc' }, select: { role: true, grantedAt: true, person } } },
      },
      roles: {
        where: { role: { not: 'judge' } },
        orderBy: { grantedAt: 'asc' },
        select: { role: true, grantedAt: true, person },
      },
    },
  })
  const row = (scope: 'organisation' | 'event') => (row: (typeof event.roles)[number] | (typeof event.organisation.staff)[number]) => ({
    scope,
    role: row.role,
    since: row.grantedAt,
    personId: row.person.id,
    name: row.person.name,
    secondFactor: Boolean(row.person.totp?.confirmedAt),
  })
  return {
    organisationId: event.organisationId,
    staff: [...event.organisation.staff.map(row('organisation')), ...event.roles.map(row('event'))],
  }
}

/** The people of the demo, one click each, with what they are. */
/** Where the judges of a demo have their mail. */
const DEMO_JURY = '@jury.example'

export async function demoPeople() {
  const people = await db.person.findMany({
    where: { isDemo: true, erasedAt: null },
    orderBy: { createdAt: 'asc' },
    select: {
      id: true,
      name: true,
      nameLatin: true,
      organisationRoles: { select: { role: true } },
      eventRoles: { select: { role: true } },
      seats: { where: { removedAt: null }, select: { eventId: true, label: true } },
      contacts: { where: { value: { endsWith: DEMO_JURY } }, select: { id: true } },
      _count: { select: { authorships: true } },
    },
    take: 200,
  })
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    nameLatin: person.nameLatin,
    entries: person._count.authorships,
    group: groupOf(
      [...person.organisationRoles, ...person.eventRoles].map(({ role }) => role),
      // judges of a demo are known before it is drawn and seats them
      person.seats.length > 0 || person.contacts.length > 0,
    ),
  }))
}

export type DemoGroup = 'organiser' | 'clerk' | 'judge' | 'designer'

function groupOf(roles: string[], seated: boolean): DemoGroup {
  if (roles.includes('owner') || roles.includes('organiser')) return 'organiser'
  if (roles.includes('clerk')) return 'clerk'
  return seated || roles.includes('judge') ? 'judge' : 'designer'
}
