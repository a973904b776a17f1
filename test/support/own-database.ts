import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll } from 'vitest'

/** Gives the test file a database of its own, copied from the template; it is dropped when the file ends. */
const server = process.env.TEST_DATABASE_URL
if (!server) throw new Error('run integration tests through vitest: the global setup starts the server')

const name = `jingwei_test_${randomBytes(6).toString('hex')}`
const admin = async (sql: string) => {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}
await admin(`create database ${name} template ${process.env.TEST_TEMPLATE ?? ''}`)
const url = new URL(server)
url.pathname = `/${name}`
process.env.DATABASE_URL = url.href
process.env.LOG_LEVEL = 'error'

afterAll(async () => {
  const { pool } = await import('~/db.server')
  await pool().end()
  await admin(`drop database if exists ${name} with (force)`)
})
