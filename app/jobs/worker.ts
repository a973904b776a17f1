import { setPriority } from 'node:os'
import { Logger, parseCronItems, run } from 'graphile-worker'
import { pool } from '~/db.server'
import { log } from '~/log.server'
import { CONCURRENCY, TURNS, type Jobs } from '~/queue.server'
import { watchWorkers } from './living-workers.server'
import { tasks } from './tasks.server'

const cron = (name: keyof Jobs) => ({ maxAttempts: 3, priority: TURNS[name].priority, queueName: name })

// somebody waits for a page; nobody waits for a thumbnail: where the processor is short, people come first
setPriority(5)

const living = watchWorkers()

/** The worker process: runs jobs until it is asked to stop, then lets the running ones end. */
const runner = await run({
  // the pool with its settings: UTC, and no statement or lock without an end
  pgPool: pool(),
  concurrency: CONCURRENCY,
  noHandleSignals: true,
  pollInterval: 2_000,
  events: living.events,
  taskList: tasks,
  parsedCronItems: parseCronItems([
    { task: 'sweep-files', match: '17 * * * *', options: cron('sweep-files') },
    { task: 'sweep-accounts', match: '41 19 * * *', options: cron('sweep-accounts') },
  ]),
  logger: new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log()[level === 'error' ? 'error' : 'warn']({ worker: true }, message)
  }),
})

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await runner.stop()
  living.stop()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
// the launcher is gone: end too, or we would keep working on nobody's behalf
process.on('disconnect', () => void stop())
await runner.promise
