import { db } from '~/db.server'
import { contestAwards, decidesAwards } from '~/domain/judging/deliberation/contest-awards.server'
import { nominations, stageMotions } from '~/domain/judging/deliberation/queries.server'
import { decidingSeats } from '~/domain/judging/ties/queries.server'
import { labelOrder } from '~/domain/judging/panel/seat-label'

/** Everything the deliberation of a stage needs: its motions, who may move and conclude, and the prizes it may give. */
export async function deliberationDesk(eventId: string, stageId: string) {
  const [motions, chairs, seats, nominated, all, last] = await Promise.all([
    stageMotions(db, eventId, stageId),
    decidingSeats(db, eventId, stageId),
    db.judgeSeat.findMany({ where: { eventId, stageId, removedAt: null }, select: { id: true, label: true, name: true } }),
    nominations(db, eventId, stageId),
    contestAwards(db, eventId),
    decidesAwards(db, eventId, stageId),
  ])
  const awards = last ? all.filter(({ by, to }) => by !== 'ranking' && to !== 'organisations') : []
  return { motions, chairs, seats: seats.sort((a, b) => labelOrder(a.label, b.label)), nominated: last ? nominated : [], awards, all }
}
