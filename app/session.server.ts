import { createHash } from 'node:crypto'
import { createCookie, redirect } from '@remix-run/node'
import { db, pool } from './db.server'
import { newToken } from './domain/new-id.server'
import { may, needsSecondFactor, type Permission, type Role } from './domain/people/permissions'
import { isDemo, publicUrl } from './env.server'
import { langOf, localPath } from './i18n/language'

const DAYS = 30
const SEEN_EVERY_MS = 5 * 60_000
/** how long a proven second factor counts; a working day */
const STRONG_MS = 12 * 3_600_000

const cookie = () =>
  createCookie('jw_session', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: publicUrl().startsWith('https:'),
    maxAge: DAYS * 86_400,
  })

const idOf = (token: string) => createHash('sha256').update(token).digest('hex')

export type Audience = 'judge' | 'console'

/** The signed-in person of a request. */
export interface Actor {
  personId: string
  sessionId: string
  name: string
  isDemo: boolean
  /** when the second factor was last proven in this session */
  strongAt: Date | null
  /** set for a tablet session: only this event's desk is in reach */
  deskEventId: string | null
  audiences: Audience[]
}

export async function getActor(request: Request): Promise<Actor | null> {
  const token: unknown = await cookie().parse(request.headers.get('Cookie'))
  if (typeof token !== 'string') return null
  const now = new Date()
  const session = await db.session.findFirst({
    where: { id: idOf(token), revokedAt: null, expiresAt: { gt: now } },
    include: {
      person: {
        select: {
          id: true,
          name: true,
          isDemo: true,
          erasedAt: true,
          _count: {
            select: {
              organisationRoles: true,
              seats: { where: { removedAt: null } },
              eventRoles: { where: { role: { in: ['organiser', 'clerk', 'finance'] } } },
            },
          },
        },
      },
    },
  })
  if (!session || session.person.erasedAt) return null
  if (now.getTime() - session.seenAt.getTime() > SEEN_EVERY_MS) {
    await db.session.updateMany({ where: { id: session.id }, data: { seenAt: now } })
  }
  const { person } = session
  const audiences: Audience[] = []
  if (person._count.seats > 0) audiences.push('judge')
  if (person._count.organisationRoles + person._count.eventRoles > 0 && !session.deskEventId) audiences.push('console')
  return {
    personId: person.id,
    sessionId: session.id,
    name: person.name,
    isDemo: person.isDemo,
    strongAt: session.strongAt && now.getTime() - session.strongAt.getTime() < STRONG_MS ? session.strongAt : null,
    deskEventId: session.deskEventId,
    audiences,
  }
}

/**
 * Only who is signed in, in one prepared query: for the desk, which sends a mark every other second. The same
 * conditions as getActor; the desk's other requests say that the session is still in use.
 */
export async function sessionPerson(request: Request): Promise<{ personId: string; deskEventId: string | null } | null> {
  const token: unknown = await cookie().parse(request.headers.get('Cookie'))
  if (typeof token !== 'string') return null
  const { rows } = await pool().query<{ personId: string; deskEventId: string | null }>({
    name: 'session-person',
    text: `select s."personId", s."deskEventId" from "Session" s join "Person" p on p."id" = s."personId"
           where s."id" = $1 and s."revokedAt" is null and s."expiresAt" > now() and p."erasedAt" is null`,
    values: [idOf(token)],
  })
  return rows[0] ?? null
}

/** The signed-in person, or a redirect to sign-in that comes back here. */
export async function requireActor(request: Request): Promise<Actor> {
  const actor = await getActor(request)
  if (actor) {
    if (actor.deskEventId && !isDesk(request, actor.deskEventId)) throw notFound()
    return actor
  }
  const url = new URL(request.url)
  const next = request.method === 'GET' ? `?next=${encodeURIComponent(url.pathname.replace(/\.data$/, '') + url.search)}` : ''
  throw redirect(localPath(langOf(request), `/sign-in${next}`))
}

/** A tablet session reaches the pages of its own event's desk and nothing else. */
function isDesk(request: Request, eventId: string): boolean {
  const path = new URL(request.url).pathname.replace(/^\/en(?=\/)/, '').replace(/\.data$/, '')
  return path === `/judge/${eventId}` || path.startsWith(`/judge/${eventId}/`)
}

/** Roles of a person on an event, from its organisation and from the event itself. */
export async function rolesOn(personId: string, eventId: string): Promise<Role[]> {
  const event = await db.event.findUnique({
    where: { id: eventId },
    select: {
      organisation: { select: { staff: { where: { personId }, select: { role: true } } } },
      roles: { where: { personId }, select: { role: true } },
    },
  })
  return event ? [...event.organisation.staff, ...event.roles].map((row) => row.role) : []
}

/**
 * The signed-in person with a permission on an event. An event one has no part in is not found; a missing
 * permission is 403; an organiser without second factor is led to it (demo people excepted).
 */
export async function requireStaff(request: Request, eventId: string, permission: Permission): Promise<Actor & { roles: Role[] }> {
  const actor = await requireActor(request)
  const roles = await rolesOn(actor.personId, eventId)
  if (!roles.some((role) => role !== 'judge')) throw notFound()
  if (!may(roles, permission)) throw forbidden()
  requireSecondFactor(request, actor, roles)
  return { ...actor, roles }
}

export function requireSecondFactor(request: Request, actor: Actor, roles: Role[]): void {
  if (!needsSecondFactor(roles) || actor.strongAt || (actor.isDemo && isDemo())) return
  const { pathname, search } = new URL(request.url)
  throw redirect(localPath(langOf(request), `/sign-in/second-factor?next=${encodeURIComponent(pathname.replace(/\.data$/, '') + search)}`))
}

export const notFound = () => new Response(null, { status: 404, statusText: 'Not Found' })
export const forbidden = () => new Response(null, { status: 403, statusText: 'Forbidden' })

/** Starts a session and answers the Set-Cookie value. */
export async function startSession(
  personId: string,
  request: Request,
  options: { deskEventId?: string; strong?: boolean } = {},
): Promise<string> {
  const token = newToken()
  const now = new Date()
  await db.session.create({
    data: {
      id: idOf(token),
      personId,
      device: (request.headers.get('User-Agent') ?? '').slice(0, 200),
      expiresAt: new Date(now.getTime() + (options.deskEventId ? 1 : DAYS) * 86_400_000),
      strongAt: options.strong ? now : null,
      deskEventId: options.deskEventId ?? null,
    },
  })
  return cookie().serialize(token)
}

/** Revokes the session of a request and answers the Set-Cookie value that forgets it. */
export async function endSession(request: Request): Promise<string> {
  const actor = await getActor(request)
  if (actor) await db.session.updateMany({ where: { id: actor.sessionId }, data: { revokedAt: new Date() } })
  return cookie().serialize('', { maxAge: 0 })
}
