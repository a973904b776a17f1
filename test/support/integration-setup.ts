import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { ensureDatabase, migrate, migrationNames } from '../../app/cli/database/migrate'
import { openDatabase } from '../../app/cli/database/open-database'

/** Once a run: the test server is up and a migrated template stands ready for every test file to copy. */
export default async function setup() {
  process.env.DATA_DIR ??= '.data/test'
  process.env.NODE_ENV = 'test'
  const database = await openDatabase()
  process.env.TEST_DATABASE_URL = database.url
  process.env.TEST_TEMPLATE = await template(database.url)
  return database.leave
}

/**
 * A template of the migrations as they stand, made once and kept. It gets its name only when it is complete, so
 * that two runs at once never copy a half-made one nor connect to one that is being copied.
 */
async function template(serverUrl: string): Promise<string> {
  const hash = createHash('sha256')
  const folder = resolve('prisma/migrations')
  for (const name of migrationNames(folder)) hash.update(readFileSync(join(folder, name, 'migration.sql')))
  const name = `jingwei_template_${hash.digest('hex').slice(0, 12)}`
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const exists = async () => (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount === 1
    if (await exists()) return name
    const making = `jingwei_making_${process.pid}`
    const url = new URL(serverUrl)
    url.pathname = `/${making}`
    await client.query(`drop database if exists ${making} with (force)`)
    await ensureDatabase(url.href)
    await migrate(url.href)
    if (await exists()) await client.query(`drop database ${making} with (force)`)
    else await client.query(`alter database ${making} rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}
