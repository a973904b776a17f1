import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { Rulebook } from './rulebook'

export type PublishedStage = {
  id: string
  name: Localized
  publishedAt: Date
  /** works the stage judged, selected or not */
  judged: number
  /** null for a stage without one */
  rulebook: Rulebook | null
  rulebookHash: string | null
}

/** The stages of an event whose results are official, the latest first. */
export async function publishedStages(eventId: string): Promise<PublishedStage[]> {
  const stages = await db.stage.findMany({
    where: { eventId, state: 'published' },
    orderBy: { position: 'desc' },
    select: {
      id: true,
      nameZh: true,
      nameEn: true,
      publishedAt: true,
      rulebook: true,
      rulebookHash: true,
      _count: { select: { results: true } },
    },
  })
  return stages.flatMap(({ id, nameZh, nameEn, publishedAt, rulebook, rulebookHash, _count }) =>
    publishedAt
      ? [
          {
            id,
            name: { zh: nameZh, en: nameEn },
            publishedAt,
            judged: _count.results,
            rulebook: rulebook === null ? null : Rulebook.parse(rulebook),
            rulebookHash,
          },
        ]
      : [],
  )
}
