import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Connection } from './connection.server'
import { Prisma, PrismaClient } from './generated/prisma/client'
import type { Outcome } from './domain/outcome'
import { env } from './env.server'
import { singleton } from './singleton.server'

// Pool, waits and timeouts of every connection, in this one place.
const MAX_WAIT_MS = 5_000
const TIMEOUT_MS = 20_000
const SESSION = '-c TimeZone=UTC -c lock_timeout=3000 -c statement_timeout=60000 -c idle_in_transaction_session_timeout=30000'

/** Bare connections, for the hot paths that say so in their file name's docstring. */
export const pool = (): pg.Pool =>
  singleton('pg', () => {
    const made = new pg.Pool({
      Client: Connection,
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL,
      options: SESSION,
      connectionTimeoutMillis: MAX_WAIT_MS,
    })
    // an idle connection that the server ends must not end the process
    made.on('error', () => undefined)
    // one that breaks while in use tells the query it was used for
    made.on('connect', (connection) => connection.on('error', () => undefined))
    return made
  })

// minimal: an error does not repeat the values it was asked with, which would end in the log
const client = () => singleton('prisma', () => new PrismaClient({ adapter: new PrismaPg(pool()), errorFormat: 'minimal' }))

/** Prisma, connected at first use. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, name) => Reflect.get(client(), name) as unknown,
})

export type Tx = Prisma.TransactionClient
/** For reads that run inside or outside a transaction. */
export type Reader = Tx | PrismaClient

/** The database had no room in time: answer 503 and Retry-After. */
export class Busy extends Error {
  constructor(cause?: unknown) {
    super('the database is busy', { cause })
  }
}

class Refused extends Error {
  constructor(readonly outcome: { ok: false; reason: string }) {
    super(outcome.reason)
  }
}

/**
 * Runs a step in one transaction. A refusal rolls everything back and is returned.
 * Throws Busy when no connection or lock was had in time.
 */
export async function transact<O extends Outcome<string, unknown>>(step: (tx: Tx) => Promise<O>): Promise<O> {
  try {
    return await client().$transaction(
      async (tx) => {
        const outcome = await step(tx)
        if (!outcome.ok) throw new Refused(outcome)
        return outcome
      },
      { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS },
    )
  } catch (error) {
    if (error instanceof Refused) return error.outcome as O
    if (isBusy(error)) throw new Busy(error)
    throw error
  }
}

/** True for errors that mean: no connection, lock or transaction was had in time; worth another try. */
export function isBusy(error: unknown): boolean {
  if (error instanceof Busy) return true
  const { code, message } = (error ?? {}) as { code?: string; message?: string }
  return code === 'P2028' || code === 'P2024' || /lock timeout|55P03|timeout exceeded when trying to connect/.test(String(message))
}

/** True for a violated unique constraint. */
export const isDuplicate = (error: unknown): boolean => error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
