import pg from 'pg'
import { readEnv } from '~/env.server'
import { secrets } from './secrets'
import { embeddedServer } from './embedded-server'
import { ensureDatabase, migrate } from './migrate'

export interface OpenDatabase {
  url: string
  embedded: boolean
  /** migrations were applied just now, or what a first start puts into the house is not there yet */
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
  // all that is wrong is said before anything is started
  readEnv(given ? process.env : { ...process.env, DATABASE_URL: 'postgresql://embedded', EMBEDDED_DATABASE: '1' })
  const server = given ? { url: given, startMs: 0, leave: async () => undefined } : await embeddedServer(dataDir)
  process.env.DATABASE_URL = server.url
  if (!given) process.env.EMBEDDED_DATABASE = '1'
  let isNew: boolean
  try {
    await ensureDatabase(server.url)
    isNew = (await migrate(server.url)).length > 0 || (await isBare(server.url, !given))
  } catch (error) {
    await server.leave().catch(() => undefined)
    throw error
  }
  return { url: server.url, embedded: !given, isNew, startMs: server.startMs, leave: server.leave }
}

/** No event, or on the embedded database nobody: a first start is under way beside this one, or was killed. */
async function isBare(url: string, embedded: boolean): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ events: boolean; people: boolean }>(
      'select exists (select from "Event") as events, exists (select from "Person") as people',
    )
    return !rows[0]?.events || (embedded && !rows[0].people)
  } finally {
    await client.end()
  }
}
