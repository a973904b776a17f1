import { expect, test } from 'vitest'
import { db } from '~/db.server'
import { erasePerson } from '~/domain/privacy/erase-person.server'
import { myData } from '~/domain/privacy/my-data.server'
import { makeContestant } from '#test/support/contestant'
import { makeEvent, makePerson } from '#test/support/factories'

const NOON = new Date('2026-10-01T04:00:00Z')
const erase = (personId: string) => erasePerson({ personId, lang: 'en', now: NOON })

test('a copy of my data holds what each noun knows, and nobody else', async () => {
  const { person } = await makeContestant()
  const other = await makeContestant()
  const copy = JSON.stringify(await myData(person.id, NOON))
  for (const known of ['林知夏', '一线之间', '示例公司', '同意', '原创', '2026-1', '2004-05-01', '我的清单', person.id])
    expect(copy).toContain(known)
  expect(copy).not.toContain(other.person.id)
  expect(copy).not.toContain(other.entryId)
  expect(copy).not.toMatch(/codeHmac|secretSealed|tokenHash/)
})

test('erasing takes the name out everywhere and keeps the work', async () => {
  const { person, event, entryId } = await makeContestant()
  expect((await erase(person.id)).ok).toBe(true)
  const where = { eventId: event.id, entryId }
  const entry = await db.entry.findUniqueOrThrow({
    where: { eventId_id: { eventId: event.id, id: entryId } },
    include: { authors: true, versions: true, statements: true },
  })
  expect(entry).toMatchObject({ title: '一线之间', number: '2026-1', state: 'accepted' })
  expect(entry.authors).toMatchObject([{ personId: null, name: '已注销', mobile: null, email: null, organisation: '', bornOn: null }])
  expect(entry.versions).toMatchObject([
    {
      sha256: 'sum',
      snapshot: {
        authors: [
          { id: 'a1', name: '已注销', nameLatin: '', organisation: '' },
          { id: 'a2', name: '周序' },
        ],
        files: [{ name: 'board-1.jpg' }],
      },
    },
  ])
  expect(entry.statements).toMatchObject([{ signature: '已注销', text: '原创', textHash: 'h' }])
  const rest = JSON.stringify([
    await db.person.findUnique({ where: { id: person.id }, include: { contacts: true, sessions: true } }),
    await db.notice.findMany({ where: { personId: person.id } }),
    await db.entryAuthor.findMany({ where }),
    await db.entryVersion.findMany({ where }),
    (await db.entryFile.findMany({ where })).map(({ originalName }) => originalName),
    await db.savedFilter.findMany({ where: { personId: person.id } }),
  ])
  expect(rest).not.toMatch(/林知夏|lin@example.com|138/)
  expect((await db.consent.findFirstOrThrow({ where: { personId: person.id } })).withdrawnAt).toEqual(NOON)
  // repeating does no harm
  expect((await erase(person.id)).ok).toBe(true)
})

test('what still waits in the outbox is not sent to an erased person', async () => {
  const { person } = await makeContestant()
  await erase(person.id)
  expect(await db.notice.findMany({ where: { personId: person.id } })).toMatchObject([
    { state: 'failed', lastError: 'erased', recipient: '', text: '' },
  ])
})

test('a work in a contest stands in the way, and says which', async () => {
  const { person } = await makeContestant('open')
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
  const { person, event } = await makeContestant()
  await db.entry.create({
    data: { eventId: event.id, id: 'draft', groupId: 'academic', ownerId: person.id, startedById: person.id },
  })
  expect((await erase(person.id)).ok).toBe(true)
  expect(await db.entry.count({ where: { id: 'draft' } })).toBe(0)
})

test('a panel that has not finished stands in the way; a finished one keeps marks without a name', async () => {
  const judge = await makePerson({ name: '周序' })
  const { event, entryId } = await makeContestant('open')
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
      declaration: { schools: ['示例大学'], companies: [], people: ['周序的侄女'] },
    },
  })
  await db.recusal.create({
    data: { eventId: event.id, stageId: 'final', seatId: 's1', entryId, origin: 'declared', reason: '是周序的侄女' },
  })
  expect(JSON.stringify(await myData(judge.id, NOON))).toContain('周序的侄女')
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
    declaration: null,
    signature: '已注销',
    sheetHash: 'sheet',
    label: '甲',
  })
  expect(await db.recusal.findMany({ where: { eventId: event.id } })).toMatchObject([{ entryId, reason: '' }])
})

test('the only owner of an organisation names another first', async () => {
  const { organisationId } = await makeEvent()
  const [owner, second] = [await makePerson(), await makePerson()]
  const role = (personId: string) => db.organisationRole.create({ data: { organisationId, personId, role: 'owner' } })
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

test('an author who is erased is gone from the words of a judge who stood aside', async () => {
  const { person, event, entryId } = await makeContestant()
  const seat = { eventId: event.id, stageId: 'final' }
  await db.judgeSeat.create({ data: { ...seat, id: 's1', name: '周序', label: '甲' } })
  await db.recusal.create({
    data: { ...seat, seatId: 's1', entryId, origin: 'declared', reason: '林知夏是我的学生' },
  })
  expect((await erase(person.id)).ok).toBe(true)
  expect(await db.recusal.findMany({ where: { eventId: event.id } })).toMatchObject([{ reason: '' }])
})

test('what a clerk typed in for others is neither the clerk’s data nor goes with the clerk', async () => {
  const { event, person: author, entryId } = await makeContestant()
  const clerk = await makePerson({ name: '许小满' })
  const typed = { eventId: event.id, groupId: 'academic', origin: 'on_behalf' as const, startedById: clerk.id }
  await db.entry.create({
    data: { ...typed, id: 'paper-draft', title: '他人的草稿', authors: { create: { id: 'a', role: 'author', position: 0, name: '别人' } } },
  })
  await db.entry.update({
    where: { eventId_id: { eventId: event.id, id: entryId } },
    data: { origin: 'on_behalf', ownerId: null, startedById: clerk.id },
  })
  await db.statement.create({
    data: {
      ...{
        eventId: event.id,
        entryId,
        id: 's2',
        kind: 'rights',
        locale: 'zh-CN',
        text: '授权',
        textHash: 'h',
        signature: '林知夏',
        workSha256: 'w',
      },
      signedById: clerk.id,
    },
  })
  const copy = JSON.stringify(await myData(clerk.id, NOON))
  expect(copy).not.toMatch(/他人的草稿|一线之间|林知夏/)
  expect((await erase(clerk.id)).ok).toBe(true)
  const kept = await db.entry.findMany({ where: { eventId: event.id }, orderBy: { id: 'asc' }, include: { authors: true } })
  expect(kept.map(({ authors }) => authors[0]?.name).sort()).toEqual(['别人', '林知夏'])
  const signatures = () => db.statement.findMany({ where: { eventId: event.id, id: 's2' }, select: { signature: true } })
  expect(await signatures()).toEqual([{ signature: '林知夏' }])
  // the author of a paper entry is erased from it, whoever typed it in
  expect((await erase(author.id)).ok).toBe(true)
  expect(await signatures()).toEqual([{ signature: '已注销' }])
})
