import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { correctOwn } from '~/domain/entries/collective/correct-own.server'
import { receiptsZip } from '~/domain/entries/collective/receipts-zip.server'
import { sendLinks } from '~/domain/entries/collective/send-links.server'
import { signingPath } from '~/domain/entries/collective/signing-link.server'
import { workToSign } from '~/domain/entries/collective/work-to-sign.server'
import { ownEntries } from '~/domain/entries/own-entries.server'
import { handedInVersion, ownEntry } from '~/domain/entries/queries.server'
import { sendReceipt } from '~/domain/entries/send-receipt.server'
import { withdrawEntry } from '~/domain/entries/withdraw-entry.server'
import { myData } from '~/domain/privacy/my-data.server'
import { erasePerson } from '~/domain/privacy/erase-person.server'
import { newId } from '~/domain/new-id.server'
import { invariant } from '~/invariant'
import { draftsOf, handInAll, makeBatch, sendSheet, sendZip, signAs, worksOf, type Owner } from '#test/support/collective'
import { csvOf, heads, work, zipOf } from '#test/support/collective-files'
import { deadline, during, fillDraft, formOf, handIn, makeDesigner, minutesAfter, openContest } from '#test/support/contest'
import { sheet } from '#test/support/sheets'

let eventId: string
let owner: Owner
let picture: Buffer
const contact = () => `student-${newId()}@example.com`

beforeAll(async () => {
  eventId = await openContest()
  picture = await sheet(1)
})

/** Two complete works, the first by two students. */
beforeEach(async () => {
  const personId = (await makeDesigner('周老师')).id
  owner = { eventId, personId, batchId: await makeBatch(eventId, personId) }
  const two = [...heads, '作者2姓名', '作者2手机号']
  const rows = [
    [...work(1, { 作品名称: '潮间带', 作者1姓名: '林知夏', 作者1邮箱: contact() }), '许小满', '13900139000'],
    [...work(2, { 作品名称: '北窗', 作者1姓名: '周序', 作者1邮箱: contact() }), '', ''],
  ]
  await sendSheet(owner, csvOf([two, ...rows]))
  const files = ['01', '02'].flatMap((folder) =>
    ['效果图', '正反面款式图', '工艺图'].map((name) => ({ name: `${folder}/${name}.jpg`, body: picture })),
  )
  await sendZip(owner, zipOf(files))
  const made = await draftsOf(owner)
  invariant(made.ok, JSON.stringify(made))
})

const send = (entryId: string | null = null, now = during) => sendLinks({ ...owner, requestKey: newId(), entryId, lang: 'zh-CN', now })
async function linksOf() {
  const { works } = await worksOf(owner)
  return works.map(({ id, authors }) => ({ entryId: id, links: authors.map(({ link }) => link?.id ?? ''), authors }))
}
async function at<T>(list: Promise<T[]>, n: number): Promise<T> {
  const found = (await list)[n]
  invariant(found !== undefined, 'it is there')
  return found
}

describe('a work of a batch', () => {
  test('is its owner’s to change, its authors’ to sign, and handed in with the batch alone', async () => {
    const { entryId } = await at(linksOf(), 0)
    expect(await ownEntry({ personId: owner.personId }, eventId, entryId)).toMatchObject({
      title: '潮间带',
      faults: [],
      batchId: owner.batchId,
    })
    expect(await ownEntries(owner.personId)).toEqual([])
    const entry = await db.entry.findUniqueOrThrow({ where: { eventId_id: { eventId, id: entryId } } })
    expect(entry).toMatchObject({ ownerId: owner.personId, startedById: owner.personId, origin: 'collective' })
    expect(await handIn(eventId, entryId, { personId: owner.personId })).toEqual({ ok: false, reason: 'not-found' })
    expect(await handInAll(owner)).toEqual({ ok: false, reason: 'none-ready' })
  })

  test('is ready when every author has signed it as it stands, and then handed in with its receipt to them', async () => {
    const { entryId, links } = await at(linksOf(), 0)
    expect(await signAs(links[0] ?? '')).toMatchObject({ ok: true })
    expect((await worksOf(owner)).works.map(({ ready }) => ready)).toEqual([false, false])
    expect(await signAs(links[1] ?? '', { kind: 'handed' })).toMatchObject({ ok: true })
    expect((await worksOf(owner)).works.map(({ ready }) => ready)).toEqual([true, false])
    expect(await handInAll(owner)).toEqual({ ok: true, value: { ready: 1 } })
    const { works } = await worksOf(owner)
    expect(works.map(({ state, number }) => [state, number !== null])).toEqual([
      ['submitted', true],
      ['draft', false],
    ])
    const version = await handedInVersion(eventId, entryId)
    expect(version?.statements.map(({ kind, signature }) => [kind, signature]).sort()).toEqual(
      [
        ['originality', '林知夏'],
        ['originality', '许小满'],
        ['rights', '林知夏'],
        ['rights', '许小满'],
      ].sort(),
    )
    expect(
      await db.statement.findMany({ where: { eventId, entryId, kind: 'rights' }, orderBy: { signature: 'asc' }, select: { way: true } }),
    ).toEqual([{ way: 'sent_link' }, { way: 'handed_link' }])
    expect(await db.entryVersion.findFirst({ where: { eventId, entryId } })).toMatchObject({ submittedById: owner.personId })
    await sendReceipt({ eventId, entryId, version: 1, lang: 'zh-CN' })
    const told = await db.notice.findMany({
      where: { eventId, template: 'entry-receipt', subject: { contains: works[0]?.number ?? '-' } },
      select: { personId: true, channel: true },
    })
    expect(told.map(({ channel, personId }) => [channel, personId]).sort()).toEqual([
      ['email', null],
      ['sms', null],
    ])
    const archive = await receiptsZip(owner, 'zh-CN', during)
    expect(archive?.headers.get('Content-Type')).toBe('application/zip')
    const bytes = Buffer.from((await archive?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect(bytes.includes(`${works[0]?.number ?? '-'}-v1.pdf`)).toBe(true)
    expect(await receiptsZip({ ...owner, personId: 'somebody' }, 'zh-CN', during)).toBeNull()
    // asked again, nothing new
    expect(await handInAll(owner)).toEqual({ ok: false, reason: 'none-ready' })
    expect(await db.entryVersion.count({ where: { eventId, entryId } })).toBe(1)
  })

  test('has to be signed again when it changes, not when a co-author corrects their school', async () => {
    const { entryId, links } = await at(linksOf(), 0)
    for (const link of links) await signAs(link)
    const token = signingPath(links[1] ?? '', 'sent').replace('/sign/', '')
    const shown = await workToSign(token, during)
    const form = formOf({
      'author.0.name': '许小满',
      'author.0.organisation': '另一所大学',
      'author.0.country': 'CN',
      'author.0.mobile': '13900139000',
    })
    expect(await correctOwn({ token, form, now: during })).toMatchObject({ ok: true })
    expect((await worksOf(owner)).works[0]).toMatchObject({
      signed: true,
      authors: [{ name: '林知夏' }, { name: '许小满', organisation: '另一所大学' }],
    })
    expect(shown?.coauthors.map(({ name }) => name)).toEqual(['林知夏'])
    const entry = await ownEntry({ personId: owner.personId }, eventId, entryId)
    invariant(entry, 'the entry is there')
    await fillDraft(eventId, entryId, { personId: owner.personId }, { 'field.title': '潮间带之二' })
    const after = (await worksOf(owner)).works[0]
    expect([after?.signed, after?.authors[0]?.signature.state]).toEqual([false, 'outdated'])
    expect(await handInAll(owner)).toEqual({ ok: false, reason: 'none-ready' })
  })

  test('can be withdrawn alone; the rest stays', async () => {
    const { entryId } = await at(linksOf(), 1)
    expect(await withdrawEntry({ editor: { personId: owner.personId }, eventId, entryId, requestKey: newId(), now: during })).toMatchObject(
      { ok: true, value: 'discarded' },
    )
    expect((await worksOf(owner)).works.map(({ title }) => title)).toEqual(['潮间带'])
  })
})

describe('a link', () => {
  test('goes to whoever has not signed, once in twelve hours, and shows who has no contact', async () => {
    const { links } = await at(linksOf(), 1)
    await signAs(links[0] ?? '')
    expect(await send()).toEqual({ ok: true, value: { sent: 2, unreachable: 0, recent: 0 } })
    expect(await send()).toEqual({ ok: true, value: { sent: 0, unreachable: 0, recent: 2 } })
    expect(await send(null, minutesAfter(during, 13 * 60))).toEqual({ ok: true, value: { sent: 2, unreachable: 0, recent: 0 } })
    const { entryId } = await at(linksOf(), 0)
    await db.entryAuthor.updateMany({ where: { eventId, entryId }, data: { mobile: null, email: null } })
    expect(await send(null, minutesAfter(during, 48 * 60))).toEqual({ ok: true, value: { sent: 0, unreachable: 2, recent: 0 } })
    const messages = await db.notice.findMany({
      where: { eventId, template: 'signing-request', personId: null },
      select: { channel: true, text: true },
    })
    expect(messages.length).toBeGreaterThanOrEqual(4)
    expect(messages.every(({ text }) => text.includes('/sign/'))).toBe(true)
  })

  test('that is guessed, of another kind, or of somebody who was replaced, leads nowhere', async () => {
    const { entryId, links } = await at(linksOf(), 0)
    const [link = ''] = links
    const sent = signingPath(link, 'sent').replace('/sign/', '')
    expect(await workToSign(sent, during)).not.toBeNull()
    expect(await workToSign(`${link}h${sent.slice(13)}`, during)).toBeNull()
    expect(await workToSign(`${sent.slice(0, -1)}${sent.endsWith('A') ? 'B' : 'A'}`, during)).toBeNull()
    expect(await workToSign('nothing-like-a-token', during)).toBeNull()
    // the owner puts somebody else into the row: the link of the first opens nothing any more
    await fillDraft(eventId, entryId, { personId: owner.personId }, { 'author.0.name': '另一人' })
    expect(await workToSign(sent, during)).toBeNull()
    const now = await at(linksOf(), 0)
    expect(now.links[0]).not.toBe('')
    expect(now.links[0]).not.toBe(link)
  })

  test('does not let anybody sign under another name, for half a work, or after the deadline', async () => {
    const { entryId, links } = await at(linksOf(), 1)
    const [link = ''] = links
    expect(await signAs(link, { signature: '周老师' })).toMatchObject({
      ok: false,
      reason: 'incomplete',
      faults: [{ at: 'signature', reason: 'signature-differs' }],
    })
    expect(await signAs(link, { now: minutesAfter(deadline, 1) })).toEqual({ ok: false, reason: 'over' })
    await db.entryFile.updateMany({ where: { eventId, entryId, slot: 'board' }, data: { state: 'replaced' } })
    expect(await signAs(link)).toMatchObject({ ok: false, reason: 'incomplete', faults: [{ at: 'file.board', reason: 'files-missing' }] })
    expect(await db.statement.count({ where: { eventId, entryId } })).toBe(0)
  })

  test('that was sent to one contact shows nothing about another that is written into its place', async () => {
    const email = contact()
    const { id: personId } = await db.person.create({
      data: { id: newId(), name: '别人', contacts: { create: { id: newId(), kind: 'email', value: email, verifiedAt: during } } },
    })
    const { entryId, links } = await at(linksOf(), 1)
    const token = signingPath(links[0] ?? '', 'sent').replace('/sign/', '')
    const form = formOf({ 'author.0.name': '周序', 'author.0.organisation': '示例大学', 'author.0.country': 'CN', 'author.0.email': email })
    const corrected = await correctOwn({ token, form, now: during })
    invariant(corrected.ok, 'it is corrected')
    expect(await workToSign(token, during)).toBeNull()
    const shown = await workToSign(corrected.value.path.replace('/sign/', ''), during)
    expect([shown?.kind, shown?.author.email, shown?.consents]).toEqual(['handed', email, null])
    const fresh = await at(linksOf(), 1)
    await signAs(fresh.links[0] ?? '', { kind: 'handed' })
    expect(await db.entryAuthor.count({ where: { eventId, entryId, personId } })).toBe(0)
  })

  test('ties the account of whoever it was sent to, never of whoever it was handed to', async () => {
    const email = contact()
    const { id: personId } = await db.person.create({
      data: { id: newId(), name: '周序', contacts: { create: { id: newId(), kind: 'email', value: email, verifiedAt: during } } },
    })
    const { entryId, links } = await at(linksOf(), 1)
    await db.entryAuthor.updateMany({ where: { eventId, entryId }, data: { email } })
    const tied = async () => (await db.entryAuthor.findFirstOrThrow({ where: { eventId, entryId, role: 'author' } })).personId
    await signAs(links[0] ?? '', { kind: 'handed' })
    expect(await tied()).toBeNull()
    await signAs(links[0] ?? '')
    expect(await tied()).toBe(personId)
    const consents = { talent_pool: true, direct_contact: false }
    const agreed = () => db.consent.findMany({ where: { personId, eventId, withdrawnAt: null }, select: { kind: true } })
    // what anybody could tick who was handed the link is nobody’s consent
    await signAs(links[0] ?? '', { kind: 'handed', consents })
    expect(await agreed()).toEqual([])
    await signAs(links[0] ?? '', { consents })
    expect(await agreed()).toEqual([{ kind: 'talent_pool' }])
    const shown = (kind: 'sent' | 'handed') => workToSign(signingPath(links[0] ?? '', kind).replace('/sign/', ''), during)
    expect([(await shown('sent'))?.consents, (await shown('handed'))?.consents]).toEqual([consents, null])
    await handInAll(owner)
    await db.event.update({ where: { id: eventId }, data: { status: 'cancelled' } })
    // the author goes: their name and signature with them, the work and the other author stay
    expect(await erasePerson({ personId, lang: 'zh-CN', now: during })).toMatchObject({ ok: true })
    await db.event.update({ where: { id: eventId }, data: { status: 'open' } })
    expect(await db.statement.findMany({ where: { eventId, entryId }, select: { signature: true }, distinct: ['signature'] })).toEqual([
      { signature: '已注销' },
    ])
    expect((await worksOf(owner)).works.map(({ title }) => title)).toEqual(['潮间带', '北窗'])
  })
})

test('a copy of their data shows an owner what they brought, and nobody it names', async () => {
  const copy = await myData(owner.personId, during)
  expect(copy.batches).toMatchObject([{ eventId, organisation: '示例纺织大学', sheetName: '报送表.csv', works: 2 }])
  expect(JSON.stringify(copy)).not.toMatch(/林知夏|许小满|13900139000/)
})

test('the owner goes: drafts that were never handed in go, what was handed in stays with its authors', async () => {
  const { links } = await at(linksOf(), 1)
  await signAs(links[0] ?? '')
  await handInAll(owner)
  expect(await erasePerson({ personId: owner.personId, lang: 'zh-CN', now: during })).toMatchObject({ ok: true })
  expect(await db.entry.findMany({ where: { eventId, batchId: owner.batchId }, select: { title: true, state: true } })).toEqual([
    { title: '北窗', state: 'submitted' },
  ])
})
