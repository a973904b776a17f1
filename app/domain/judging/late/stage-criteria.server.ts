import { db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import { textIn } from '../rulebook-text'
import { stageRulebook } from '../stage-rulebook.server'

/** The criteria of a stage by id, with their names; empty where the stage has no rulebook. */
export async function stageCriteria(eventId: string, stageId: string): Promise<Map<string, Localized>> {
  const stage = await db.stage.findUnique({
    where: { eventId_id: { eventId, id: stageId } },
    select: { rulebook: true, rulebookHash: true },
  })
  if (!stage?.rulebook) return new Map()
  return new Map(stageRulebook(stage).criteria.map(({ id, name }) => [id, { zh: textIn(name, 'zh'), en: textIn(name, 'en') }]))
}
