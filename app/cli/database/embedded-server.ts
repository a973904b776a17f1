import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync, chownSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { embeddedPaths, type EmbeddedPaths } from './embedded-paths'
import { isAlive, withLockFile } from './lock-file'

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
      if (others.length === 0) control(paths, ['-w', '-m', 'fast', 'stop'])
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
    '-D', making, '-U', USER, '--pwfile', passwordFile, '--auth=scram-sha-256',
    '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions',
  ])
  renameSync(making, data)
  return password
}

async function start(paths: EmbeddedPaths): Promise<{ port: number; ms: number }> {
  const portFile = join(paths.home, 'port')
  if (existsSync(portFile) && control(paths, ['status'], false) === 0) {
    return { port: Number(readFileSync(portFile, 'utf8')), ms: 0 }
  }
  const begun = performance.now()
  const port = await freePort(existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0)
  const settings = [
    `-p ${port}`, '-c listen_addresses=127.0.0.1', "-c unix_socket_directories=''", '-c max_connections=200',
    '-c shared_buffers=256MB', '-c timezone=UTC', '-c log_timezone=UTC',
  ]
  control(paths, ['-w', '-t', '60', '-l', join(paths.home, 'log'), '-o', settings.join(' '), 'start'])
  writeFileSync(portFile, String(port))
  return { port, ms: performance.now() - begun }
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
    throw new Error(`${program} failed (${done.status ?? done.signal}): ${String(done.stderr).trim()}`)
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
