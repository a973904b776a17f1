// Plain Node, no dependency: makes a fresh clone able to run. `--app` also builds the web application.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'

const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const stamp = 'node_modules/.jingwei-installed'
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock

if (!installed) {
  process.stderr.write('installing packages …\n')
  const npm = process.env.npm_execpath
  const [program, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  // packages of tools ask for a newer Node than their code needs; errors are still told
  const done = spawnSync(program, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] })
  if (done.status !== 0) process.exit(done.status ?? 1)
  writeFileSync(stamp, lock)
}

const { buildApp, buildPrograms, generateClient } = await import('./build.mjs')
generateClient()
if (process.argv.includes('--programs')) await buildPrograms()
if (process.argv.includes('--app')) {
  buildApp()
  await buildPrograms()
}
