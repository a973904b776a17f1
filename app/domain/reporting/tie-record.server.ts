import { db } from '~/db.server'
import { decidingSeats, tieDecisions } from '~/domain/judging/ties/queries.server'

/** The chair's decisions of a stage as staff read them: whose, typed by whom, why; and whose the next may be. */
export async function tieRecord(eventId: string, stageId: string, pass: 'vote' | 'mark') {
  const [decisions, seats] = await Promise.all([tieDecisions(db, eventId, stageId, pass), decidingSeats(db, eventId, stageId)])
  const typists = await db.person.findMany({ where: { id: { in: decisions.map(({ byId }) => byId) } }, select: { id: true, name: true } })
  const nameOf = new Map(typists.map(({ id, name }) => [id, name]))
  return { seats, decisions: decisions.map(({ byId, seat, ...decision }) => ({ ...decision, ...seat, typist: nameOf.get(byId) ?? '' })) }
}
