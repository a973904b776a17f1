import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { postmaster } from '../../app/cli/database/postmaster'

/** Ids of the processes that work on a data folder: PostgreSQL names it in its command, ours in their environment. */
export function processesOn(dataDir: string): number[] {
  const read = (pid: string, file: string) => {
    try {
      return readFileSync(join('/proc', pid, file), 'utf8')
    } catch {
      return '' // it ended, or is somebody else's
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => `${read(pid, 'cmdline')}\0${read(pid, 'environ')}`.includes(dataDir))
    .map(Number)
}

/** The address of the application's database on the embedded server whose files are in `home`. */
export function embeddedUrl(home: string): string {
  const password = readFileSync(join(home, 'password'), 'utf8').trim()
  return `postgresql://jingwei:${password}@127.0.0.1:${postmaster(home)?.port}/jingwei`
}
