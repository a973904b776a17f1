import { cpSync, mkdtempSync, appendFileSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { migrationProblems } from '~/cli/checks/migrations'
import { migrationNames } from '~/cli/database/migrate'
import { schemaFiles } from '~/cli/database/schema-sql'

const serverUrl = process.env.TEST_DATABASE_URL ?? ''
const handwritten = readFileSync('prisma/handwritten.txt', 'utf8')

/** The migrations of the repository with SQL added to the last one. */
function migrationsWith(sql: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'jingwei-migrations-'))
  cpSync('prisma/migrations', folder, { recursive: true })
  appendFileSync(join(folder, migrationNames(folder).at(-1) ?? '', 'migration.sql'), sql)
  return folder
}

test('the migrations make what the schema asks for', async () => {
  expect(await migrationProblems({ serverUrl, migrations: resolve('prisma/migrations'), schema: schemaFiles(), handwritten })).toEqual([])
})

const faults: [string, RegExp][] = [
  ['alter table "Series" drop column "nameEn"', /^column Series.nameEn: in the schema, but no migration/],
  ['alter table "Series" alter column "nameZh" type varchar(9)', /^column Series.nameZh: the migrations make/],
  [`alter table "Entry" alter column "title" set default 'x'`, /^column Entry.title: the migrations make/],
  ['alter table "Event" alter column "nameZh" drop not null', /^column Event.nameZh: the migrations make/],
  ['create table extra (id int)', /^column extra.id: made by a migration/],
  ['create index extra_index on "Entry" ("title")', /^index extra_index: made by a migration/],
  ['alter table "Entry" add constraint extra check (true)', /^constraint Entry.extra: made by a migration/],
  [`alter type "EntryState" add value 'lost'`, /^enum EntryState: the migrations make/],
  ['drop trigger "Mark_not_on_locked_sheet" on "Mark"', /^trigger Mark.Mark_not_on_locked_sheet: stands in/],
  ['create function extra() returns int language sql as $$ select 1 $$', /^function extra: made by a migration/],
]

test('every kind of difference is found', async () => {
  const problems = await migrationProblems({
    serverUrl,
    migrations: migrationsWith(faults.map(([sql]) => `${sql};`).join('\n')),
    schema: schemaFiles(),
    handwritten: `${handwritten}\ntable Entry`,
  })
  for (const [, expected] of faults) expect(problems).toContainEqual(expect.stringMatching(expected))
  expect(problems).toContain('table Entry: stands in prisma/handwritten.txt, but the schema expresses it')
})
