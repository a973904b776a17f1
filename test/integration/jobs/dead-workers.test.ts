import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { freeJobsOfDeadWorkers } from '~/jobs/living-workers.server'
import { newId } from '~/domain/new-id.server'
import { enqueue } from '~/queue.server'
import { built } from '#test/support/built'
import { makeEvent } from '#test/support/factories'
import { launchOnTestDatabase } from '#test/support/own-database-server'
import { processesOn } from '#test/support/processes'
import { newDataDir } from '#test/support/servers'

async function eventually<Value>(what: () => Promise<Value>, good: (value: Value) => boolean, seconds = 45): Promise<Value> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const value = await what()
    if (good(value) || Date.now() > end) return value
    await new Promise((done) => setTimeout(done, 100))
  }
}

const lockedBy = async (key: string) => {
  const [job] = await db.$queryRaw<{ by: string | null }[]>`select "locked_by" as by from graphile_worker.jobs where "key" = ${key}`
  return job?.by
}

test('a job is given back when its worker lives no more, and only then', async () => {
  const [dead, living, fresh] = [newId(), newId(), newId()]
  for (const key of [dead, living, fresh])
    await db.$transaction((tx) => enqueue(tx, 'process-file', { eventId: 'e', fileId: key }, { key, delaySeconds: 3600 }))
  await db.$executeRaw`update graphile_worker._private_jobs set "locked_by" = 'worker-' || "key", "locked_at" = now() - interval '1 minute' where "key" = any(${[dead, living]})`
  await db.$executeRaw`update graphile_worker._private_jobs set "locked_by" = 'worker-' || "key", "locked_at" = now() where "key" = ${fresh}`
  await db.$executeRaw`update graphile_worker._private_job_queues q set "locked_by" = 'worker-' || j."key", "locked_at" = j."locked_at"
    from graphile_worker._private_jobs j where j."key" = ${dead} and j."job_queue_id" = q."id"`
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL })
  holder.on('error', () => undefined)
  await holder.connect()
  await holder.query(`select pg_advisory_lock(hashtextextended('worker:worker-' || $1, 0))`, [living])
  expect(await freeJobsOfDeadWorkers()).toBe(1)
  expect([await lockedBy(dead), await lockedBy(living), await lockedBy(fresh)]).toEqual([null, `worker-${living}`, `worker-${fresh}`])
  expect(await db.$queryRaw`select 1 from graphile_worker._private_job_queues where "locked_by" = ${`worker-${dead}`}`).toEqual([])
  await holder.end()
  expect(await eventually(freeJobsOfDeadWorkers, (freed) => freed === 1, 5)).toBe(1)
  expect(await lockedBy(living)).toBeNull()
})

test('what a killed worker was doing is done after the next start', async () => {
  await built()
  const { id: eventId } = await makeEvent()
  const dataDir = newDataDir()
  const first = await launchOnTestDatabase({ dataDir })
  // the sealer waits for this lock in the middle of its job
  const blocker = new pg.Client({ connectionString: process.env.DATABASE_URL })
  blocker.on('error', () => undefined)
  await blocker.connect()
  await blocker.query(`select pg_advisory_lock(hashtextextended('seal:' || $1, 0))`, [eventId])
  await db.$transaction((tx) => record(tx, eventId, [{ action: 'stage.opened', body: { stage: 'preliminary' } }]))
  const key = `seal-ledger:${eventId}`
  const worker = await eventually(
    () => lockedBy(key),
    (by) => typeof by === 'string',
  )
  expect(worker).toEqual(expect.any(String))
  const pid = processesOn(dataDir).find((one) => readFileSync(`/proc/${one}/cmdline`, 'utf8').includes('jobs/worker.js'))
  if (!pid) throw new Error('there is no worker process')
  const ended = once(first.child, 'exit')
  process.kill(pid, 'SIGKILL')
  await ended
  expect(await lockedBy(key)).toBe(worker)
  await blocker.end()
  const second = await launchOnTestDatabase({ dataDir })
  const sealed = () => db.ledgerRow.count({ where: { eventId, sealedSeq: { not: null } } })
  expect(await eventually(sealed, (rows) => rows === 1)).toBe(1)
  expect(await second.stop()).toBe(0)
}, 240_000)
