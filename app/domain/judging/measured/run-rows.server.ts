import type { Reader } from '~/db.server'
import type { RunEntry } from './measurements'

export type KeptRecord = RunEntry & { seat: string; reason: string; deviceAt: Date; receivedAt: Date }

/** Everything that was recorded for some entries of a stage, oldest first, by entry id; entries without records are absent. */
export async function runRows(
  reader: Reader,
  eventId: string,
  stageId: string,
  entryIds?: readonly string[],
): Promise<Map<string, KeptRecord[]>> {
  const rows = await reader.runRecord.findMany({
    where: { eventId, stageId, ...(entryIds ? { entryId: { in: [...entryIds] } } : {}) },
    orderBy: [{ at: 'asc' }, { receivedAt: 'asc' }, { id: 'asc' }],
  })
  const byEntry = new Map<string, KeptRecord[]>()
  for (const { entryId, criterionId, value, voidsId, at, seatId, id, kind, part, item, reason, deviceAt, receivedAt } of rows) {
    const record = {
      id,
      kind,
      part,
      item,
      reason,
      deviceAt,
      receivedAt,
      criterion: criterionId,
      value: value?.toString() ?? null,
      voids: voidsId,
      at: at.getTime(),
      seat: seatId,
    }
    const own = byEntry.get(entryId)
    if (own) own.push(record)
    else byEntry.set(entryId, [record])
  }
  return byEntry
}
