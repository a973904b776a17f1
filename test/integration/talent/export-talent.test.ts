import { describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { exportTalent } from '~/domain/talent/export-talent.server'
import { exportedRows } from '~/domain/talent/exported-rows.server'
import { tellTalentExport } from '~/domain/talent/tell-talent-export.server'
import { withdrawConsent } from '~/domain/privacy/withdraw-consent.server'
import { action, loader } from '~/routes/console/talent'
import { loader as loadFile } from '~/routes/console/talent-export'
import { startSession } from '~/session.server'
import { makeEvent, makePerson } from '#test/support/factories'
import { makeWork, testRulebook } from '#test/support/panel'
import { publishRows } from '#test/support/publish-rows'

const origin = 'http://127.0.0.1:3000'
const stageId = 'final'
const now = new Date('2026-11-20T04:00:00Z')
const before = new Date('2026-10-01T04:00:00Z')

/** A contest with a result: the first two works are placed, the third stands in reserve, the last has no place. */
async function published(state: 'published' | 'closed' = 'published') {
  const { id: eventId, organisationId } = await makeEvent()
  await db.contestGroup.createMany({
    data: ['academic', 'professional'].map((id, position) => ({ eventId, id, position, nameZh: `${id}组`, nameEn: id })),
  })
  await db.stage.create({
    data: {
      eventId,
      id: stageId,
      position: 1,
      type: 'score',
      nameZh: '终评',
      nameEn: 'Final',
      rulebook: JSON.parse(JSON.stringify({ ...testRulebook, quota: undefined })) as object,
    },
  })
  const names = ['=HYPERLINK("http://x")', '欧阳𠮷', '林知夏', '落选者']
  const people = []
  const rows = []
  for (const [n, name] of names.entries()) {
    const person = await makePerson({ name, email: `${newId()}@example.com` })
    const work = await makeWork(eventId, n * 2, {
      name,
      personId: person.id,
      organisation: n === 0 ? '@SUM(1)学院' : '示例纺织大学',
      email: `author-${n}@example.com`,
    })
    const standing = n === 3 ? ('none' as const) : n === 2 ? ('alternate' as const) : ('place' as const)
    rows.push({ entry: work.id, category: 'academic', group: 'academic', track: null, rank: n + 1, total: '9', judges: 5, standing })
    people.push(person.id)
  }
  if (state === 'published') await publishRows(eventId, stageId, rows)
  else await db.stage.update({ where: { eventId_id: { eventId, id: stageId } }, data: { state, frozenAt: before, closedAt: now } })
  return { eventId, organisationId, people: people as [string, string, string, string] }
}

type Contest = Awaited<ReturnType<typeof published>>

const agree = (
  { eventId, organisationId }: Pick<Contest, 'eventId' | 'organisationId'>,
  personId: string,
  kind: 'talent_pool' | 'direct_contact' = 'talent_pool',
  grantedAt = before,
) => db.consent.create({ data: { id: newId(), personId, kind, eventId, organisationId, text: '同意', grantedAt } })

async function staff({ organisationId }: Pick<Contest, 'organisationId'>, role: 'owner' | 'organiser' | 'clerk' = 'organiser') {
  const person = await makePerson()
  await db.organisationRole.create({ data: { organisationId, personId: person.id, role } })
  const set = await startSession(person.id, new Request(origin), { strong: true })
  return { personId: person.id, cookie: set.split(';')[0] ?? '' }
}

const order = (contest: Contest, personId: string, given: Partial<Parameters<typeof exportTalent>[0]> = {}) =>
  exportTalent({
    eventId: contest.eventId,
    stageId,
    receiver: '示例针织有限公司',
    purpose: '秋冬毛衫联名选人',
    format: 'csv',
    contacts: true,
    personId,
    requestKey: newId(),
    now,
    ...given,
  })

async function made(contest: Contest, personId: string, given: Partial<Parameters<typeof exportTalent>[0]> = {}): Promise<string> {
  const outcome = await order(contest, personId, given)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.exportId
}

async function namesIn(contest: Contest, exportId: string, personId: string, at = now) {
  const outcome = await exportedRows({ eventId: contest.eventId, exportId, format: 'csv', personId, now: at })
  return outcome.ok ? outcome.value.rows.map(({ name }) => name) : outcome.reason
}

const get = (cookie: string, path: string) => new Request(origin + path, { headers: { Cookie: cookie } })
const statusOf = async (answer: Promise<unknown>) => {
  try {
    const got = await answer
    return got instanceof Response ? got.status : ((got as { init?: { status?: number } | null }).init?.status ?? 200)
  } catch (thrown) {
    return thrown instanceof Response ? thrown.status : String(thrown)
  }
}

describe('who is in an export', () => {
  test('placed and in reserve, and agreed: nobody else, whatever they agreed to', async () => {
    const contest = await published()
    const { personId } = await staff(contest)
    const [first, second, third, unplaced] = contest.people
    await agree(contest, second)
    await agree(contest, third)
    await agree(contest, unplaced)
    await agree(contest, first, 'direct_contact')
    const exportId = await made(contest, personId)
    expect(await namesIn(contest, exportId, personId)).toEqual(['欧阳𠮷', '林知夏'])
    const disclosed = await db.disclosure.findMany({ where: { exportId } })
    expect(disclosed.map((one) => one.personId).sort()).toEqual([second, third].sort())
  })

  test('consent to another event or another organisation does not count', async () => {
    const contest = await published()
    const other = await published()
    const { personId } = await staff(contest)
    await agree(other, contest.people[0])
    await agree({ eventId: contest.eventId, organisationId: other.organisationId }, contest.people[1])
    expect(await order(contest, personId)).toEqual({ ok: false, reason: 'nobody' })
    expect(await db.talentExport.count({ where: { eventId: contest.eventId } })).toBe(0)
  })

  test('a withdrawn work and an erased person are left out', async () => {
    const contest = await published()
    const { personId } = await staff(contest)
    for (const one of contest.people) await agree(contest, one)
    const [first, second] = contest.people
    await db.entry.updateMany({ where: { eventId: contest.eventId, ownerId: first }, data: { state: 'withdrawn' } })
    await db.person.update({ where: { id: second }, data: { erasedAt: now } })
    expect(await namesIn(contest, await made(contest, personId), personId)).toEqual(['林知夏'])
  })

  test('contacts only of those who agreed to it, and only when they were asked for', async () => {
    const contest = await published()
    const { personId } = await staff(contest)
    const [first, second] = contest.people
    for (const one of [first, second]) await agree(contest, one)
    await agree(contest, second, 'direct_contact')
    const rowsOf = async (exportId: string) => {
      const outcome = await exportedRows({ eventId: contest.eventId, exportId, format: 'csv', personId, now })
      return outcome.ok ? outcome.value.rows.map(({ email }) => email) : []
    }
    expect(await rowsOf(await made(contest, personId))).toEqual([null, 'author-1@example.com'])
    expect(await rowsOf(await made(contest, personId, { contacts: false }))).toEqual([null, null])
  })

  test('agreeing to be contacted after the export adds no contacts to it', async () => {
    const contest = await published()
    const { personId } = await staff(contest)
    for (const one of contest.people.slice(0, 2)) await agree(contest, one)
    await agree(contest, contest.people[0], 'direct_contact')
    const exportId = await made(contest, personId)
    await agree(contest, contest.people[1], 'direct_contact', new Date(now.getTime() + 1000))
    const outcome = await exportedRows({ eventId: contest.eventId, exportId, format: 'csv', personId, now })
    expect(outcome.ok && outcome.value.rows.map(({ email }) => email)).toEqual(['author-0@example.com', null])
  })
})

describe('the same list again', () => {
  test('is the same people without who withdrew, and nobody who agreed later', async () => {
    const contest = await published()
    const { personId } = await staff(contest)
    const [first, second, third] = contest.people
    const consent = await agree(contest, first)
    await agree(contest, second)
    const exportId = await made(contest, personId)
    await agree(contest, third)
    expect(await withdrawConsent({ personId: first, consentId: consent.id, now })).toMatchObject({ ok: true })
    expect(await namesIn(contest, exportId, personId)).toEqual(['欧阳𠮷'])
    const actions = await db.ledgerRow.findMany({ where: { eventId: contest.eventId }, orderBy: { id: 'asc' } })
    expect(actions.map(({ action: one }) => one)).toEqual(['talent.exported', 'talent.downloaded'])
    expect(actions.map(({ body }) => body).join()).not.toMatch(/欧阳|示例针织/)
  })

  test('is over after thirty days, unknown in another format or from another event', async () => {
    const contest = await published()
    const other = await published()
    const { personId } = await staff(contest)
    await agree(contest, contest.people[0])
    const exportId = await made(contest, personId)
    expect(await namesIn(contest, exportId, personId, new Date('2026-12-20T04:00:00Z'))).toHaveLength(1)
    expect(await namesIn(contest, exportId, personId, new Date('2026-12-20T04:00:01Z'))).toBe('lapsed')
    expect(await namesIn(other, exportId, personId)).toBe('not-found')
    expect(await exportedRows({ eventId: contest.eventId, exportId, format: 'xlsx', personId, now })).toMatchObject({ reason: 'not-found' })
  })
})

describe('making an export', () => {
  test('a form sent twice, also at once, makes one', async () => {
    const contest = await published()
    const { personId } = await staff(contest)
    await agree(contest, contest.people[0])
    const requestKey = newId()
    const [a, b] = await Promise.all([order(contest, personId, { requestKey }), order(contest, personId, { requestKey })])
    expect(a).toEqual(b)
    expect(await db.talentExport.count({ where: { eventId: contest.eventId } })).toBe(1)
    expect(await db.disclosure.count({ where: { eventId: contest.eventId } })).toBe(1)
  })

  test('is refused for a result that is not public, and for a stage there is not', async () => {
    const contest = await published('closed')
    const { personId } = await staff(contest)
    await agree(contest, contest.people[0])
    expect(await order(contest, personId)).toEqual({ ok: false, reason: 'not-published' })
    expect(await order(contest, personId, { stageId: 'no-such' })).toEqual({ ok: false, reason: 'not-published' })
  })

  test('tells everybody once, each with the fields that left, also when the job runs again', async () => {
    const contest = await published()
    const { personId } = await staff(contest)
    const [first, second] = contest.people
    for (const one of [first, second]) await agree(contest, one)
    await agree(contest, second, 'direct_contact')
    const exportId = await made(contest, personId)
    for (let time = 0; time < 2; time++) await tellTalentExport({ eventId: contest.eventId, exportId })
    const notices = await db.notice.findMany({ where: { eventId: contest.eventId, template: 'talent-exported' } })
    expect(notices.map((notice) => notice.personId).sort()).toEqual([first, second].sort())
    const text = (of: string) => notices.find((notice) => notice.personId === of)?.text ?? ''
    for (const one of [first, second]) expect(text(one)).toContain('示例针织有限公司')
    expect(text(first)).not.toContain('手机号')
    expect(text(second)).toContain('手机号')
  })
})

describe('the pages', () => {
  const post = (contest: Contest, cookie: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({
      stage: stageId,
      receiver: '示例针织有限公司',
      purpose: '秋冬毛衫联名选人',
      format: 'csv',
      requestKey: newId(),
      ...fields,
    })
    return action({
      request: new Request(`${origin}/console/${contest.eventId}/talent`, { method: 'POST', headers: { Cookie: cookie }, body }),
      params: { slug: contest.eventId },
      context: {},
    })
  }

  test('a clerk may not, somebody else’s staff do not find it', async () => {
    const contest = await published()
    const other = await published()
    const open = (cookie: string) =>
      loader({ request: get(cookie, `/console/${contest.eventId}/talent`), params: { slug: contest.eventId }, context: {} })
    const fetchFile = (cookie: string) =>
      loadFile({
        request: get(cookie, `/console/${contest.eventId}/talent/csv?export=x`),
        params: { slug: contest.eventId, format: 'csv' },
        context: {},
      })
    for (const [role, contestOf, status] of [
      ['clerk', contest, 403],
      ['owner', other, 404],
    ] as const) {
      const { cookie } = await staff(contestOf, role)
      expect(await statusOf(open(cookie))).toBe(status)
      expect(await statusOf(fetchFile(cookie))).toBe(status)
      expect(await statusOf(post(contest, cookie, {}))).toBe(status)
    }
  })

  test('what was typed is kept when something is missing', async () => {
    const contest = await published()
    const { cookie } = await staff(contest)
    const bad: [Record<string, string>, string][] = [
      [{ receiver: ' ' }, 'receiver'],
      [{ purpose: 'ab' }, 'purpose'],
      [{ purpose: '长'.repeat(301) }, 'purpose'],
      [{ format: 'pdf' }, 'format'],
    ]
    for (const [fields, at] of bad) {
      const answer = (await post(contest, cookie, fields)) as unknown as {
        data: { wrong: object; values: object }
        init: { status: number }
      }
      expect(answer.init.status).toBe(400)
      expect(Object.keys(answer.data.wrong)).toEqual([at])
      expect(answer.data.values).toMatchObject({ stage: stageId, ...fields })
    }
    expect(await statusOf(post(contest, cookie, {}))).toBe(409)
  })

  test('the page counts, the file holds what the page said and no cell is a formula', async () => {
    const contest = await published()
    const { cookie } = await staff(contest)
    for (const one of contest.people.slice(0, 2)) await agree(contest, one)
    await agree(contest, contest.people[0], 'direct_contact')
    const page = await loader({
      request: get(cookie, `/console/${contest.eventId}/talent`),
      params: { slug: contest.eventId },
      context: {},
    })
    expect(page.counts).toEqual({ people: 2, contacts: 1, works: 2, others: 1 })
    expect(page.rows.map(({ agreed, place }) => [agreed, place])).toEqual([
      ['contact', '1'],
      ['pool', '2'],
      ['none', '候补'],
    ])
    const answer = (await post(contest, cookie, { contacts: 'yes' })) as Response
    const exportId = new URL(answer.headers.get('Location') ?? '', origin).searchParams.get('exported') ?? ''
    const file = await loadFile({
      request: get(cookie, `/console/${contest.eventId}/talent/csv?export=${exportId}`),
      params: { slug: contest.eventId, format: 'csv' },
      context: {},
    })
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).toContain(`"'@SUM(1)学院"`)
    expect(text).toContain('author-0@example.com')
    expect(text).not.toMatch(/author-1@|林知夏|落选者/)
  })

  test('an XLSX is one', async () => {
    const contest = await published()
    const { cookie, personId } = await staff(contest)
    await agree(contest, contest.people[0])
    const exportId = await made(contest, personId, { format: 'xlsx', now: new Date() })
    const file = await loadFile({
      request: get(cookie, `/console/${contest.eventId}/talent/xlsx?export=${exportId}&lang=en`),
      params: { slug: contest.eventId, format: 'xlsx' },
      context: {},
    })
    expect(file.headers.get('Content-Disposition')).toContain('.xlsx')
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  test('a format there is not, and an export there is not', async () => {
    const contest = await published()
    const { cookie } = await staff(contest)
    for (const format of ['pdf', 'csv']) {
      expect(
        await statusOf(
          loadFile({
            request: get(cookie, `/console/${contest.eventId}/talent/${format}?export=x`),
            params: { slug: contest.eventId, format },
            context: {},
          }),
        ),
      ).toBe(404)
    }
  })
})
