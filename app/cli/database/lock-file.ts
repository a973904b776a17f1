import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Runs `work` while no other process of ours holds the file; a dead holder's lock is taken over. */
export async function withLockFile<T>(path: string, work: () => Promise<T>, waitMs = 120_000): Promise<T> {
  const giveUp = Date.now() + waitMs
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = readHolder(path)
      if (holder !== null && !isAlive(holder)) {
        // Two waiters may both see the dead holder: only the one who removes this very content goes on to try.
        if (readHolder(path) === holder) rmSync(path, { force: true })
        continue
      }
      if (Date.now() > giveUp) throw new Error(`another start holds ${path} (process ${holder ?? 'unknown'})`, { cause: error })
      await pause(50 + Math.random() * 50)
    }
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/** The pid in the file; null while its writer has not finished writing or it is gone. */
function readHolder(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}
