import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { erasePerson } from '~/domain/privacy/erase-person.server'
import { myData } from '~/domain/privacy/my-data.server'
import { makeEvent, makePerson } from '#test/support/factories'

const NOON = new Date('2026-10-01T04:00:00Z')
const erase = (personId: string) => erasePerson({ personId, lang: 'en', now: NOON })

/** A person with an entry, statement, version, messages, consent and a disclosure, in an event whose results are out. */
async function designer(stageState: 'open' | 'published' = 'published') {
  const person = await makePerson({
    name: '林知夏',
    email: `${newId()}@example.com`,
    mobile: `+86138${String(Math.trunc(Math.random() * 1e8)).padStart(8, '0')}`,
  })
  const event = await makeEvent()
  const eventId = event.id
  await db.contestGroup.create({
    data: { eventId, id: 'academic', position: 1, nameZh: '院校组', nameEn: 'Academic' },
  })
  await db.stage.create({
    data: {
      eventId,
      id: 'final',
      position: 1,
      type: 'score',
      nameZh: '决赛',
      nameEn: 'Final',
      state: stageState,
      frozenAt: NOON,
      rulebook: {},
      rulebookHash: 'x',
    },
  })
  const entryId = newId()
  const author = {
    id: 'a1',
    name: '林知夏',
    nameLatin: 'Lin Zhixia',
    organisation: '示例大学',
    independent: false,
    country: 'CN',
  }
  await db.entry.create({
    data: {
      eventId,
      id: entryId,
      groupId: 'academic',
      number: '2026-1',
      code: 'A-1',
      title: '一线之间',
      state: 'accepted',
      createdById: person.id,
      submittedAt: NOON,
      submittedVersion: 1,
      authors: {
        create: {
          id: 'a1',
          role: 'author',
          position: 1,
          personId: person.id,
          name: author.name,
          organisation: author.organisation,
          mobile: '+8613800000000',
          email: 'lin@example.com',
        },
      },
      versions: {
        create: {
          version: 1,
          snapshot: { authors: [author, { ...author, id: 'a2', name: '周序' }], instructors: [] },
          sha256: 'sum',
          submittedById: person.id,
        },
      },
      statements: {
        create: {
          id: 's1',
          kind: 'originality',
          locale: 'zh-CN',
          text: '原创',
          textHash: 'h',
          signature: '林知夏',
          signedById: person.id,
        },
      },
    },
  })
  await db.consent.create({
    data: {
      id: newId(),
      personId: person.id,
      kind: 'talent_pool',
      eventId,
      organisationId: event.organisationId,
      text: '同意',
    },
  })
  await db.notice.create({
    data: {
      id: newId(),
      personId: person.id,
      channel: 'email',
      recipient: 'lin@example.com',
      template: 'message',
      locale: 'zh-CN',
      subject: '林知夏，您好',
      text: '林知夏，您好',
    },
  })
  await db.talentExport.create({
    data: {
      eventId,
      id: 'x',
      stageId: 'final',
      purpose: '招募',
      receiver: '示例公司',
      fields: ['name'],
      format: 'xlsx',
      people: 1,
      byId: 'o',
      disclosures: { create: { personId: person.id } },
    },
  })
  return { person, event, entryId }
}

test('a copy of my data holds what each noun knows, and nobody else', async () => {
  const { person } = await designer()
  const other = await designer()
  const copy = JSON.stringify(await myData(person.id, NOON))
  for (const known of ['林知夏', '一线之间', '示例公司', '同意', '原创', '2026-1', person.id])
    expect(copy).toContain(known)
  expect(copy).not.toContain(other.person.id)
  expect(copy).not.toContain(other.entryId)
  expect(copy).not.toMatch(/codeHmac|secretSealed|tokenHash/)
})

test('erasing takes the name out everywhere and keeps the work', async () => {
  const { person, event, entryId } = await designer()
  expect((await erase(person.id)).ok).toBe(true)
  const where = { eventId: event.id, entryId }
  const entry = await db.entry.findUniqueOrThrow({
    where: { eventId_id: { eventId: event.id, id: entryId } },
    include: { authors: true, versions: true, statements: true },
  })
  expect(entry).toMatchObject({ title: '一线之间', number: '2026-1', state: 'accepted' })
  expect(entry.authors).toMatchObject([
    { personId: null, name: '已注销', mobile: null, email: null, organisation: '' },
  ])
  expect(entry.versions).toMatchObject([
    {
      sha256: 'sum',
      snapshot: {
        authors: [
          { id: 'a1', name: '已注销', nameLatin: '', organisation: '' },
          { id: 'a2', name: '周序' },
        ],
      },
    },
  ])
  expect(entry.statements).toMatchObject([{ signature: '已注销', text: '原创', textHash: 'h' }])
  const rest = JSON.stringify([
    await db.person.findUnique({ where: { id: person.id }, include: { contacts: true, sessions: true } }),
    await db.notice.findMany({ where: { personId: person.id } }),
    await db.entryAuthor.findMany({ where }),
  ])
  expect(rest).not.toMatch(/林知夏|lin@example.com|138/)
  expect((await db.consent.findFirstOrThrow({ where: { personId: person.id } })).withdrawnAt).toEqual(NOON)
  // repeating does no harm
  expect((await erase(person.id)).ok).toBe(true)
})

test('what still waits in the outbox is not sent to an erased person', async () => {
  const { person } = await designer()
  await erase(person.id)
  expect(await db.notice.findMany({ where: { personId: person.id } })).toMatchObject([
    { state: 'failed', lastError: 'erased', recipient: '', text: '' },
  ])
})

test('a work in a contest stands in the way, and says which', async () => {
  const { person } = await designer('open')
  expect(await erase(person.id)).toEqual({
    ok: false,
    reason: 'entries',
    detail: { list: '“Example Cup” Knitwear Contest, “一线之间”' },
  })
  expect(await db.person.findUnique({ where: { id: person.id } })).toMatchObject({
    name: '林知夏',
    erasedAt: null,
  })
})

test('a draft does not stand in the way and goes', async () => {
  const { person, event } = await designer()
  await db.entry.create({
    data: { eventId: event.id, id: 'draft', groupId: 'academic', createdById: person.id },
  })
  expect((await erase(person.id)).ok).toBe(true)
  expect(await db.entry.count({ where: { id: 'draft' } })).toBe(0)
})

test('a panel that has not finished stands in the way; a finished one keeps marks without a name', async () => {
  const judge = await makePerson({ name: '周序' })
  const { event } = await designer('open')
  const key = { eventId: event.id, stageId: 'final', id: 's1' }
  await db.judgeSeat.create({
    data: {
      ...key,
      personId: judge.id,
      name: '周序',
      label: '甲',
      affiliation: '示例大学',
      signature: '周序',
      sheetHash: 'sheet',
    },
  })
  expect(await erase(judge.id)).toEqual({
    ok: false,
    reason: 'judging',
    detail: { list: '“Example Cup” Knitwear Contest, Final' },
  })
  await db.stage.updateMany({ where: { eventId: event.id }, data: { state: 'published' } })
  expect((await erase(judge.id)).ok).toBe(true)
  expect(await db.judgeSeat.findUnique({ where: { eventId_stageId_id: key } })).toMatchObject({
    personId: null,
    name: '已注销',
    affiliation: '',
    signature: '已注销',
    sheetHash: 'sheet',
    label: '甲',
  })
})

test('the only owner of an organisation names another first', async () => {
  const { organisationId } = await makeEvent()
  const [owner, second] = [await makePerson(), await makePerson()]
  const role = (personId: string) =>
    db.organisationRole.create({ data: { organisationId, personId, role: 'owner' } })
  await role(owner.id)
  expect(await erase(owner.id)).toMatchObject({
    ok: false,
    reason: 'owner',
    detail: { list: 'Example Knitting Association' },
  })
  await role(second.id)
  expect((await erase(owner.id)).ok).toBe(true)
  expect(await db.organisationRole.count({ where: { personId: owner.id } })).toBe(0)
})
