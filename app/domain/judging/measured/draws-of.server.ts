import { db } from '~/db.server'
import { latestDraw } from './latest-draw.server'

/** The draw in force with everybody's place by code, and the seeds of those before; null where nothing was drawn. */
export async function drawsOf(eventId: string, stageId: string) {
  const [draw, before] = await Promise.all([
    latestDraw(db, eventId, stageId),
    db.draw.findMany({
      where: { eventId, stageId },
      orderBy: { number: 'desc' },
      skip: 1,
      take: 20,
      select: { number: true, seed: true, drawnAt: true },
    }),
  ])
  if (!draw) return null
  const { number, seed, stations, minutes, drawnAt, firstAt, reason, places } = draw
  return {
    number,
    seed,
    stations,
    minutes,
    drawnAt,
    firstAt,
    reason,
    before,
    places: places.map(({ entry, heat, station, startsAt, position }) => ({
      code: entry.code ?? '',
      left: entry.state !== 'accepted',
      position,
      heat,
      station,
      startsAt,
    })),
  }
}
