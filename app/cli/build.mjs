// Plain Node: builds what a command needs when its sources are newer than the last build.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Newest change among the files under the given paths, in milliseconds. */
function newest(paths) {
  let latest = 0
  const walk = (path) => {
    const stat = statSync(path)
    if (stat.isDirectory()) {
      if (path.endsWith('app/generated')) return
      for (const name of readdirSync(path)) walk(join(path, name))
    } else if (stat.mtimeMs > latest) latest = stat.mtimeMs
  }
  for (const path of paths) if (existsSync(path)) walk(path)
  return latest
}

const stampOf = (name) => join('build', `.${name}-built`)
const isFresh = (name, sources) => existsSync(stampOf(name)) && Number(readFileSync(stampOf(name), 'utf8')) >= newest(sources)

function remember(name, at) {
  mkdirSync('build', { recursive: true })
  writeFileSync(stampOf(name), String(at))
}

const pinned = ['package-lock.json']

export function generateClient() {
  const sources = ['prisma/schema', 'prisma.config.ts', ...pinned]
  if (existsSync('app/generated/prisma/client.ts') && isFresh('prisma', sources)) return
  const at = newest(sources)
  must(['node_modules/prisma/build/index.js', 'generate'])
  remember('prisma', at)
}

/** Command-line programs, the worker and the server, each one bundle; packages stay outside. */
export async function buildPrograms() {
  generateClient()
  const sources = ['app', 'emails', 'seeds', 'test/bench', 'test/support', 'server.ts', ...pinned]
  if (isFresh('programs', sources)) return
  const at = newest(sources)
  const { build } = await import('esbuild')
  const inFolder = (folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((n) => n.endsWith('.ts') && !n.endsWith('.test.ts'))
          .map((n) => join(folder, n))
      : []
  const out = (path) =>
    path
      .replace(/\.ts$/, '')
      .replace(/^app\//, '')
      .replace(/^test\//, '')
  const entries = [...inFolder('app/cli'), ...inFolder('app/jobs/workers'), ...inFolder('test/bench'), 'server.ts']
  if (existsSync('app/jobs/worker.ts')) entries.push('app/jobs/worker.ts')
  await build({
    entryPoints: entries.map((path) => ({ in: path, out: out(path) })),
    outdir: 'build/programs',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: 'inline',
    alias: { '~': './app', '#emails': './emails', '#seeds': './seeds', '#test': './test' },
    // the Remix build is loaded at run time by server.ts and must stay outside
    external: ['./server/*', '../server/*', '*/build/app/server/index.js'],
    logLevel: 'warning',
  })
  remember('programs', at)
}

export function buildApp() {
  const sources = ['app', 'emails', 'public', 'vite.config.ts', 'remix.config.js', ...pinned]
  if (existsSync('build/app/server/index.js') && isFresh('app', sources)) return
  const at = newest(sources)
  process.stderr.write('building the application …\n')
  must(['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'])
  remember('app', at)
}

function must(args) {
  const done = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
  if (done.status === 0) return
  process.stderr.write(`${done.stdout}\n${done.stderr}\n`)
  process.exit(done.status ?? 1)
}
