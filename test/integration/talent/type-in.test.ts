import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { saveDraft } from '~/domain/entries/save-draft.server'
import { settleEntry } from '~/domain/entries/settle-entry.server'
import { startOnBehalf } from '~/domain/entries/start-on-behalf.server'
import { newId } from '~/domain/new-id.server'
import { invariant } from '~/invariant'
import { action, loader } from '~/routes/console/type-in'
import { startSession } from '~/session.server'
import {
  addSheet,
  deadline,
  during,
  fillDraft,
  formOf,
  fullForm,
  handIn,
  makeDesigner,
  makeDraft,
  mine,
  minutesAfter,
  openContest,
} from '#test/support/contest'
import { makePerson } from '#test/support/factories'
import { sheet } from '#test/support/sheets'

const origin = 'http://127.0.0.1:3000'
let eventId: string
let clerk: { personId: string; cookie: string }
beforeAll(async () => {
  eventId = await openContest()
  clerk = await staff(eventId)
})

async function staff(of: string, role: 'clerk' | 'judge' = 'clerk') {
  const person = await makePerson()
  await db.eventRole.create({ data: { eventId: of, personId: person.id, role } })
  const set = await startSession(person.id, new Request(origin), { strong: true })
  return { personId: person.id, cookie: set.split(';')[0] ?? '' }
}

const begin = (given: Partial<Parameters<typeof startOnBehalf>[0]> = {}) =>
  startOnBehalf({ personId: clerk.personId, eventId, groupId: 'academic', trackId: 'craft', requestKey: newId(), now: during, ...given })

async function begun(now = during): Promise<string> {
  const outcome = await begin({ now })
  invariant(outcome.ok, 'it begins')
  return outcome.value.entryId
}

async function complete(now = during): Promise<string> {
  const entryId = await begun(now)
  const editor = { personId: clerk.personId, staff: true }
  await fillDraft(eventId, entryId, editor, {}, now)
  for (const [n, slot] of ['board', 'flats', 'craft'].entries()) {
    const added = await addSheet(eventId, entryId, editor, slot, { seed: 40 + n, clock: () => now })
    invariant(added.ok, `the ${slot} is taken`)
  }
  return entryId
}

const path = (query: string) => `${origin}/console/${eventId}/entries/type-in${query}`
const send = (query: string, body: FormData, cookie = clerk.cookie) =>
  action({
    request: new Request(path(query), { method: 'POST', headers: { Cookie: cookie }, body }),
    params: { slug: eventId },
    context: {},
  })
const page = (query = '', cookie = clerk.cookie) =>
  loader({ request: new Request(path(query), { headers: { Cookie: cookie } }), params: { slug: eventId }, context: {} })

interface Answer {
  data: { refusal: string | null; wrong: object; values: object | null; slot: string | null }
  init: { status: number } | null
}
const statusOf = async (answer: Promise<unknown>) => {
  try {
    const got = await answer
    return got instanceof Response ? got.status : ((got as Answer).init?.status ?? 200)
  } catch (thrown) {
    return thrown instanceof Response ? thrown.status : String(thrown)
  }
}

describe('beginning', () => {
  test('for groups and tracks there are, from the first day of the call on, also after the last', async () => {
    expect(await begin({ groupId: 'amateur' })).toMatchObject({ reason: 'group' })
    expect(await begin({ trackId: null })).toMatchObject({ reason: 'track' })
    expect(await begin({ now: new Date('2026-07-31T15:59:00Z') })).toMatchObject({ reason: 'early' })
    expect(await begin({ eventId: 'no-such-event' })).toMatchObject({ reason: 'not-found' })
    expect(await begin({ now: minutesAfter(deadline, 3 * 24 * 60) })).toMatchObject({ ok: true })
  })

  test('only where the rules take paper, and not in an event that was cancelled', async () => {
    const online = await openContest((source) => source.replace('courier: true', 'courier: false'))
    expect(await begin({ eventId: online })).toMatchObject({ reason: 'no-courier' })
    const off = await openContest()
    await db.event.update({ where: { id: off }, data: { status: 'cancelled' } })
    expect(await begin({ eventId: off })).toMatchObject({ reason: 'cancelled' })
  })

  test('a form sent twice begins one entry, and no limit of one person holds', async () => {
    const requestKey = newId()
    const [a, b] = await Promise.all([begin({ requestKey }), begin({ requestKey })])
    expect(a).toEqual(b)
    for (let n = 0; n < 4; n++) expect(await begin()).toMatchObject({ ok: true })
  })
})

describe('the page', () => {
  test('is for staff of this event', async () => {
    const other = await staff(await openContest())
    const judge = await staff(eventId, 'judge')
    for (const { cookie } of [other, judge]) {
      expect(await statusOf(page('', cookie))).toBe(404)
      expect(await statusOf(send('', formOf({ group: 'academic', track: 'craft', requestKey: newId() }), cookie))).toBe(404)
    }
  })

  test('an entry made online is not found here, whatever is sent to it', async () => {
    const designer = await makeDesigner()
    const entryId = await makeDraft(eventId, designer.id)
    expect(await statusOf(page(`?entry=${entryId}`))).toBe(404)
    expect(await statusOf(send(`?entry=${entryId}`, formOf({ intent: 'save', version: '1', 'field.title': 'x' })))).toBe(404)
    expect(await statusOf(send(`?entry=${entryId}`, formOf({ intent: 'submit' })))).toBe(404)
    expect(await statusOf(send(`?entry=${entryId}`, formOf({ remove: 'x' })))).toBe(409)
    const file = new FormData()
    file.set('file', new File([new Uint8Array(await sheet(1))], 'a.jpg'))
    expect(await statusOf(send(`?entry=${entryId}&slot=board`, file))).toBe(404)
  })

  test('from the first form to the number: typed, filled, handed in with the paper noted', async () => {
    const start = (await send('', formOf({ group: 'academic', track: 'craft', requestKey: newId() }))) as Response
    const entryId = new URL(start.headers.get('Location') ?? '', origin).searchParams.get('entry') ?? ''
    const shown = await page(`?entry=${entryId}`)
    expect(shown.entry?.view.missing.length).toBeGreaterThan(3)
    const form = fullForm('', { intent: 'save', version: String(shown.entry?.view.version) })
    expect(await statusOf(send(`?entry=${entryId}`, form))).toBe(302)
    for (const [n, slot] of ['board', 'flats', 'craft'].entries()) {
      const file = new FormData()
      file.set('file', new File([new Uint8Array(await sheet(60 + n))], `${slot}.jpg`))
      expect(await statusOf(send(`?entry=${entryId}&slot=${slot}`, file))).toBe(302)
    }
    const ready = await page(`?entry=${entryId}`)
    expect(ready.entry?.view.missing).toEqual([])
    const paper = {
      intent: 'submit',
      received: 'yes',
      signer: '林知夏',
      waybill: 'SF1234567890',
      arrived: ready.today,
      reviewed: ready.entry?.sha256 ?? '',
      requestKey: newId(),
    }
    const bad: [Record<string, string>, string][] = [
      [{ received: '' }, 'received'],
      [{ signer: ' ' }, 'signer'],
      [{ waybill: 'x' }, 'waybill'],
      [{ arrived: '2099-01-01' }, 'arrived'],
      [{ arrived: '2026-02-30' }, 'arrived'],
    ]
    for (const [given, at] of bad) {
      const answer = (await send(`?entry=${entryId}`, formOf({ ...paper, ...given }))) as unknown as Answer
      expect([answer.init?.status, Object.keys(answer.data.wrong)]).toEqual([400, [at]])
      expect(answer.data.values).toMatchObject(given)
    }
    expect(await statusOf(send(`?entry=${entryId}`, formOf({ ...paper, reviewed: 'an older one' })))).toBe(409)
    for (let time = 0; time < 2; time++) expect(await statusOf(send(`?entry=${entryId}`, formOf(paper)))).toBe(302)
    const entry = await db.entry.findUniqueOrThrow({
      where: { eventId_id: { eventId, id: entryId } },
      include: { statements: true, versions: true },
    })
    expect([entry.state, entry.origin, entry.versions.length]).toEqual(['submitted', 'on_behalf', 1])
    expect(entry.statements.map(({ signature }) => signature)).toEqual(
      Array(2).fill(`纸质承诺书已收：林知夏签名，${ready.today}收到，快递单号SF1234567890`),
    )
    expect(await db.consent.count({ where: { personId: clerk.personId } })).toBe(0)
    expect((await page(`?submitted=${entryId}`)).submitted?.number).toBe(entry.number)
    expect(await statusOf(page(`?entry=${entryId}`))).toBe(302)
  })

  test('a file the slot does not take is refused beside it', async () => {
    const entryId = await begun()
    const file = new FormData()
    file.set('file', new File(['<svg/>'], 'a.jpg'))
    const answer = (await send(`?entry=${entryId}&slot=board`, file)) as unknown as Answer
    expect([answer.init?.status, answer.data.slot]).toEqual([422, 'board'])
    const nothing = new FormData()
    nothing.set('file', new File([], ''))
    expect(await statusOf(send(`?entry=${entryId}&slot=board`, nothing))).toBe(422)
    expect(await db.entryFile.count({ where: { eventId, entryId } })).toBe(0)
  })

  test('a form filled from an older version is refused', async () => {
    const entryId = await begun()
    const save = (title: string) => send(`?entry=${entryId}`, formOf({ intent: 'save', version: '1', 'field.title': title }))
    expect(await statusOf(save('甲'))).toBe(302)
    expect(await statusOf(save('乙'))).toBe(409)
  })
})

describe('the clock and what was handed in', () => {
  const editor = () => ({ personId: clerk.personId, staff: true })

  test('after the deadline it is typed in and handed in, and no job puts it back', async () => {
    const late = minutesAfter(deadline, 24 * 60)
    const entryId = await complete(late)
    expect(await handIn(eventId, entryId, editor(), { now: late, consents: null })).toMatchObject({ ok: true })
    await db.entry.update({ where: { eventId_id: { eventId, id: entryId } }, data: { state: 'returned' } })
    await fillDraft(eventId, entryId, editor(), { 'field.title': '补正后' }, late)
    await settleEntry({ eventId, entryId, now: minutesAfter(late, 60) })
    expect((await mine(editor(), eventId, entryId)).title).toBe('补正后')
  })

  test('handed in, accepted, rejected or withdrawn it stays as it is', async () => {
    const entryId = await complete()
    expect(await handIn(eventId, entryId, editor(), { consents: null })).toMatchObject({ ok: true })
    for (const [state, reason] of [
      ['submitted', 'decided'],
      ['accepted', 'decided'],
      ['rejected', 'decided'],
      ['withdrawn', 'withdrawn'],
    ] as const) {
      await db.entry.update({
        where: { eventId_id: { eventId, id: entryId } },
        data: { state, code: 'K-9001', withdrawnAt: state === 'withdrawn' ? during : null },
      })
      const { version } = await mine(editor(), eventId, entryId)
      expect(await saveDraft({ editor: editor(), eventId, entryId, version, form: formOf({ 'field.title': 'x' }), now: during })).toEqual({
        ok: false,
        reason,
      })
      expect(await addSheet(eventId, entryId, editor(), 'board', { seed: 99 })).toMatchObject({ ok: false, reason })
      expect(await handIn(eventId, entryId, editor(), { consents: null })).toMatchObject({ ok: false, reason })
    }
  })

  test('what is missing is refused on paper too', async () => {
    const entryId = await begun()
    expect(await handIn(eventId, entryId, editor(), { consents: null })).toMatchObject({ ok: false, reason: 'incomplete' })
  })
})
