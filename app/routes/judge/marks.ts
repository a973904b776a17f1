import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { ownMarks } from '~/domain/judging/own-marks.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { SentMarks } from '~/domain/judging/sent-marks'
import { deskBody, deskError, deskJudge, deskSeat, noStore } from './desk-request.server'

/** All marks of this judge: `marks` holds by code one value per criterion, in the order of `criteria`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = await deskSeat(request, params)
  return Response.json({ ...(await ownMarks(seat)), lockedAt: seat.lockedAt }, { headers: noStore })
}

/** Saves a batch; every mark is answered alone, in the order sent. Whose seat it is, the command asks itself. */
export async function action({ request, params }: ActionFunctionArgs) {
  const judge = await deskJudge(request, params)
  const { seat, marks } = await deskBody(request, SentMarks)
  const outcome = await saveMarks({ ...judge, seatId: seat, marks, now: new Date() })
  if (outcome.ok) return Response.json({ replies: outcome.value }, { headers: noStore })
  return outcome.reason === 'busy' ? deskError('busy', 503) : deskError('other-seat', 409)
}
