import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { settleEntry } from '~/domain/entries/settle-entry.server'
import { saveDraft } from '~/domain/entries/save-draft.server'
import { sendReceipt } from '~/domain/entries/send-receipt.server'
import { statementsOf } from '~/domain/entries/statements'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { newId } from '~/domain/new-id.server'
import {
  addSheet,
  deadline,
  fillDraft,
  formOf,
  handIn,
  makeEditor,
  makeDraft,
  makeFullDraft,
  mine,
  minutesAfter,
  openContest,
} from '#test/support/contest'

let eventId: string
beforeAll(async () => {
  eventId = await openContest()
})

describe('handing in', () => {
  test('an empty draft is told everything that is missing, address by address', async () => {
    const editor = await makeEditor()
    const entryId = await makeDraft(eventId, editor.personId)
    const outcome = await handIn(eventId, entryId, editor, {
      signing: { originality: false, rights: false, signature: '' },
      declarations: [],
    })
    expect(outcome).toMatchObject({ ok: false, reason: 'incomplete' })
    const faults = outcome.ok || outcome.reason !== 'incomplete' ? [] : outcome.faults.map(({ at, reason }) => `${at} ${reason}`)
    expect(faults).toEqual([
      'field.title required',
      'field.concept required',
      'field.looks required',
      'field.knit required',
      'field.yarn required',
      'field.gauge required',
      'field.technique required',
      'author.0.organisation school-required',
      'file.board files-missing',
      'file.flats files-missing',
      'file.craft files-missing',
      'declaration.unpublished not-eligible',
      'originality not-agreed',
      'rights not-agreed',
      'signature not-signed',
    ])
    expect(await db.entryVersion.count({ where: { eventId, entryId } })).toBe(0)
  })

  test('a draft begun before its owner took a seat on the panel is not handed in', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    await db.judgeSeat.create({
      data: { eventId, stageId: 'preliminary', id: newId(), personId: editor.personId, name: '评委', label: '乙' },
    })
    expect(await handIn(eventId, entryId, editor)).toMatchObject({ ok: false, reason: 'judge' })
    expect(await db.entryVersion.count({ where: { eventId, entryId } })).toBe(0)
  })

  test('gives a number, keeps the version, what was signed, the ledger row, the receipt and the jobs', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    const outcome = await handIn(eventId, entryId, editor, { consents: { talent_pool: true, direct_contact: false } })
    expect(outcome).toMatchObject({ ok: true, value: { version: 1, number: expect.stringMatching(/^2026-\d{4}$/) as string } })
    const entry = await mine(editor, eventId, entryId)
    expect([entry.state, entry.submitted?.changed]).toEqual(['submitted', false])
    const version = await db.entryVersion.findFirstOrThrow({ where: { eventId, entryId } })
    expect(version.sha256).toBe(entry.sha256)
    expect(JSON.stringify(version.snapshot)).not.toContain('example.com')
    expect((version.snapshot as { files: { sha256: string }[] }).files).toHaveLength(3)
    const statements = await db.statement.findMany({ where: { eventId, entryId }, orderBy: { kind: 'asc' } })
    expect(statements.map(({ kind, text, textHash, signature }) => [kind, sha256Hex(text) === textHash, signature])).toEqual([
      ['originality', true, '林知夏'],
      ['rights', true, '林知夏'],
    ])
    const [row] = await db.ledgerRow.findMany({ where: { eventId, action: 'entry.submitted', body: { contains: entryId } } })
    expect(row?.body).toContain(version.sha256)
    expect(row?.body).not.toContain('林知夏')
    await sendReceipt({ eventId, entryId, version: 1, lang: 'zh-CN' })
    // a job may run more than once, a receipt is sent once
    await sendReceipt({ eventId, entryId, version: 1, lang: 'zh-CN' })
    expect(await db.notice.count({ where: { eventId, personId: editor.personId } })).toBe(1)
    const notice = await db.notice.findFirstOrThrow({ where: { eventId, personId: editor.personId } })
    expect(notice).toMatchObject({ template: 'entry-receipt', channel: 'email' })
    for (const { sha256 } of (version.snapshot as { files: { sha256: string }[] }).files) expect(notice.text).toContain(sha256)
    expect(await db.consent.findMany({ where: { personId: editor.personId, eventId } })).toMatchObject([
      { kind: 'talent_pool', withdrawnAt: null },
    ])
    const jobs = await db.$queryRaw<{ key: string }[]>`select key from graphile_worker.jobs where key like ${`%${entryId}%`}`
    expect(jobs.map(({ key }) => key).sort()).toEqual([`find-duplicates:${entryId}`, `send-receipt:${entryId}:1`])
  })

  test('the form sent twice hands in once', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    const requestKey = newId()
    const [a, b] = await Promise.all([handIn(eventId, entryId, editor, { requestKey }), handIn(eventId, entryId, editor, { requestKey })])
    expect(a).toEqual(b)
    expect(await db.entryVersion.count({ where: { eventId, entryId } })).toBe(1)
    expect(await handIn(eventId, entryId, editor)).toEqual({ ok: false, reason: 'unchanged' })
  })

  test('numbers run without gap or double through twelve at once', async () => {
    const other = await openContest((source) => source.replace(/^ {4}files:\n(?: {6}.*\n)+/m, '    files: []\n'))
    const entries = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const editor = await makeEditor()
        const entryId = await makeDraft(other, editor.personId)
        await fillDraft(other, entryId, editor)
        return { editor, entryId }
      }),
    )
    const outcomes = await Promise.all(entries.map(({ editor, entryId }) => handIn(other, entryId, editor)))
    const numbers = outcomes.map((outcome) => (outcome.ok ? outcome.value.number : '')).sort()
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, n) => `2026-${String(n + 1).padStart(4, '0')}`))
  })

  test('what was not what the person saw is not handed in: changed entry, changed texts, foreign signature', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    const { sha256, terms } = await mine(editor, eventId, entryId)
    await addSheet(eventId, entryId, editor, 'board', { seed: 12 })
    expect(await handIn(eventId, entryId, editor, { reviewed: sha256 })).toEqual({ ok: false, reason: 'changed' })
    const english = sha256Hex(statementsOf(terms, 'en').rights)
    expect(await handIn(eventId, entryId, editor, { rightsHash: english })).toEqual({ ok: false, reason: 'terms-changed' })
    const forged = await handIn(eventId, entryId, editor, { signing: { originality: true, rights: true, signature: '王小明' } })
    expect(forged).toMatchObject({ reason: 'incomplete', faults: [{ at: 'signature', reason: 'signature-differs' }] })
    expect(await handIn(eventId, entryId, editor, { signing: { originality: true, rights: true, signature: ' 林 知夏 ' } })).toMatchObject({
      ok: true,
    })
  })

  test('changing before the deadline makes the next version, and both are kept', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    const first = await handIn(eventId, entryId, editor)
    await fillDraft(eventId, entryId, editor, { 'field.title': '潮间带（修订）' })
    expect((await mine(editor, eventId, entryId)).submitted).toMatchObject({ version: 1, changed: true })
    const second = await handIn(eventId, entryId, editor)
    expect(second).toMatchObject({ ok: true, value: { version: 2, number: first.ok ? first.value.number : '' } })
    const titles = await db.entryVersion.findMany({ where: { eventId, entryId }, orderBy: { version: 'asc' }, select: { snapshot: true } })
    expect(titles.map(({ snapshot }) => (snapshot as { title: string }).title)).toEqual(['潮间带', '潮间带（修订）'])
    await expect(db.entryVersion.updateMany({ where: { eventId, entryId }, data: { sha256: 'x' } })).rejects.toThrow(/kept/)
  })

  test('an unticked consent is withdrawn when handing in again', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    await handIn(eventId, entryId, editor, { consents: { talent_pool: true, direct_contact: true } })
    await fillDraft(eventId, entryId, editor, { 'field.gauge': '14G' })
    await handIn(eventId, entryId, editor, { consents: { talent_pool: true, direct_contact: false } })
    const consents = await db.consent.findMany({ where: { personId: editor.personId }, orderBy: { kind: 'asc' } })
    expect(consents.map(({ kind, withdrawnAt }) => [kind, withdrawnAt !== null])).toEqual([
      ['talent_pool', false],
      ['direct_contact', true],
    ])
  })
})

describe('the deadline', () => {
  test('is a moment of the server’s clock in the event’s zone', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    // 17:00:01 in Puyuan, whatever the machine believes
    expect(await handIn(eventId, entryId, editor, { now: new Date('2026-12-20T17:00:01+08:00') })).toEqual({ ok: false, reason: 'over' })
    expect(await handIn(eventId, entryId, editor, { now: new Date('2026-12-20T17:00:00+08:00') })).toMatchObject({ ok: true })
  })

  test('an upload under way as it struck gives a quarter of an hour to hand in', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    const times = [minutesAfter(deadline, -2), minutesAfter(deadline, 3)]
    expect(await addSheet(eventId, entryId, editor, 'board', { seed: 12, clock: () => times.shift() ?? deadline })).toMatchObject({
      ok: true,
    })
    expect(
      await saveDraft({ editor, eventId, entryId, version: 2, form: formOf({ 'field.gauge': '3G' }), now: minutesAfter(deadline, 4) }),
    ).toEqual({ ok: false, reason: 'over' })
    expect(await handIn(eventId, entryId, editor, { now: minutesAfter(deadline, 16) })).toEqual({ ok: false, reason: 'over' })
    expect(await handIn(eventId, entryId, editor, { now: minutesAfter(deadline, 14) })).toMatchObject({ ok: true })
  })

  test('changes that were not handed in are undone after it, files and authors included', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    await handIn(eventId, entryId, editor)
    const before = await mine(editor, eventId, entryId)
    await fillDraft(eventId, entryId, editor, { 'field.title': '没来得及提交', 'author.0.name': '改了名' })
    await addSheet(eventId, entryId, editor, 'board', { seed: 12 })
    await settleEntry({ eventId, entryId, now: minutesAfter(deadline, -1) })
    expect((await mine(editor, eventId, entryId)).title).toBe('没来得及提交')
    await settleEntry({ eventId, entryId, now: minutesAfter(deadline, 16) })
    const after = await mine(editor, eventId, entryId)
    expect([after.title, after.sha256, after.submitted?.changed]).toEqual([before.title, before.sha256, false])
    expect(after.content.authors[0]?.email).toBe('lin@example.com')
  })

  test('a returned entry can be put right and handed in again until precheck ends', async () => {
    const editor = await makeEditor()
    const entryId = await makeFullDraft(eventId, editor.personId)
    await handIn(eventId, entryId, editor)
    await db.entry.update({ where: { eventId_id: { eventId, id: entryId } }, data: { state: 'returned' } })
    const inPrecheck = new Date('2026-12-23T02:00:00Z')
    await fillDraft(eventId, entryId, editor, { 'field.title': '已改正' }, inPrecheck)
    expect(await handIn(eventId, entryId, editor, { now: new Date('2026-12-29T02:00:00Z') })).toEqual({ ok: false, reason: 'over' })
    expect(await handIn(eventId, entryId, editor, { now: inPrecheck })).toMatchObject({ ok: true, value: { version: 2 } })
  })
})
