import type { Tx } from '~/db.server'
import { stageResult } from '../stage-result.server'
import { givenTwice } from './given-twice'
import { versionAwards } from './write-version.server'

/** Whether the awards as they stand would honour a work twice that may have one award only. */
export async function awardTwice(tx: Tx, eventId: string, stageId: string): Promise<boolean> {
  const { works } = await stageResult(tx, eventId, stageId)
  const rows = works.map((work) => ({ ...work, standing: work.standing === 'tied-at-cut' ? ('none' as const) : work.standing }))
  return givenTwice(await versionAwards(tx, eventId, stageId, rows, new Date()))
}
