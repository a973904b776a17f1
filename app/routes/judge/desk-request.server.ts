import type { z } from 'zod'
import { type Seat, seatOf } from '~/domain/judging/seats.server'
import { readJson } from '~/request-body.server'
import { type Actor, getActor, notFound, requireActor, sessionPerson } from '~/session.server'

type Params = { slug?: string; stage?: string }

/** The judge's seat on the panel of an address, for pages: sign-in first, 404 for a panel one has no part in. */
export async function requireSeat(request: Request, { slug = '', stage = '' }: Params): Promise<{ actor: Actor; seat: Seat }> {
  const actor = await requireActor(request)
  const seat = await seatOf(actor.personId, slug, stage)
  if (!seat) throw notFound()
  return { actor, seat }
}

/** The answer of a desk resource that is not a success; the desk keeps what it has and acts on `error`. */
export const deskError = (error: string, status: number, detail: Record<string, unknown> = {}) =>
  Response.json({ error, ...detail }, { status, headers: { ...noStore, ...(status === 503 ? { 'Retry-After': '2' } : {}) } })

export const noStore = { 'Cache-Control': 'no-store' }

/**
 * The scoring judge behind a request of the desk. Never a redirect: an expired session is 401, so that the desk can
 * keep its marks and offer sign-in in another tab. Works are shown from the opening of the stage on, to judges who
 * have declared their ties.
 */
export async function deskSeat(request: Request, { slug = '', stage = '' }: Params): Promise<{ actor: Actor; seat: Seat }> {
  const actor = await getActor(request)
  if (!actor) throw deskError('signed-out', 401)
  if (actor.deskEventId && actor.deskEventId !== slug) throw deskError('not-on-panel', 404)
  const seat = await seatOf(actor.personId, slug, stage)
  if (!seat?.scoring) throw deskError('not-on-panel', 404)
  if (seat.stage.state === 'upcoming') throw deskError('stage-not-open', 409)
  if (!seat.declaredAt) throw deskError('conflicts-not-declared', 409)
  return { actor, seat }
}

/** Who is behind a batch of marks, and where they say they judge: as little as the command needs. */
export async function deskJudge(request: Request, { slug = '', stage = '' }: Params) {
  const person = await sessionPerson(request)
  if (!person) throw deskError('signed-out', 401)
  if (person.deskEventId && person.deskEventId !== slug) throw deskError('not-on-panel', 404)
  return { personId: person.personId, eventId: slug, stageId: stage }
}

/** Five hundred marks are about 80 KB. */
const LARGEST_BODY = 500_000

/** The body of a desk's POST, checked; throws 400 for what no desk sends. */
export async function deskBody<Shape>(request: Request, schema: z.ZodType<Shape>): Promise<Shape> {
  const body = await readJson(request, LARGEST_BODY).catch(() => {
    throw deskError('malformed', 413)
  })
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw deskError('malformed', 400)
  return parsed.data
}

/** A body meant for this judge's seat; throws 409 when another judge has signed in at the tablet since. */
export function ownSeat<Body extends { seat: string }>(body: Body, seat: Seat): Body {
  if (body.seat !== seat.id) throw deskError('other-seat', 409)
  return body
}

export const seatKey = ({ eventId, stageId, id }: Seat) => ({ eventId, stageId, seatId: id })
