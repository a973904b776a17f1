import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chmodSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A data folder of its own. Open to other accounts: under root PostgreSQL runs as one of them. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-'))
  chmodSync(folder, 0o755)
  return folder
}

/** A port on which nobody listens at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}

export interface Launched {
  url: string
  port: number
  dataDir: string
  child: ChildProcess
  /** everything the processes wrote so far */
  output: () => string
  /** the file that holds the same */
  logFile: string
  /** asks for the end and answers the launcher's exit code */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

export interface Launch {
  dataDir?: string
  port?: number
  env?: Record<string, string | undefined>
  cwd?: string
  uid?: number
  gid?: number
  /** in a process group of its own, as a terminal starts a program: Ctrl-C goes to all of it */
  detached?: boolean
  /** false answers at once, without waiting for readiness */
  wait?: boolean
}

/** Starts the built application through its real launcher and waits until it is ready. */
export async function launch(given: Launch = {}): Promise<Launched> {
  const dataDir = given.dataDir ?? newDataDir()
  const port = given.port ?? (await freePort())
  const logFile = join(given.uid === undefined ? dataDir : newDataDir(), `server-${port}.log`)
  writeFileSync(logFile, '')
  let text = ''
  const child = spawn(process.execPath, ['build/programs/cli/start.js'], {
    cwd: given.cwd,
    uid: given.uid,
    gid: given.gid,
    detached: given.detached,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment({ HOST: '127.0.0.1', LOG_LEVEL: 'info', DATA_DIR: dataDir, PORT: String(port), ...given.env }),
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      appendFileSync(logFile, part)
    })
  }
  const launched: Launched = {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    child,
    output: () => text,
    logFile,
    stop: (signal = 'SIGTERM') => end(child, signal),
  }
  if (given.wait !== false) await ready(launched)
  return launched
}

/** What a person's shell would hand over: nothing of the test runner's own. */
function environment(given: Record<string, string | undefined>): NodeJS.ProcessEnv {
  const own = [
    'NODE_ENV',
    'VITEST',
    'DATABASE_URL',
    'EMBEDDED_DATABASE',
    'PUBLIC_URL',
    'SESSION_SECRET',
    'CODE_SECRET',
    'SEAL_KEY',
    'NODE_OPTIONS',
  ]
  const inherited = Object.entries(process.env).filter(([name]) => !own.includes(name) && !name.startsWith('VITEST_'))
  return Object.fromEntries([...inherited, ...Object.entries(given)]) as NodeJS.ProcessEnv
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await once(child, 'exit')
  }
  return child.exitCode
}

/** Waits until the application says that it is ready; throws with its output when it ends or takes too long. */
export async function ready({ url, child, output }: Launched, limitMs = 120_000): Promise<void> {
  const giveUp = Date.now() + limitMs
  while (Date.now() < giveUp) {
    if (child.exitCode !== null || child.signalCode !== null) break
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    await answer?.body?.cancel()
    if (answer?.ok) return
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error(`the application did not become ready:\n${output()}`)
}
