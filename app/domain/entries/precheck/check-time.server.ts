import { DECIDING } from '~/domain/events/stage-state'
import { db, type Reader } from '~/db.server'
import { termsOf } from '../terms.server'
import type { CheckTime } from './decision'

/** Where judging and corrections stand. Take the stages with `holdStages` first where a decision is being written. */
export async function checkTime(eventId: string, now: Date, reader: Reader = db): Promise<CheckTime> {
  const terms = await termsOf(reader, eventId)
  return { judgingOpen: await judgingHasBegun(eventId, reader), correctionsUntil: terms?.correctionsUntil ?? null, now }
}

/** Whether it is settled which works are judged, so that precheck decides nothing any more. */
export async function judgingHasBegun(eventId: string, reader: Reader = db): Promise<boolean> {
  return (await reader.stage.count({ where: { eventId, type: { in: DECIDING }, state: { not: 'upcoming' } } })) > 0
}
