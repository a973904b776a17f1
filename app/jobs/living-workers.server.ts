import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { pool } from '~/db.server'
import { log } from '~/log.server'

/** How often the jobs of dead workers are looked for. */
const EVERY_MS = 15_000

/**
 * A worker that is killed leaves its jobs locked, and with them the lanes they ran in: the queue itself would wait four
 * hours for it. So every worker holds an advisory lock for as long as its process lives, and whoever finds a job whose
 * worker holds none gives it back. Handlers expect to run more than once.
 */
export function watchWorkers(): { events: WorkerEvents; stop: () => void } {
  const ids: string[] = []
  let holder: pg.PoolClient | null = null
  let stopped = false
  const hold = async () => {
    if (!holder) {
      const client = await pool().connect()
      holder = client
      // the database was restarted: the next look connects and holds again
      client.once('end', () => (holder = null))
    }
    // taken again and again by one session it is counted, and goes when the session ends: nothing is lost by it
    await holder.query(`select pg_advisory_lock(hashtextextended('worker:' || id, 0)) from unnest($1::text[]) as w(id)`, [ids])
  }
  let looking = Promise.resolve()
  const look = () => {
    looking = looking
      .then(hold)
      .then(freeJobsOfDeadWorkers)
      .then(() => undefined)
      .catch((error: unknown) => {
        if (!stopped) log().warn({ error }, 'jobs of dead workers were not looked for')
      })
  }
  const events = new EventEmitter() as WorkerEvents
  // jobs are locked in the name of the pool, whose workers take them from it, or of a worker
  const name = (id: string) => {
    ids.push(id)
    look()
  }
  events.on('pool:create', ({ workerPool }) => name(workerPool.id))
  events.on('worker:create', ({ worker }) => name(worker.workerId))
  const timer = setInterval(look, EVERY_MS)
  return {
    events,
    stop: () => {
      stopped = true
      clearInterval(timer)
      // not back into the pool: its session ends, and with it the locks
      holder?.release(true)
    },
  }
}

/** Gives back the jobs and lanes of workers that live no more; answers how many workers those were. */
export async function freeJobsOfDeadWorkers(): Promise<number> {
  // a worker takes its first job a moment after it was made, and its lock may still be on its way
  const { rows } = await pool().query<{ dead: string[] | null }>(
    `select array_agg(w.id) as dead from (
       select distinct "locked_by" as id from graphile_worker.jobs where "locked_by" is not null and "locked_at" < now() - interval '5 seconds') w
     where pg_try_advisory_xact_lock(hashtextextended('worker:' || w.id, 0))`,
  )
  const dead = rows[0]?.dead ?? []
  if (dead.length === 0) return 0
  await pool().query('select graphile_worker.force_unlock_workers($1::text[])', [dead])
  log().warn({ workers: dead.length }, 'jobs of dead workers were given back')
  return dead.length
}
