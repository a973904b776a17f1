import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { Rulebook } from './rulebook'
import { BallotRules } from './votes/ballot'

export type PublishedStage = {
  id: string
  name: Localized
  publishedAt: Date
  /** the version in force; from the second on with what was corrected, when and why */
  version: number
  correction: { at: Date; reason: Localized } | null
  /** versions before it, the latest first */
  earlier: { version: number; publishedAt: Date }[]
  /** works the stage judged, selected or not */
  judged: number
  /** null for a stage without one */
  rulebook: Rulebook | null
  /** null for a stage that did not vote */
  ballot: BallotRules | null
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
      ballot: true,
      rulebookHash: true,
      publishedVersion: true,
      publications: {
        orderBy: { version: 'desc' },
        select: {
          version: true,
          publishedAt: true,
          reasonZh: true,
          reasonEn: true,
          _count: { select: { rows: true } },
        },
      },
    },
  })
  return stages.flatMap(({ id, nameZh, nameEn, publishedAt, rulebook, ballot, rulebookHash, publications, ...stage }) => {
    const inForce = publications.find(({ version }) => version === stage.publishedVersion)
    return publishedAt && inForce
      ? [
          {
            id,
            name: { zh: nameZh, en: nameEn },
            publishedAt,
            version: inForce.version,
            correction: inForce.version > 1 ? { at: inForce.publishedAt, reason: { zh: inForce.reasonZh, en: inForce.reasonEn } } : null,
            earlier: publications
              .filter(({ version }) => version < inForce.version)
              .map(({ version, publishedAt }) => ({ version, publishedAt })),
            judged: inForce._count.rows,
            rulebook: rulebook === null ? null : Rulebook.parse(rulebook),
            ballot: ballot === null ? null : BallotRules.parse(ballot),
            rulebookHash,
          },
        ]
      : []
  })
}
