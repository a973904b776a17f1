import { db } from '~/db.server'

/** The edition of the demo that is made last. */
export const LAST_EDITION = 'example-cup-2025'

/** True while a demo that was begun is not whole: the final of its last edition is not published yet. */
export async function isDemoUnfinished(): Promise<boolean> {
  const last = await db.stage.findUnique({ where: { eventId_id: { eventId: LAST_EDITION, id: 'final' } }, select: { state: true } })
  return last !== null && last.state !== 'published'
}
