import { db } from '~/db.server'

const DAY = 86_400_000

/** How long a session that ended stays on record, and the reply to a form that was sent: long after any repeat. */
const SESSION_DAYS = 30
const REQUEST_DAYS = 60

/** Rows of one statement: many more would hold locks for too long. */
const BATCH = 10_000

/**
 * Throws away what signing in and sending forms leaves behind: codes of the day before, sessions long over, replies
 * kept for repeats. Runs daily and more than once without harm. Answers how many of each.
 */
export async function sweepAccounts(now = new Date()): Promise<{ codes: number; sessions: number; requests: number }> {
  const before = (days: number) => new Date(now.getTime() - days * DAY)
  return {
    codes: await inBatches(
      () => db.$executeRaw`delete from "SignInCode" where "id" in (
        select "id" from "SignInCode" where "expiresAt" < ${before(1)} order by "expiresAt" limit ${BATCH})`,
    ),
    sessions: await inBatches(
      () => db.$executeRaw`delete from "Session" where "id" in (
        select "id" from "Session" where "expiresAt" < ${before(SESSION_DAYS)} order by "expiresAt" limit ${BATCH})`,
    ),
    requests: await inBatches(
      () => db.$executeRaw`delete from "Request" where ("actor", "key") in (
        select "actor", "key" from "Request" where "createdAt" < ${before(REQUEST_DAYS)} order by "createdAt" limit ${BATCH})`,
    ),
  }
}

async function inBatches(remove: () => Promise<number>): Promise<number> {
  let removed = 0
  for (;;) {
    const count = await remove()
    removed += count
    if (count < BATCH) return removed
  }
}
