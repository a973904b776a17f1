import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { transactOnce } from '~/request-once.server'
import { parseLocalSpan } from '~/domain/events/local-date'
import { lockStage } from '~/domain/events/lock-stage.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { record } from '~/domain/ledger/record.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { worksInStage } from '../works-in-stage.server'
import { MOST_STATIONS, drawOrder } from './draw-order'

export const DrawForm = z.object({
  stations: z.coerce.number().int().min(1).max(MOST_STATIONS),
  /** local to the event, as the browser's field writes it */
  firstAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
    .refine((text) => parseLocalSpan(text) !== null),
  minutes: z.coerce.number().int().min(1).max(600),
  reason: z.string().trim().max(300),
  requestKey: z.string().min(1).max(60),
})

type DrawStations = Omit<z.infer<typeof DrawForm>, 'firstAt'> & { eventId: string; stageId: string; firstAt: Date; byId: string; now: Date }

export type DrawRefusal = 'unknown-stage' | 'stage-over' | 'begun' | 'no-entries' | 'needs-reason'

/**
 * Draws heat, order and machine for everybody in a stage and publishes the seed. Drawn again only with a reason and
 * before anything was recorded; the draws before stay readable.
 */
export function drawStations({
  eventId,
  stageId,
  stations,
  firstAt,
  minutes,
  reason,
  byId,
  requestKey,
  now,
}: DrawStations): Promise<Outcome<DrawRefusal, { number: number }>> {
  return transactOnce(
    { actor: byId, key: requestKey, asked: ['draw-stations', eventId, stageId, stations, firstAt.toISOString(), minutes, reason] },
    async (tx) => {
      const stage = await lockStage(tx, eventId, stageId)
      if (!stage) return refuse('unknown-stage')
      if (stage.state !== 'upcoming' && stage.state !== 'open') return refuse('stage-over')
      if ((await tx.runRecord.count({ where: { eventId, stageId }, take: 1 })) > 0) return refuse('begun')
      const before = await tx.draw.count({ where: { eventId, stageId } })
      if (before > 0 && reason === '') return refuse('needs-reason')
      const entries = await tx.entry.findMany({
        where: { ...(await worksInStage(tx, eventId, stageId)), code: { not: null } },
        select: { id: true, code: true },
      })
      if (entries.length === 0) return refuse('no-entries')
      const seed = randomBytes(16).toString('hex')
      const idOf = new Map(entries.map(({ id, code }) => [code ?? '', id]))
      const places = drawOrder(seed, [...idOf.keys()], stations, sha256Hex)
      const number = before + 1
      await tx.draw.create({ data: { eventId, stageId, number, seed, stations, firstAt, minutes, reason, byId, drawnAt: now } })
      await tx.drawPlace.createMany({
        data: places.map(({ code, position, heat, station }) => ({
          eventId,
          stageId,
          number,
          entryId: idOf.get(code) ?? '',
          position,
          heat,
          station,
          startsAt: new Date(firstAt.getTime() + (heat - 1) * minutes * 60_000),
        })),
      })
      await record(tx, eventId, [
        {
          action: 'draw.made',
          body: { stage: stageId, number, seed, stations, by: byId, order: places.map(({ code }) => idOf.get(code) ?? '') },
        },
      ])
      return done({ number })
    },
  )
}
