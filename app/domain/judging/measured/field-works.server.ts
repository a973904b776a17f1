import { db } from '~/db.server'
import type { Seat } from '../seats.server'
import { worksInStage } from '../works-in-stage.server'
import { latestDraw } from './latest-draw.server'
import type { RunEntry } from './measurements'
import { runRows } from './run-rows.server'

/** An entry as an official sees it: a code, where it stands, and what was recorded. Never who it is. */
export type FieldWork = {
  code: string
  heat: number | null
  station: number | null
  startsAt: string | null
  records: (RunEntry & { mine: boolean })[]
}

/** Every entry of the stage the official does not stand aside for, in the order drawn, with its records. */
export async function fieldWorks({ eventId, stageId, id }: Seat): Promise<FieldWork[]> {
  const [works, records, draw] = await Promise.all([
    db.entry.findMany({
      where: { ...(await worksInStage(db, eventId, stageId)), code: { not: null }, recusals: { none: { stageId, seatId: id } } },
      orderBy: { code: 'asc' },
      select: { id: true, code: true },
    }),
    runRows(db, eventId, stageId),
    latestDraw(db, eventId, stageId),
  ])
  const placeOf = new Map(draw?.places.map((place) => [place.entryId, place]))
  const position = (entryId: string) => placeOf.get(entryId)?.position ?? Infinity
  return works
    .sort((a, b) => (position(a.id) === position(b.id) ? 0 : position(a.id) - position(b.id)))
    .map(({ id: entryId, code }) => {
      const place = placeOf.get(entryId)
      return {
        code: code ?? '',
        heat: place?.heat ?? null,
        station: place?.station ?? null,
        startsAt: place?.startsAt.toISOString() ?? null,
        records: (records.get(entryId) ?? []).map(({ seat, reason: _reason, deviceAt: _deviceAt, receivedAt: _receivedAt, ...record }) => ({
          ...record,
          mine: seat === id,
        })),
      }
    })
}
