import { readFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'

/** What the embedded PostgreSQL of a folder says of itself while it runs, or said before it was killed; null when it ended well. */
export function postmaster(home: string): { pid: number; port: number } | null {
  try {
    const [pid, , , port] = readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')
    return pid && port ? { pid: Number(pid), port: Number(port) } : null
  } catch {
    return null
  }
}

/** Whether somebody listens on a port of this machine. */
export function listens(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = createConnection({ host: '127.0.0.1', port })
    const answer = (there: boolean) => {
      socket.destroy()
      done(there)
    }
    socket.once('connect', () => answer(true)).once('error', () => answer(false))
  })
}
