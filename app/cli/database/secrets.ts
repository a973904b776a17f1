import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Secrets = Record<'SESSION_SECRET' | 'CODE_SECRET' | 'SEAL_KEY', string>

/** Secrets that the environment does not set are made once and kept in the data folder, readable by us alone. */
export function secrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json')
  mkdirSync(dataDir, { recursive: true })
  if (!existsSync(path)) {
    const made: Secrets = {
      SESSION_SECRET: randomBytes(32).toString('base64url'),
      CODE_SECRET: randomBytes(32).toString('base64url'),
      SEAL_KEY: randomBytes(32).toString('base64'),
    }
    try {
      writeFileSync(path, JSON.stringify(made, null, 2), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // the other start was first
    }
  }
  const kept = JSON.parse(readFileSync(path, 'utf8')) as Secrets
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, process.env[name] ?? value])) as Secrets
}
