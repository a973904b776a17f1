import { db } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'

/** Ends one of a person's own sessions, on whatever device. */
export async function revokeSession({
  personId,
  sessionId,
  now,
}: {
  personId: string
  sessionId: string
  now: Date
}): Promise<Outcome<'not-found'>> {
  const ended = await db.session.updateMany({
    where: { id: sessionId, personId, revokedAt: null },
    data: { revokedAt: now },
  })
  return ended.count === 1 ? done() : refuse('not-found')
}
