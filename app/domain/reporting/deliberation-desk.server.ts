import { db } from '~/db.server'
import { contestAwards, decidesAwards } from '~/domain/judging/deliberation/contest-awards.server'
import { nominations, stageMotions } from '~/domain/judging/deliberation/queries.server'
import { deciding } from '~/domain/judging/ties/queries.server'
import { labelOrder } from '~/domain/judging/panel/seat-label'

/** Everything the deliberation of a stage needs: its motions, who may move and conclude, and the prizes it may give. */
export async function deliberationDesk(eventId: string, stageId: string) {
  const [motions, seats, nominated, all, last] = await Promise.all([
    stageMotions(db, eventId, stageId),
    db.judgeSeat.findMany({ where: { eventId, stageId, removedAt: null }, select: { id: true, label: true, name: true, isChair: true } }),
    nominations(db, eventId, stageId),
    contestAwards(db, eventId),
    decidesAwards(db, eventId, stageId),
  ])
  const awards = last ? all.filter(({ by, to }) => by !== 'ranking' && to !== 'organisations') : []
  seats.sort((a, b) => labelOrder(a.label, b.label))
  return {
    motions: motions.map((motion) => ({ ...motion, chairs: deciding(seats, new Set(motion.aside)) })),
    seats,
    nominated: last ? nominated : [],
    awards,
    all,
  }
}
