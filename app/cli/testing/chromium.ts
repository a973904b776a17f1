import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium that runs: on PATH, or Playwright's own, or one that is installed now. Null when none can be had. */
export function chromium(): string | null {
  return onPath() ?? playwrights() ?? (install() ? (onPath() ?? playwrights()) : null)
}

/** A program that only tells how to install the browser (Ubuntu's chromium-browser) does not count. */
const runs = (path: string) => spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0

function onPath(): string | null {
  const folders = (process.env.PATH ?? '').split(':').filter((folder) => folder !== '')
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).filter((path) => existsSync(path))
  return found.find(runs) ?? null
}

function playwrights(): string | null {
  const { chromium: browser } = createRequire(join(process.cwd(), 'package.json'))('playwright') as {
    chromium: { executablePath: () => string }
  }
  const path = browser.executablePath()
  return existsSync(path) && runs(path) ? path : null
}

function install(): boolean {
  process.stderr.write('no Chromium found; installing one …\n')
  const run = (program: string, args: string[]) =>
    spawnSync(program, args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    if (run('apt-get', ['update', '-q']) && run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']) && onPath())
      return true
  }
  return run(process.execPath, [resolve('node_modules/playwright/cli.js'), 'install', 'chromium'])
}
