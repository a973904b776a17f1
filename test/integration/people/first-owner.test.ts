import { execFile } from 'node:child_process'
import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { grantOwnership } from '~/domain/people/grant-ownership.server'
import { newId } from '~/domain/new-id.server'
import { makePerson } from '#test/support/factories'

const now = new Date()

async function organisation() {
  const id = newId()
  await db.organisation.create({
    data: { id, slug: `assoc-${id.toLowerCase().replace(/[^a-z0-9]/g, 'x')}`, nameZh: '示例协会', nameEn: 'Example' },
  })
  return db.organisation.findUniqueOrThrow({ where: { id }, include: { staff: true } })
}

/** Runs `npm run staff` as it would be typed. */
function staff(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile('node', ['app/cli/run.mjs', 'cli/staff', ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })
}

test('whoever runs the installation makes its first owner, with an account, once', async () => {
  const { id, slug } = await organisation()
  const email = `${newId().toLowerCase()}@office.example`
  const nameless = await staff('add-owner', slug, email)
  expect(nameless).toMatchObject({ code: 1, out: '', err: expect.stringContaining('give the name too') as string })
  expect(await staff('add-owner', slug, email, '顾以宁')).toMatchObject({ code: 0, out: `${slug}  owner  顾以宁  ${email}\n` })
  expect(await staff('add-owner', slug, email)).toMatchObject({ code: 0, out: `${slug}  owner  顾以宁  ${email}  was one already\n` })
  const roles = await db.organisationRole.findMany({ where: { organisationId: id }, include: { person: { include: { contacts: true } } } })
  expect(roles).toMatchObject([{ role: 'owner', grantedById: null, person: { name: '顾以宁', contacts: [{ value: email }] } }])
  expect(await db.organisationLedgerRow.count({ where: { organisationId: id, action: 'role.granted' } })).toBe(1)
  expect((await staff('list', slug)).out).toBe(`${slug}  owner  顾以宁\n`)
}, 60_000)

test('somebody who has an account keeps it', async () => {
  const { id, slug } = await organisation()
  const email = `${newId().toLowerCase()}@office.example`
  const person = await makePerson({ name: '许秋白', email })
  const granted = await grantOwnership({ organisation: slug, contact: { kind: 'email', value: email }, name: '别人', locale: 'zh-CN', now })
  expect(granted).toMatchObject({ ok: true, value: { name: '许秋白', already: false } })
  expect(await db.organisationRole.findMany({ where: { organisationId: id } })).toMatchObject([{ personId: person.id }])
})

test('what cannot be is said with what can', async () => {
  expect(await staff('add-owner', 'nowhere', 'a@b.example', '某人')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringMatching(/^nowhere: there is no such organisation; there is /) as string,
  })
  expect(await staff('add-owner', 'nowhere', 'not a contact', '某人')).toMatchObject({
    code: 1,
    err: 'not a contact: neither an e-mail address nor a mobile number\n',
  })
  expect(await staff('grant')).toMatchObject({ code: 1, err: expect.stringMatching(/^usage: /) as string })
}, 60_000)
