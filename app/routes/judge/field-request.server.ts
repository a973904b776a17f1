import { isRecorded } from '~/domain/judging/measured/recorded-points'
import { type Seat, seatOf } from '~/domain/judging/seats.server'
import { stageRulebook } from '~/domain/judging/stage-rulebook.server'
import { getActor } from '~/session.server'
import { deskError } from './desk-request.server'

/** Whether a stage has something that officials record while it runs. */
export function hasField({ stage }: Pick<Seat, 'stage'>): boolean {
  if (stage.rulebook === null) return false
  return stageRulebook(stage).criteria.some((criterion) => isRecorded(criterion) && criterion.measured.source !== 'sheet')
}

/** Referees have to have declared their ties; timekeepers give no opinion and need not. */
export const mayOfficiate = (seat: Seat): boolean =>
  seat.acceptedAt !== null && (!seat.scoring || seat.declaredAt !== null) && seat.stage.state !== 'upcoming' && hasField(seat)

/** The official behind a request of the field screen. Never a redirect, as for the desk. */
export async function fieldSeat(request: Request, { slug = '', stage = '' }: { slug?: string; stage?: string }) {
  const actor = await getActor(request)
  if (!actor) throw deskError('signed-out', 401)
  if (actor.deskEventId && actor.deskEventId !== slug) throw deskError('not-on-panel', 404)
  const seat = await seatOf(actor.personId, slug, stage)
  if (!seat || !hasField(seat)) throw deskError('not-on-panel', 404)
  if (!mayOfficiate(seat)) throw deskError('stage-not-open', 409)
  return { actor, seat }
}
