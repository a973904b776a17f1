import { db } from '~/db.server'
import { decidingSeats, tieDecisions } from '~/domain/judging/ties/queries.server'

/** The chair's decisions of a stage as staff read them: whose, typed by whom, why; and whose the next may be. */
export async function tieRecord(eventId: string, stageId: string, pass: 'vote' | 'mark') {
  // a chair who stands aside for a tied work is told so, and the panel decides in the chair's place
  const recused = await db.recusal.findMany({
    where: { eventId, stageId, seat: { isChair: true, removedAt: null } },
    select: { entryId: true },
  })
  const [decisions, { seats: chairs }, { seats: others }] = await Promise.all([
    tieDecisions(db, eventId, stageId, pass),
    decidingSeats(db, eventId, stageId, []),
    decidingSeats(
      db,
      eventId,
      stageId,
      recused.map(({ entryId }) => entryId),
    ),
  ])
  const seats = [...chairs, ...others.filter(({ id }) => !chairs.some((chair) => chair.id === id))]
  const typists = await db.person.findMany({ where: { id: { in: decisions.map(({ byId }) => byId) } }, select: { id: true, name: true } })
  const nameOf = new Map(typists.map(({ id, name }) => [id, name]))
  return { seats, decisions: decisions.map(({ byId, seat, ...decision }) => ({ ...decision, ...seat, typist: nameOf.get(byId) ?? '' })) }
}
