import { secrets } from './secrets'
import { embeddedServer } from './embedded-server'
import { ensureDatabase, migrate } from './migrate'

export interface OpenDatabase {
  url: string
  embedded: boolean
  /** migrations were applied just now */
  isNew: boolean
  /** milliseconds the embedded server itself took */
  startMs: number
  leave: () => Promise<void>
}

/**
 * Makes the database ready for this process: the embedded server unless DATABASE_URL is set, migrated, and the
 * settings that a fresh clone lacks put into process.env. Call leave() before the process ends.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const dataDir = process.env.DATA_DIR ?? '.data'
  Object.assign(process.env, secrets(dataDir))
  const given = process.env.DATABASE_URL
  const server = given ? { url: given, startMs: 0, leave: async () => undefined } : await embeddedServer(dataDir)
  process.env.DATABASE_URL = server.url
  if (!given) process.env.EMBEDDED_DATABASE = '1'
  let isNew = false
  try {
    await ensureDatabase(server.url)
    isNew = (await migrate(server.url)).length > 0
  } catch (error) {
    await server.leave()
    throw error
  }
  return { url: server.url, embedded: !given, isNew, startMs: server.startMs, leave: server.leave }
}
