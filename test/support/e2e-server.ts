import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { launch, type Launched } from './servers'

/** Once a browser run: the built application with a new data folder and its demo, started as people start it. */
export default async function setup() {
  // while writing tests: a server that runs already, with E2E_LOG and E2E_DATA_DIR
  if (process.env.E2E_URL) return undefined
  const prepared = spawnSync(process.execPath, ['app/cli/prepare.mjs', '--app'], { stdio: ['ignore', 2, 2] })
  if (prepared.status !== 0) throw new Error('the application could not be built')
  const server = await launch()
  await demoReady(server)
  process.env.E2E_URL = server.url
  process.env.E2E_LOG = server.logFile
  process.env.E2E_DATA_DIR = server.dataDir
  return async () => {
    const code = await server.stop()
    rmSync(server.dataDir, { recursive: true, force: true })
    if (code !== 0) throw new Error(`the application ended with ${code}:\n${server.output().slice(-4000)}`)
  }
}

/** The works of the demo are drawn after the first answer; a test that came earlier would find half of them. */
async function demoReady({ output, child }: Launched, limitMs = 240_000): Promise<void> {
  const giveUp = Date.now() + limitMs
  while (!output().includes('demo ready')) {
    if (Date.now() > giveUp || child.exitCode !== null || output().includes('demo is not complete'))
      throw new Error(`the demo did not become whole:\n${output().slice(-4000)}`)
    await pause(200)
  }
}
