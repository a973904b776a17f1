import { Logger, parseCronItems, run } from 'graphile-worker'
import { env } from '~/env.server'
import { log } from '~/log.server'
import { tasks } from './tasks.server'

/** The worker process: runs jobs until it is asked to stop, then lets the running ones end. */
const runner = await run({
  connectionString: env().DATABASE_URL,
  concurrency: 2,
  noHandleSignals: true,
  pollInterval: 2_000,
  taskList: tasks,
  parsedCronItems: parseCronItems([{ task: 'sweep-files', match: '17 * * * *', options: { maxAttempts: 3 } }]),
  logger: new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log()[level === 'error' ? 'error' : 'warn']({ worker: true }, message)
  }),
})

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  await runner.stop()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
// the launcher is gone: end too, or we would keep working on nobody's behalf
process.on('disconnect', () => void stop())
await runner.promise
