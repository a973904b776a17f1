import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { fieldWorks } from '~/domain/judging/measured/field-works.server'
import { recordRun } from '~/domain/judging/measured/record-run.server'
import { SentRecords } from '~/domain/judging/measured/sent-records'
import { deskBody, deskError, deskJudge, noStore } from './desk-request.server'
import { fieldSeat } from './field-request.server'

/** Everything recorded so far, by entry; `now` is the server’s clock in milliseconds. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { seat } = await fieldSeat(request, params)
  const works = await fieldWorks(seat)
  return Response.json({ now: Date.now(), open: seat.stage.state === 'open', works }, { headers: noStore })
}

/** Keeps a batch of presses; every one is answered alone. Whose seat it is, the command asks itself. */
export async function action({ request, params }: ActionFunctionArgs) {
  // before anything else takes time: the press is as old as it was when the batch arrived
  const receivedAt = new Date()
  const official = await deskJudge(request, params)
  const { seat, records } = await deskBody(request, SentRecords)
  const outcome = await recordRun({ ...official, seatId: seat, records, receivedAt })
  return outcome.ok ? Response.json({ replies: outcome.value }, { headers: noStore }) : deskError('other-seat', 409)
}
