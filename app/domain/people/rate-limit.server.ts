import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '~/db.server'
import { singleton } from '~/singleton.server'
import { keyedHash } from './keyed-hash.server'

/** How often in how many seconds. An address can be a whole school behind one router, so its limits are wide. */
const LIMITS = {
  'code-per-contact': { points: 5, duration: 30 * 60 },
  'code-per-address': { points: 120, duration: 60 * 60 },
  'try-per-contact': { points: 20, duration: 30 * 60 },
  'try-per-address': { points: 300, duration: 60 * 60 },
  'totp-per-person': { points: 8, duration: 15 * 60 },
  'pin-per-address': { points: 60, duration: 60 * 60 },
} as const
export type Limit = keyof typeof LIMITS

// counted in PostgreSQL, so that every web process sees the same counts
const limiter = (name: Limit) =>
  singleton(
    `limit-${name}`,
    () =>
      new RateLimiterPostgres({
        storeClient: pool(),
        storeType: 'pool',
        tableName: 'RateLimit',
        tableCreated: true,
        keyPrefix: name,
        ...LIMITS[name],
      }),
  )

/** Counts one use. Answers the minutes to wait when there were too many, else null. Keys are stored hashed. */
export async function waitMinutes(name: Limit, key: string): Promise<number | null> {
  try {
    await limiter(name).consume(keyedHash(key))
    return null
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 60_000))
    throw refused
  }
}
