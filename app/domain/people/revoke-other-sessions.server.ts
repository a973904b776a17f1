import { db } from '~/db.server'

/** Ends all sessions of a person but the one in use. Answers how many. */
export async function revokeOtherSessions({
  personId,
  sessionId,
  now,
}: {
  personId: string
  sessionId: string
  now: Date
}): Promise<number> {
  const ended = await db.session.updateMany({
    where: { personId, id: { not: sessionId }, revokedAt: null, expiresAt: { gt: now } },
    data: { revokedAt: now },
  })
  return ended.count
}
