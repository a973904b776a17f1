import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { execFileSync } from 'node:child_process'
import { schemaFiles, schemaSql, type SchemaFile } from './database/schema-sql'

/**
 * `npm run migration -- NAME` writes the migration that leads from the schema of the last commit to the one
 * on disk. `--from-empty` starts from nothing. Look at the SQL before you commit it.
 */
function committedSchema(): SchemaFile[] {
  const list = execFileSync('git', ['ls-tree', '--name-only', 'HEAD', 'prisma/schema/'], { encoding: 'utf8' })
  return list
    .split('\n')
    .filter((path) => path.endsWith('.prisma'))
    .map((path) => ({ path: resolve(path), content: execFileSync('git', ['show', `HEAD:${path}`], { encoding: 'utf8' }) }))
}

const [name, flag] = process.argv.slice(2)
if (!name) {
  console.error('usage: npm run migration -- NAME [--from-empty]')
  process.exit(1)
}
const sql = await schemaSql(flag === '--from-empty' ? [] : committedSchema(), schemaFiles())
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = join('prisma/migrations', `${stamp}_${name.replaceAll('-', '_')}`)
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'migration.sql'), sql)
console.log(join(folder, 'migration.sql'))
