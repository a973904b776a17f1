import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { launch } from './servers'

/** Once a browser run: the built application with a new data folder and its demo, started as people start it. */
export default async function setup() {
  // while writing tests: a server that runs already, with E2E_LOG and E2E_DATA_DIR
  if (process.env.E2E_URL) return undefined
  const prepared = spawnSync(process.execPath, ['app/cli/prepare.mjs', '--app'], { stdio: ['ignore', 2, 2] })
  if (prepared.status !== 0) throw new Error('the application could not be built')
  const server = await launch()
  process.env.E2E_URL = server.url
  process.env.E2E_LOG = server.logFile
  process.env.E2E_DATA_DIR = server.dataDir
  return async () => {
    const code = await server.stop()
    rmSync(server.dataDir, { recursive: true, force: true })
    if (code !== 0) throw new Error(`the application ended with ${code}:\n${server.output().slice(-4000)}`)
  }
}
