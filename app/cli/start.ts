import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openDatabase } from './database/open-database'

/**
 * `npm start`: database, migrations, event configs, demo data; then one web process and one worker.
 * Ctrl-C or SIGTERM lets requests and jobs end first and stops the embedded database last.
 */
const development = process.argv.includes('--dev')
const children: ChildProcess[] = []
let stopping = false

const database = await openDatabase().catch((error: unknown) => fail(error))
// loaded while the web process loads: it brings the whole demo with it
const furnishing = import('./database/furnish').then(({ furnish }) => furnish(database))
furnishing.catch(() => undefined) // told below, unless the house closes before
// a new database is furnished before anybody looks in; one that stands is served at once
if (database.isNew) {
  await furnishing.catch(async (error: unknown) => {
    await database.leave().catch(() => undefined)
    fail(error)
  })
}

const settings = { ...process.env, NODE_ENV: development ? ('development' as const) : ('production' as const) }
const launch = (program: string, args: string[] = []) => {
  const child = fork(program, args, { env: settings, stdio: 'inherit' })
  children.push(child)
  child.once('exit', (code) => {
    if (!stopping) void stop(code ?? 1)
  })
  return child
}

process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))

const web = launch('build/programs/server.js', development ? ['--dev'] : [])
const listening = new Promise<number>((resolve) => {
  web.on('message', (message: { listening?: number }) => message.listening && resolve(message.listening))
})
const port = await listening
// the worker leaves the processor to the first visitor
launch('build/programs/jobs/worker.js')
const address = process.env.PUBLIC_URL ?? `http://${process.env.HOST ?? '127.0.0.1'}:${port}`
console.log(`经纬 Jingwei  ${address}`)
try {
  if ((await furnishing).demoUnfinished && !stopping) drawDemo()
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : error)
  await stop(1)
}
if (database.embedded) console.log(`sign in with one click: ${address}/demo   messages: ${address}/demo/messages`)

/** The works of the demo come while people already look around; killed half way, the next start goes on. */
function drawDemo(): void {
  console.log('demo works are being drawn; they are complete in about half a minute')
  const child = fork('build/programs/cli/demo.js', ['--quiet'], { env: settings, stdio: 'inherit' })
  children.push(child)
  child.once('exit', (code) => {
    if (code !== 0 && !stopping) console.error('the demo is not complete: npm run demo goes on with it')
  })
}

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  // a process that was asked by the terminal already knows; asking twice does no harm
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM')
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null)
  await Promise.all(running.map((child) => once(child, 'exit')))
  await database.leave().catch(fail)
  process.exit(code)
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
