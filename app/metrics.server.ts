import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { db, pool } from './db.server'
import { singleton } from './singleton.server'

/** The process's metrics: runtime, pool, and what waits or failed in the outbox. */
export const metrics = (): Registry =>
  singleton('metrics', () => {
    const registry = new Registry()
    collectDefaultMetrics({ register: registry })
    new Gauge({
      name: 'jingwei_database_connections',
      help: 'connections of this process by state',
      labelNames: ['state'],
      registers: [registry],
      collect() {
        this.set({ state: 'total' }, pool().totalCount)
        this.set({ state: 'idle' }, pool().idleCount)
        this.set({ state: 'waiting' }, pool().waitingCount)
      },
    })
    new Gauge({
      name: 'jingwei_notices',
      help: 'messages by state',
      labelNames: ['state'],
      registers: [registry],
      async collect() {
        for (const state of ['queued', 'failed'] as const) this.set({ state }, await db.notice.count({ where: { state } }))
      },
    })
    new Gauge({
      name: 'jingwei_jobs',
      help: 'jobs by name: due and waiting, or dead after their last try',
      labelNames: ['job', 'state'],
      registers: [registry],
      async collect() {
        this.reset()
        const rows = await db.$queryRaw<{ job: string; waiting: number; dead: number }[]>`
          select "task_identifier" as job, count(*) filter (where "attempts" >= "max_attempts")::int as dead,
                 count(*) filter (where "attempts" < "max_attempts" and "run_at" <= now())::int as waiting
          from graphile_worker.jobs where "locked_at" is null group by 1`
        for (const { job, waiting, dead } of rows) {
          this.set({ job, state: 'waiting' }, waiting)
          this.set({ job, state: 'dead' }, dead)
        }
      },
    })
    return registry
  })
