import type { Reader } from '~/db.server'
import { measurementsOf } from './measurements'
import { type RecordedValue, isRecorded } from './recorded-points'
import { runRows } from './run-rows.server'
import type { Rulebook } from '../rulebook'

/**
 * Every quantity of a stage that counts, as it stands at `now`: pressed, imported and corrected, in four queries. Entries
 * by id. Empty where the rulebook records nothing.
 */
export async function stageMeasurements(
  reader: Reader,
  eventId: string,
  stageId: string,
  rulebook: Rulebook,
  now: Date,
): Promise<RecordedValue[]> {
  if (!rulebook.criteria.some(isRecorded)) return []
  const [records, imported, corrections] = await Promise.all([
    runRows(reader, eventId, stageId),
    reader.importedMark.findMany({ where: { eventId, stageId }, select: { entryId: true, criterionId: true, value: true } }),
    reader.correction.findMany({
      where: { eventId, stageId, state: 'agreed' },
      orderBy: { decidedAt: 'asc' },
      select: { entryId: true, criterionId: true, item: true, after: true },
    }),
  ])
  return measurementsOf(rulebook, {
    records,
    imported: imported.map(({ entryId, criterionId, value }) => ({
      entry: entryId,
      criterion: criterionId,
      value: value?.toString() ?? null,
    })),
    corrections: corrections.map(({ entryId, criterionId, item, after }) => ({
      entry: entryId,
      criterion: criterionId,
      item,
      value: after?.toString() ?? null,
    })),
    now: now.getTime(),
  })
}
