import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { embeddedServer } from '../database/embedded-server'
import { migrate } from '../database/migrate'
import { schemaFiles, schemaSql } from '../database/schema-sql'
import type { SchemaFile } from '../database/schema-sql'
import type { Check } from './check'
import { comparePictures, databasePicture } from './database-picture'

/** The lines of prisma/handwritten.txt that name something. */
export function handwrittenNames(content: string): string[] {
  return content
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

interface Sources {
  /** any database of a server on which databases may be made */
  serverUrl: string
  migrations: string
  schema: SchemaFile[]
  handwritten: string
}

/** Builds one scratch database from the migrations and one from the schema, and says how they differ. */
export async function migrationProblems({ serverUrl, migrations, schema, handwritten }: Sources): Promise<string[]> {
  return withScratch(serverUrl, (migratedUrl) =>
    withScratch(serverUrl, async (wantedUrl) => {
      await migrate(migratedUrl, migrations)
      const client = new pg.Client({ connectionString: wantedUrl })
      await client.connect()
      await client.query(await schemaSql([], schema)).finally(() => client.end())
      const [migrated, wanted] = await Promise.all([databasePicture(migratedUrl), databasePicture(wantedUrl)])
      return comparePictures({ migrated, wanted, handwritten: handwrittenNames(handwritten) })
    }),
  )
}

async function withScratch<T>(serverUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `jingwei_scratch_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(`create database ${name} encoding 'UTF8' template template0`)
    const url = new URL(serverUrl)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
  }
}

/** The promises of the migrations are those of the Prisma schema, plus exactly what is listed as handwritten. */
export const migrations: Check = {
  name: 'migrations',
  run: async () => {
    const given = process.env.DATABASE_URL
    const server = given ? { url: given, leave: async () => undefined } : await embeddedServer(process.env.DATA_DIR ?? '.data/test')
    try {
      const adminUrl = new URL(server.url)
      adminUrl.pathname = '/postgres'
      return await migrationProblems({
        serverUrl: adminUrl.href,
        migrations: resolve('prisma/migrations'),
        schema: schemaFiles(),
        handwritten: readFileSync('prisma/handwritten.txt', 'utf8'),
      })
    } finally {
      await server.leave()
    }
  },
}
