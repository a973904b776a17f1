import { drawsOf } from '~/domain/judging/measured/draws-of.server'
import { formatDateTime } from '~/i18n/format'
import type { Lang } from '~/i18n/language'
import type { DrawView } from '~/ui/site/draw-list'

/** The draw of a stage as its pages show it, heat by heat; null before the first. */
export async function drawView(eventId: string, stageId: string, timezone: string, lang: Lang): Promise<DrawView | null> {
  const draw = await drawsOf(eventId, stageId)
  if (!draw) return null
  const at = (date: Date) => formatDateTime(date, lang, timezone)
  const heats = new Map<number, DrawView['heats'][number]>()
  for (const { code, heat, station, startsAt, left } of draw.places) {
    const own = heats.get(heat) ?? { heat, startsAt: at(startsAt), places: [] }
    own.places.push({ code, station, left })
    heats.set(heat, own)
  }
  const { number, seed, stations, reason, drawnAt, before } = draw
  return {
    number,
    seed,
    stations,
    reason,
    drawnAt: at(drawnAt),
    before: before.map((one) => ({ ...one, drawnAt: at(one.drawnAt) })),
    heats: [...heats.values()],
  }
}
