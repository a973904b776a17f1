import type { Reader } from '~/db.server'

/** The draw that counts, with everybody's place in the order drawn; null before the first. */
export function latestDraw(reader: Reader, eventId: string, stageId: string) {
  return reader.draw.findFirst({
    where: { eventId, stageId },
    orderBy: { number: 'desc' },
    include: { places: { orderBy: { position: 'asc' }, include: { entry: { select: { code: true, state: true } } } } },
  })
}
