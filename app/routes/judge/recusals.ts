import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { recuseFromWork } from '~/domain/judging/recuse-from-work.server'
import { deskBody, deskError, deskSeat, noStore, ownSeat, seatKey } from './desk-request.server'

const SentRecusal = z.strictObject({
  seat: z.string(),
  code: z.string().min(1).max(40),
  reason: z.string().trim().max(500),
})

/** A judge stands aside for one work. There is nothing to read: recused works are nowhere. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, seat } = await deskSeat(request, params)
  const { code, reason } = ownSeat(await deskBody(request, SentRecusal), seat)
  const outcome = await recuseFromWork({ ...seatKey(seat), personId: actor.personId, code, reason })
  return outcome.ok ? Response.json({ saved: true }, { headers: noStore }) : deskError(outcome.reason, 409)
}
