import { db } from '~/db.server'
import { noticeOf } from './queries.server'

/** Until when the notice would run if a stage were published now: what its office is told before it publishes. Null without a notice. */
export async function noticeAhead(eventId: string, stageId: string, now: Date): Promise<Date | null> {
  return (await noticeOf(db, eventId, stageId, now))?.to ?? null
}
