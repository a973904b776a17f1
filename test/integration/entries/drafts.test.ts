import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { saveDraft } from '~/domain/entries/save-draft.server'
import { startEntry } from '~/domain/entries/start-entry.server'
import { newId } from '~/domain/new-id.server'
import {
  deadline,
  during,
  fillDraft,
  formOf,
  fullForm,
  makeEditor,
  makeDraft,
  mine,
  minutesAfter,
  openContest,
} from '#test/support/contest'

let eventId: string
beforeAll(async () => {
  eventId = await openContest()
})

describe('beginning', () => {
  const begin = (personId: string, given: Partial<Parameters<typeof startEntry>[0]> = {}) =>
    startEntry({ personId, eventId, groupId: 'academic', trackId: 'craft', requestKey: newId(), now: during, ...given })

  test('fills in who begins it', async () => {
    const { personId } = await makeEditor('欧阳𠮷')
    const entryId = await makeDraft(eventId, personId)
    const [author] = (await mine({ personId }, eventId, entryId)).content.authors
    expect(author).toMatchObject({ name: '欧阳𠮷', country: 'CN', email: expect.stringContaining('@example.com') as string })
  })

  test('is for the time of the call only, and for groups and tracks there are', async () => {
    const { personId } = await makeEditor()
    expect(await begin(personId, { now: new Date('2026-07-31T15:59:00Z') })).toMatchObject({ reason: 'early' })
    expect(await begin(personId, { now: minutesAfter(deadline, 1) })).toMatchObject({ reason: 'over' })
    expect(await begin(personId, { groupId: 'amateur' })).toMatchObject({ reason: 'group' })
    expect(await begin(personId, { trackId: null })).toMatchObject({ reason: 'track' })
    expect(await begin(personId, { eventId: 'no-such-event' })).toMatchObject({ reason: 'not-found' })
  })

  test('a form sent twice begins one entry', async () => {
    const { personId } = await makeEditor()
    const requestKey = newId()
    const [a, b] = await Promise.all([begin(personId, { requestKey }), begin(personId, { requestKey })])
    expect(a).toEqual(b)
    expect(await db.entry.count({ where: { ownerId: personId } })).toBe(1)
  })

  test('going back and choosing another group on the same page begins another entry', async () => {
    const { personId } = await makeEditor()
    const requestKey = newId()
    const first = await begin(personId, { requestKey })
    const second = await begin(personId, { requestKey, groupId: 'professional' })
    expect(second).not.toEqual(first)
    const rows = await db.entry.findMany({ where: { ownerId: personId }, orderBy: { groupId: 'asc' } })
    expect(rows.map(({ groupId }) => groupId)).toEqual(['academic', 'professional'])
    // and what was asked first is answered as it was
    expect(await begin(personId, { requestKey })).toEqual(first)
  })

  test('three entries a person, also from five windows at once; a withdrawn one does not count', async () => {
    const { personId } = await makeEditor()
    const all = await Promise.all(Array.from({ length: 5 }, () => begin(personId)))
    expect(all.filter(({ ok }) => ok)).toHaveLength(3)
    expect(all.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'limit', detail: { limit: 3 } })
  })

  test('whoever judges here cannot enter', async () => {
    const { personId } = await makeEditor()
    await db.judgeSeat.create({ data: { eventId, stageId: 'preliminary', id: newId(), personId, name: '评委', label: '甲' } })
    expect(await begin(personId)).toMatchObject({ reason: 'judge' })
  })
})

describe('saving', () => {
  test('keeps what is typed, whatever it is', async () => {
    const editor = await makeEditor()
    const entryId = await makeDraft(eventId, editor.personId)
    const title = '<script>alert(1)</script> 𠮷 👨‍👩‍👧‍👦 شال محبوك'
    await fillDraft(eventId, entryId, editor, {
      'field.title': title,
      'field.concept': 'a\u0000bc\r\nd\u202e',
      'field.knit': '８５％',
      'field.looks': 'vier',
    })
    const entry = await mine(editor, eventId, entryId)
    expect(entry.title).toBe(title)
    expect(entry.content.fields).toMatchObject({ title, concept: 'abc\nd', knit: '85', looks: 'vier' })
    expect(entry.faults).toEqual(
      expect.arrayContaining([
        { at: 'field.looks', reason: 'not-a-number' },
        { at: 'field.concept', reason: 'too-short', detail: { min: 30, length: 5 } },
      ]),
    )
  })

  test('half a form erases nothing, unknown names are ignored', async () => {
    const editor = await makeEditor()
    const entryId = await makeDraft(eventId, editor.personId)
    const version = await fillDraft(eventId, entryId, editor)
    const form = formOf({ 'field.gauge': '7G', 'field.secret': 'x', state: 'accepted', number: '1' })
    expect(await saveDraft({ editor, eventId, entryId, version, form, now: during })).toMatchObject({ ok: true })
    const entry = await mine(editor, eventId, entryId)
    expect(entry.content.fields).toMatchObject({ title: '潮间带', gauge: '7G', technique: ['jacquard', 'intarsia'] })
    expect(entry.content.fields).not.toHaveProperty('secret')
    expect([entry.state, entry.number, entry.content.authors[0]?.organisation]).toEqual(['draft', null, '示例纺织大学'])
  })

  test('two tabs: the second is told and shown both texts; sending what already stands is no conflict', async () => {
    const editor = await makeEditor()
    const entryId = await makeDraft(eventId, editor.personId)
    const version = await fillDraft(eventId, entryId, editor)
    const save = (gauge: string) => saveDraft({ editor, eventId, entryId, version, form: formOf({ 'field.gauge': gauge }), now: during })
    expect(await save('7G')).toMatchObject({ ok: true })
    const second = await save('3G')
    expect(second).toMatchObject({
      ok: false,
      reason: 'stale',
      version: version + 1,
      current: { fields: { gauge: '7G' } },
      yours: { fields: { gauge: '3G' } },
    })
    expect(await save('7G')).toMatchObject({ ok: true, value: { version: version + 1 } })
  })

  test('another person’s entry and another event’s are not found', async () => {
    const editor = await makeEditor()
    const entryId = await makeDraft(eventId, editor.personId)
    const form = fullForm('')
    expect(await saveDraft({ editor: await makeEditor(), eventId, entryId, version: 1, form, now: during })).toEqual({
      ok: false,
      reason: 'not-found',
    })
    const elsewhere = await openContest()
    expect(await saveDraft({ editor, eventId: elsewhere, entryId, version: 1, form, now: during })).toEqual({
      ok: false,
      reason: 'not-found',
    })
    expect(await saveDraft({ editor: { ...editor, staff: true }, eventId, entryId, version: 1, form, now: during })).toEqual({
      ok: false,
      reason: 'not-found',
    })
  })

  test('an author’s row of another entry cannot be taken over', async () => {
    const victim = await makeEditor('被冒用者')
    const theirs = await makeDraft(eventId, victim.personId)
    const authorId = (await mine(victim, eventId, theirs)).content.authors[0]?.id ?? ''
    const editor = await makeEditor()
    const entryId = await makeDraft(eventId, editor.personId)
    await fillDraft(eventId, entryId, editor, { 'author.0.id': authorId })
    expect((await mine(editor, eventId, entryId)).content.authors[0]?.id).not.toBe(authorId)
    expect((await mine(victim, eventId, theirs)).content.authors[0]?.name).toBe('被冒用者')
  })

  test('nothing is saved before, after, or in the minutes of grace', async () => {
    const editor = await makeEditor()
    const entryId = await makeDraft(eventId, editor.personId)
    const save = (now: Date) => saveDraft({ editor, eventId, entryId, version: 1, form: fullForm(''), now })
    expect(await save(minutesAfter(deadline, 1))).toEqual({ ok: false, reason: 'over' })
    expect(await save(deadline)).toMatchObject({ ok: true })
  })
})
