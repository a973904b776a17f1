import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const LOCK = 0x6a696e67 // “jing”: one applier at a time on a database

/** Creates the database that the address names when the server does not have it yet. */
export async function ensureDatabase(url: string): Promise<void> {
  const target = new URL(url)
  const name = decodeURIComponent(target.pathname.slice(1))
  const admin = new URL(url)
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect().catch((error: Error & { code?: string }) => {
    // a name with several addresses fails with a list of errors and no message of its own
    throw new Error(`the database at ${target.host} cannot be reached: ${error.message || error.code}`, { cause: error })
  })
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)} encoding 'UTF8' template template0`)
  } catch (error) {
    // 42P04 and 23505: a second start created it between our look and our try
    if (!['42P04', '23505'].includes((error as pg.DatabaseError).code ?? '')) throw error
  } finally {
    await client.end()
  }
}

/**
 * Brings a database to the newest migration. Each migration.sql runs whole in one transaction; the table
 * `_prisma_migrations` is kept as Prisma keeps it, so that `prisma migrate deploy` agrees elsewhere.
 * Throws when a migration that was applied has been edited since.
 */
export async function migrate(url: string, folder = resolve('prisma/migrations')): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=UTC' })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(`create table if not exists _prisma_migrations (
      id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
      migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
      started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`)
    const done = new Map<string, string>()
    const rows = await client.query<{ migration_name: string; checksum: string }>(
      'select migration_name, checksum from _prisma_migrations where rolled_back_at is null and finished_at is not null',
    )
    for (const row of rows.rows) done.set(row.migration_name, row.checksum)

    for (const name of migrationNames(folder)) {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      const checksum = createHash('sha256').update(sql).digest('hex')
      const before = done.get(name)
      if (before === checksum) continue
      if (before) throw new Error(`migration ${name} was changed after it was applied; add a new migration instead`)
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query(
          `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
           values ($1, $2, $3, now(), 1)`,
          [randomUUID(), checksum, name],
        )
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error })
      }
      applied.push(name)
    }
    await client.query('select pg_advisory_unlock($1)', [LOCK])
  } finally {
    await client.end()
  }
  await runMigrations({ connectionString: url, logger: undefined })
  return applied
}

export function migrationNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
}
