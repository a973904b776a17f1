import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { ownNotes } from '~/domain/judging/own-marks.server'
import { saveNote } from '~/domain/judging/save-note.server'
import { deskBody, deskError, deskSeat, noStore, ownSeat, seatKey } from './desk-request.server'

const SentNote = z.strictObject({
  seat: z.string(),
  code: z.string().min(1).max(40),
  text: z.string().trim().max(2_000),
  later: z.boolean(),
})

/** The private notes of this judge. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = await deskSeat(request, params)
  return Response.json({ notes: await ownNotes(seatKey(seat)) }, { headers: noStore })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, seat } = await deskSeat(request, params)
  const { code, text, later } = ownSeat(await deskBody(request, SentNote), seat)
  const outcome = await saveNote({
    ...seatKey(seat),
    personId: actor.personId,
    code,
    text,
    later,
    now: new Date(),
  })
  return outcome.ok ? Response.json({ saved: true }, { headers: noStore }) : deskError(outcome.reason, 409)
}
