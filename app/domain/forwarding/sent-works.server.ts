import type { Reader } from '~/db.server'
import { categoryFor } from '~/domain/judging/quota'
import type { Forwarding } from '~/domain/judging/section'
import type { RankedForForwarding, SentWork } from './forward-batch'

/**
 * The works of a version of a result by the category in which places are counted, those that were taken out without a
 * rank. Null where one such category holds works that were not ranked against one another.
 */
export async function rankedWorks(
  reader: Reader,
  eventId: string,
  stageId: string,
  version: number,
  per: Forwarding['per'],
): Promise<RankedForForwarding[] | null> {
  const rows = await reader.resultRow.findMany({
    where: { eventId, stageId, version },
    select: { entryId: true, category: true, rank: true, standing: true, entry: { select: { groupId: true, trackId: true } } },
  })
  const rankedIn = new Map<string, string>()
  const works: RankedForForwarding[] = []
  for (const { entryId, category: ranked, rank, standing, entry } of rows) {
    const category = categoryFor(per, { group: entry.groupId, track: entry.trackId })
    if ((rankedIn.get(category) ?? ranked) !== ranked) return null
    rankedIn.set(category, ranked)
    works.push({ entry: entryId, category, rank: standing === 'withdrawn' || standing === 'disqualified' ? null : rank })
  }
  return works
}

/** Works an event has sent on, and whether the parent still counts them. */
export async function sentWorks(reader: Reader, eventId: string): Promise<SentWork[]> {
  const rows = await reader.forwarding.findMany({ where: { eventId }, select: { entryId: true, parentEntry: { select: { state: true } } } })
  return rows.map(({ entryId, parentEntry: { state } }) => ({ entry: entryId, active: state !== 'withdrawn' && state !== 'rejected' }))
}
