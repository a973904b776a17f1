import type { Reader } from '~/db.server'
import { votesOf } from '../votes/count-votes'
import type { VersionRow } from './write-version.server'

/** One version of a stage's result, by category and rank. */
export async function versionRows(
  reader: Reader,
  eventId: string,
  stageId: string,
  version: number,
): Promise<(VersionRow & { code: string; title: string })[]> {
  const rows = await reader.resultRow.findMany({
    where: { eventId, stageId, version },
    orderBy: [{ category: 'asc' }, { rank: { sort: 'asc', nulls: 'last' } }, { entryId: 'asc' }],
    select: {
      entryId: true,
      category: true,
      rank: true,
      total: true,
      judges: true,
      standing: true,
      ins: true,
      holds: true,
      outs: true,
      entry: { select: { code: true, title: true, groupId: true, trackId: true } },
    },
  })
  return rows.map(({ entryId, entry, ins, holds, outs, ...row }) => ({
    ...row,
    votes: votesOf({ ins, holds, outs }),
    entry: entryId,
    group: entry.groupId,
    track: entry.trackId,
    code: entry.code ?? '',
    title: entry.title,
  }))
}
