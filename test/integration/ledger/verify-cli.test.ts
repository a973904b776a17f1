import { execFile } from 'node:child_process'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { sealLedger } from '~/domain/ledger/seal.server'
import { judgedCup } from '#test/support/published-cup'

/** Runs the command as npm would. */
function ledger(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile('node', ['app/cli/run.mjs', 'cli/ledger', ...args], { env: { ...process.env } }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

/** What somebody who owns the database can do and the application cannot. */
async function tamper(sql: string): Promise<void> {
  await db.$executeRawUnsafe('alter table "LedgerRow" disable trigger all')
  await db.$executeRawUnsafe(sql)
  await db.$executeRawUnsafe('alter table "LedgerRow" enable trigger all')
}

let slug = ''
let rows: { id: bigint; sealedSeq: number | null; body: string }[] = []
beforeAll(async () => {
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
  const cup = await judgedCup()
  slug = cup.slug
  await cup.publish()
  await sealLedger(slug)
  await db.$executeRawUnsafe('create table "LedgerCopy" as select * from "LedgerRow"')
  rows = await db.ledgerRow.findMany({ where: { eventId: slug }, orderBy: { sealedSeq: 'asc' } })
})
afterEach(() => tamper('delete from "LedgerRow"').then(() => tamper('insert into "LedgerRow" select * from "LedgerCopy"')))

const at = (seq: number) => rows.find(({ sealedSeq }) => sealedSeq === seq)?.id ?? 0n

test('whole chains are proven, one line each, and an event that is none is a problem', async () => {
  const all = await ledger('verify')
  expect(all).toEqual({ code: 0, out: `${slug}  ${rows.length} rows whole  head ${all.out.trim().split(' ').at(-1) ?? ''}\n`, err: '' })
  expect(all.out).toMatch(/head [0-9a-f]{64}\n$/)
  expect(await ledger('verify', 'no-such-event')).toEqual({ code: 1, out: '', err: 'no-such-event: there is no such event\n' })
  expect(await ledger('prove')).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^usage: /) as string })
})

test.each([
  [
    'a mark in a row was changed',
    () => `update "LedgerRow" set "body" = '{}' where "id" = ${at(8)}`,
    () => `${slug}: row 8 (id ${at(8)}) does not say what was sealed\n`,
  ],
  ['a row was taken out', () => `delete from "LedgerRow" where "id" = ${at(5)}`, () => `${slug}: row 5 is missing\n`],
  [
    'two rows were exchanged',
    () =>
      `update "LedgerRow" l set "body" = o."body", "action" = o."action" from "LedgerCopy" o where l."id" in (${at(5)}, ${at(6)}) and o."id" in (${at(5)}, ${at(6)}) and o."id" <> l."id"`,
    () => `${slug}: row 5 (id ${at(5)}) does not say what was sealed\n`,
  ],
  [
    'the end was cut off behind what was published',
    () => `delete from "LedgerRow" where "sealedSeq" > 10`,
    () => `${slug}: row 11 is not what was there when a result was published: the chain was cut off or rewritten\n`,
  ],
])('it is found and named when %s', async (_, sql, words) => {
  await tamper(sql())
  expect(await ledger('verify', slug)).toEqual({ code: 1, out: '', err: words() })
})
