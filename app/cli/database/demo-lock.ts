import pg from 'pg'

const LOCK = 0x64656d6f // “demo”

/** Runs `work` while nobody else makes demo data on this database; a second maker waits, however long it takes. */
export async function withDemoLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return await work()
  } finally {
    await client.end()
  }
}
