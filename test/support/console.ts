import pg from 'pg'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import type { EntryState } from '~/generated/prisma/enums'
import { startSession } from '~/session.server'
import { makePerson } from './factories'

const origin = 'http://127.0.0.1:3000'

export interface Staff {
  personId: string
  cookie: string
}

/** A signed-in person with a role on an event, past the second factor; an owner through the event’s organisation. */
export async function makeStaff(eventId: string, role: 'owner' | 'organiser' | 'clerk' | 'judge' | 'finance' | 'none'): Promise<Staff> {
  const person = await makePerson({ name: `工作人员${role}` })
  if (role === 'owner') {
    const { organisationId } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { organisationId: true } })
    await db.organisationRole.create({ data: { organisationId, personId: person.id, role } })
  } else if (role !== 'none') await db.eventRole.create({ data: { eventId, personId: person.id, role } })
  const cookie = await startSession(person.id, new Request(origin), { strong: true })
  return { personId: person.id, cookie: cookie.split(';')[0] ?? '' }
}

interface Work {
  state?: EntryState
  groupId?: string
  trackId?: string | null
  title?: string
  number?: string
  code?: string
  author?: string
  organisation?: string
  country?: string
  email?: string
  personId?: string
  locale?: string
}

let made = 0

/** A work by a person of its own, handed in once unless it is a draft. Every call is a minute later than the last. */
export async function makeHandedIn(eventId: string, given: Work = {}) {
  made += 1
  const { state = 'submitted', groupId = 'academic', trackId = 'craft', author = `作者${made}号` } = given
  const personId = given.personId ?? (await makePerson({ name: author, email: given.email ?? `a${made}-${newId(5)}@example.com` })).id
  if (given.locale) await db.person.update({ where: { id: personId }, data: { locale: given.locale } })
  const submitted = state !== 'draft'
  const at = new Date(Date.UTC(2026, 8, 1, 0, made))
  return db.entry.create({
    data: {
      eventId,
      id: newId(),
      groupId,
      trackId,
      state,
      ownerId: personId,
      startedById: personId,
      createdAt: at,
      number: submitted ? (given.number ?? `T-${String(made).padStart(4, '0')}`) : null,
      code: given.code ?? (state === 'accepted' ? `Z-${made}` : null),
      title: given.title ?? `潮信${made}`,
      fields: { title: given.title ?? `潮信${made}`, concept: '退潮之后的滩涂。', knit: '85' },
      submittedAt: submitted ? at : null,
      submittedVersion: submitted ? 1 : null,
      authors: {
        create: [
          {
            id: newId(),
            role: 'author',
            position: 0,
            personId,
            name: author,
            organisation: given.organisation ?? '示例纺织大学',
            country: given.country ?? 'CN',
            email: given.email ?? null,
            mobile: '+8613800138000',
          },
        ],
      },
    },
  })
}

/** A page asked for by somebody. */
export const visit = (path: string, { cookie }: Staff): Request => new Request(origin + path, { headers: { Cookie: cookie } })

/** A form sent by somebody; a list is sent as several fields of one name. */
export function send(path: string, { cookie }: Staff, fields: Record<string, string | string[]> = {}): Request {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return new Request(origin + path, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  })
}

/** How a loader or an action answered: its status, and where to or with what. */
export interface Answer {
  status: number
  to: string | null
  body: Record<string, unknown>
}

/** Runs a loader or an action as the router does: thrown answers count as answers. */
export async function answerOf(run: () => unknown): Promise<Answer> {
  let given: unknown
  try {
    given = await run()
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown
    given = thrown
  }
  if (given instanceof Response) return { status: given.status, to: given.headers.get('Location'), body: {} }
  const wrapped = given as { type?: string; data?: Record<string, unknown>; init?: { status?: number } | null }
  if (wrapped.type === 'DataWithResponseInit') return { status: wrapped.init?.status ?? 200, to: null, body: wrapped.data ?? {} }
  return { status: 200, to: null, body: given as Record<string, unknown> }
}

/** Counts the statements sent to the database while something runs. */
export async function queriesOf(run: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype
  let asked = 0
  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, ...given: unknown[]) {
      asked += 1
      return Reflect.apply(query, this, given) as unknown
    },
  })
  try {
    await run()
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
  return asked
}
