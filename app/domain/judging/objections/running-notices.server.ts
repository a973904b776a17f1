import { db } from '~/db.server'
import { runs } from './notice-period'
import { noticeOf } from './queries.server'

/** Of published stages, those whose public notice runs now, with its dates. An event has a handful of stages. */
export async function runningNotices(
  eventId: string,
  stageIds: readonly string[],
  now: Date,
): Promise<Map<string, { from: Date; to: Date }>> {
  const periods = await Promise.all(stageIds.map(async (id) => [id, await noticeOf(db, eventId, id)] as const))
  return new Map(periods.flatMap(([id, period]) => (period && runs(period, now) ? [[id, period] as const] : [])))
}
