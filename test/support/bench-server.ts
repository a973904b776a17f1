import pg from 'pg'
import { openDatabase } from '../../app/cli/database/open-database'
import { freePort, launch, newDataDir } from './servers'

export interface OwnServer {
  port: number
  databaseUrl: string
  stop: () => Promise<void>
}

/**
 * The built application on a database of its own: nothing of the demo, whose drawing would take the processor away
 * from what is measured. This process reads and writes the same database.
 */
export async function launchOnOwnDatabase(): Promise<OwnServer> {
  const dataDir = newDataDir()
  process.env.DATA_DIR = dataDir
  const database = await openDatabase()
  const url = new URL(database.url)
  const admin = new pg.Client({ connectionString: database.url })
  await admin.connect()
  await admin.query('create database bench')
  await admin.end()
  url.pathname = '/bench'
  const port = await freePort()
  const server = await launch({
    dataDir,
    port,
    env: { DATABASE_URL: url.href, PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'error' },
  })
  process.env.DATABASE_URL = url.href
  return {
    port,
    databaseUrl: url.href,
    stop: async () => {
      const { pool } = await import('~/db.server')
      await pool().end()
      await server.stop()
      await database.leave()
    },
  }
}
