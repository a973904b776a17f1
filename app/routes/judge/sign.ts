import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { deskBody, deskError, deskSeat, noStore, ownSeat, seatKey } from './desk-request.server'

const Signature = z.strictObject({ seat: z.string(), signature: z.string().trim().min(1).max(80) })

/** Signs and locks the judge's sheet. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, seat } = await deskSeat(request, params)
  const { signature } = ownSeat(await deskBody(request, Signature), seat)
  const outcome = await signSheet({ ...seatKey(seat), personId: actor.personId, signature, now: new Date() })
  return outcome.ok ? Response.json(outcome.value, { headers: noStore }) : deskError(outcome.reason, 409, outcome.detail)
}
