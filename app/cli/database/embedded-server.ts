import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync, chownSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { embeddedPaths, type EmbeddedPaths } from './embedded-paths'
import { isAlive, withLockFile } from './lock-file'
import { listens, postmaster } from './postmaster'

export interface EmbeddedServer {
  /** postgresql://… of the application's database */
  url: string
  /** milliseconds PostgreSQL itself took to start; 0 when it was running already */
  startMs: number
  /** leaves the server; the last process to leave stops it */
  leave: () => Promise<void>
}

const USER = 'jingwei'

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that runs. Safe when two starts race,
 * after kill -9, as root or not, under any LANG and TZ. Listens on 127.0.0.1 only.
 */
export async function embeddedServer(dataDir: string): Promise<EmbeddedServer> {
  const paths = embeddedPaths(dataDir)
  const users = join(resolve(dataDir), 'postgres-users')
  mkdirSync(users, { recursive: true })
  const lock = join(resolve(dataDir), 'postgres.lock')

  const { url, startMs } = await withLockFile(lock, async () => {
    const password = await initialise(paths)
    const started = await start(paths)
    writeFileSync(join(users, String(process.pid)), '')
    return { url: `postgresql://${USER}:${password}@127.0.0.1:${started.port}/${USER}`, startMs: started.ms }
  })

  const leave = () =>
    withLockFile(lock, async () => {
      rmSync(join(users, String(process.pid)), { force: true })
      const others = readdirSync(users).filter((pid) => isAlive(Number(pid)) || void rmSync(join(users, pid)))
      // a server that died has nothing left to stop
      if (others.length === 0 && (await runningPort(paths)) !== null) control(paths, ['-w', '-m', 'fast', 'stop'])
    })
  return { url, startMs, leave }
}

/** Creates the cluster in a temporary folder and renames it, so that a killed first start leaves nothing half made. */
async function initialise(paths: EmbeddedPaths): Promise<string> {
  const data = join(paths.home, 'data')
  const passwordFile = join(paths.home, 'password')
  if (existsSync(data)) return readFileSync(passwordFile, 'utf8').trim()

  const making = join(paths.home, 'data.making')
  rmSync(making, { recursive: true, force: true })
  const password = randomBytes(18).toString('base64url')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (paths.uid !== undefined && paths.gid !== undefined) chownSync(passwordFile, paths.uid, paths.gid)
  run(paths, 'initdb', [
    '-D',
    making,
    '-U',
    USER,
    '--pwfile',
    passwordFile,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-instructions',
  ])
  renameSync(making, data)
  return password
}

async function start(paths: EmbeddedPaths): Promise<{ port: number; ms: number }> {
  const running = await runningPort(paths)
  if (running !== null) return { port: running, ms: 0 }
  const begun = performance.now()
  const died = postmaster(paths.home) !== null
  // Nobody listens, but the process may still look alive: as a zombie that nobody reaps in a container, or as another
  // program that got its number after a power cut. PostgreSQL would refuse to start beside that file. Should a server
  // work on the data after all, its shared memory makes PostgreSQL refuse.
  if (died) rmSync(join(paths.home, 'data', 'postmaster.pid'), { force: true })
  const portFile = join(paths.home, 'port')
  const port = await freePort(existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0)
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    "-c unix_socket_directories=''",
    '-c max_connections=200',
    '-c shared_buffers=256MB',
    '-c timezone=UTC',
    '-c log_timezone=UTC',
  ]
  const begin = (must: boolean) =>
    control(paths, ['-w', '-t', '60', '-l', join(paths.home, 'log'), '-o', settings.join(' '), 'start'], must)
  // connections of a server that was killed hold its memory until they have noticed
  for (let left = died ? 10 : 0; left > 0 && begin(false) !== 0; left -= 1) await pause(500)
  if ((await runningPort(paths)) === null) begin(true)
  writeFileSync(portFile, String(port))
  return { port, ms: performance.now() - begun }
}

/** The port on which the server of these files listens; null when it does not run. */
async function runningPort(paths: EmbeddedPaths): Promise<number | null> {
  const port = postmaster(paths.home)?.port
  return port !== undefined && control(paths, ['status'], false) === 0 && (await listens(port)) ? port : null
}

function control(paths: EmbeddedPaths, args: string[], must = true): number {
  return run(paths, 'pg_ctl', ['-D', join(paths.home, 'data'), ...args], must)
}

function run(paths: EmbeddedPaths, program: string, args: string[], must = true): number {
  const done = spawnSync(join(paths.native, 'bin', program), args, {
    cwd: '/',
    uid: paths.uid,
    gid: paths.gid,
    // stdout must not be inherited by the server, or a pipe to us would never end
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LD_LIBRARY_PATH: join(paths.native, 'lib') },
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (must && done.status !== 0) {
    throw new Error(
      `${program} failed (${done.status ?? done.signal}): ${String(done.stderr).trim()}; its log is ${join(paths.home, 'log')}`,
    )
  }
  return done.status ?? 1
}

/** The wished port if nobody listens there, else one the system gives. */
function freePort(wish: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', () => (wish === 0 ? fail(new Error('no free port on 127.0.0.1')) : done(freePort(0))))
    probe.listen(wish, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => done(port))
    })
  })
}
