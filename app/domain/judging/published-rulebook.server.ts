import { db } from '~/db.server'
import { Rulebook } from './rulebook'

/** A stage's rulebook as everyone may read it. `document` is what was written; the hash is taken over it. */
export type PublishedRulebook = {
  rulebook: Rulebook
  document: unknown
  hash: string
  frozenAt: Date | null
  name: { zh: string; en: string }
}

/** Null when the event has no such stage, or the stage is not marked by a rulebook. */
export async function publishedRulebook(eventId: string, stageId: string): Promise<PublishedRulebook | null> {
  const stage = await db.stage.findUnique({
    where: { eventId_id: { eventId, id: stageId } },
    select: { rulebook: true, rulebookHash: true, frozenAt: true, nameZh: true, nameEn: true },
  })
  if (!stage?.rulebook || !stage.rulebookHash) return null
  return {
    // parsing puts the keys in the order of the schema
    rulebook: Rulebook.parse(stage.rulebook),
    document: stage.rulebook,
    hash: stage.rulebookHash,
    frozenAt: stage.frozenAt,
    name: { zh: stage.nameZh, en: stage.nameEn },
  }
}
