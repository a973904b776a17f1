import { describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { exportedRows } from '~/domain/talent/exported-rows.server'
import { tellTalentExport } from '~/domain/talent/tell-talent-export.server'
import { withdrawConsent } from '~/domain/privacy/withdraw-consent.server'
import { agree, makeExport, makeStaff, namesIn, now, orderExport, talentContest } from '#test/support/talent-contest'

describe('who is in an export', () => {
  test('placed and in reserve, and agreed: nobody else, whatever they agreed to', async () => {
    const contest = await talentContest()
    const { personId } = await makeStaff(contest)
    const [first, second, third, unplaced] = contest.people
    await agree(contest, second)
    await agree(contest, third)
    await agree(contest, unplaced)
    await agree(contest, first, 'direct_contact')
    const exportId = await makeExport(contest, personId)
    expect(await namesIn(contest, exportId, personId)).toEqual(['欧阳𠮷', '林知夏'])
    const disclosed = await db.disclosure.findMany({ where: { exportId } })
    expect(disclosed.map((one) => one.personId).sort()).toEqual([second, third].sort())
  })

  test('consent to another event or another organisation does not count', async () => {
    const contest = await talentContest()
    const other = await talentContest()
    const { personId } = await makeStaff(contest)
    await agree(other, contest.people[0])
    await agree({ eventId: contest.eventId, organisationId: other.organisationId }, contest.people[1])
    expect(await orderExport(contest, personId)).toEqual({ ok: false, reason: 'nobody' })
    expect(await db.talentExport.count({ where: { eventId: contest.eventId } })).toBe(0)
  })

  test('a withdrawn work and an erased person are left out', async () => {
    const contest = await talentContest()
    const { personId } = await makeStaff(contest)
    for (const one of contest.people) await agree(contest, one)
    const [first, second] = contest.people
    await db.entry.updateMany({ where: { eventId: contest.eventId, ownerId: first }, data: { state: 'withdrawn' } })
    await db.person.update({ where: { id: second }, data: { erasedAt: now } })
    expect(await namesIn(contest, await makeExport(contest, personId), personId)).toEqual(['林知夏'])
  })

  test('contacts only of those who agreed to it, and only when they were asked for', async () => {
    const contest = await talentContest()
    const { personId } = await makeStaff(contest)
    const [first, second] = contest.people
    for (const one of [first, second]) await agree(contest, one)
    await agree(contest, second, 'direct_contact')
    const rowsOf = async (exportId: string) => {
      const outcome = await exportedRows({ eventId: contest.eventId, exportId, format: 'csv', personId, now })
      return outcome.ok ? outcome.value.rows.map(({ email }) => email) : []
    }
    expect(await rowsOf(await makeExport(contest, personId))).toEqual([null, 'author-1@example.com'])
    expect(await rowsOf(await makeExport(contest, personId, { contacts: false }))).toEqual([null, null])
  })

  test('agreeing to be contacted after the export adds no contacts to it', async () => {
    const contest = await talentContest()
    const { personId } = await makeStaff(contest)
    for (const one of contest.people.slice(0, 2)) await agree(contest, one)
    await agree(contest, contest.people[0], 'direct_contact')
    const exportId = await makeExport(contest, personId)
    await agree(contest, contest.people[1], 'direct_contact', new Date(now.getTime() + 1000))
    const outcome = await exportedRows({ eventId: contest.eventId, exportId, format: 'csv', personId, now })
    expect(outcome.ok && outcome.value.rows.map(({ email }) => email)).toEqual(['author-0@example.com', null])
  })
})

describe('the same list again', () => {
  test('is the same people without who withdrew, and nobody who agreed later', async () => {
    const contest = await talentContest()
    const { personId } = await makeStaff(contest)
    const [first, second, third] = contest.people
    const consent = await agree(contest, first)
    await agree(contest, second)
    const exportId = await makeExport(contest, personId)
    await agree(contest, third)
    expect(await withdrawConsent({ personId: first, consentId: consent.id, now })).toMatchObject({ ok: true })
    expect(await namesIn(contest, exportId, personId)).toEqual(['欧阳𠮷'])
    const actions = await db.ledgerRow.findMany({ where: { eventId: contest.eventId }, orderBy: { id: 'asc' } })
    expect(actions.map(({ action: one }) => one)).toEqual(['talent.exported', 'talent.downloaded'])
    expect(actions.map(({ body }) => body).join()).not.toMatch(/欧阳|示例针织/)
  })

  test('is over after thirty days, unknown in another format or from another event', async () => {
    const contest = await talentContest()
    const other = await talentContest()
    const { personId } = await makeStaff(contest)
    await agree(contest, contest.people[0])
    const exportId = await makeExport(contest, personId)
    expect(await namesIn(contest, exportId, personId, new Date('2026-12-20T04:00:00Z'))).toHaveLength(1)
    expect(await namesIn(contest, exportId, personId, new Date('2026-12-20T04:00:01Z'))).toBe('lapsed')
    expect(await namesIn(other, exportId, personId)).toBe('not-found')
    expect(await exportedRows({ eventId: contest.eventId, exportId, format: 'xlsx', personId, now })).toMatchObject({ reason: 'not-found' })
  })
})

describe('making an export', () => {
  test('a form sent twice, also at once, makes one', async () => {
    const contest = await talentContest()
    const { personId } = await makeStaff(contest)
    await agree(contest, contest.people[0])
    const requestKey = newId()
    const [a, b] = await Promise.all([orderExport(contest, personId, { requestKey }), orderExport(contest, personId, { requestKey })])
    expect(a).toEqual(b)
    expect(await db.talentExport.count({ where: { eventId: contest.eventId } })).toBe(1)
    expect(await db.disclosure.count({ where: { eventId: contest.eventId } })).toBe(1)
  })

  test('is refused for a result that is not public, and for a stage there is not', async () => {
    const contest = await talentContest('closed')
    const { personId } = await makeStaff(contest)
    await agree(contest, contest.people[0])
    expect(await orderExport(contest, personId)).toEqual({ ok: false, reason: 'not-published' })
    expect(await orderExport(contest, personId, { stageId: 'no-such' })).toEqual({ ok: false, reason: 'not-published' })
  })

  test('tells everybody once, each with the fields that left, also when the job runs again', async () => {
    const contest = await talentContest()
    const { personId } = await makeStaff(contest)
    const [first, second] = contest.people
    for (const one of [first, second]) await agree(contest, one)
    await agree(contest, second, 'direct_contact')
    const exportId = await makeExport(contest, personId)
    for (let time = 0; time < 2; time++) await tellTalentExport({ eventId: contest.eventId, exportId })
    const notices = await db.notice.findMany({ where: { eventId: contest.eventId, template: 'talent-exported' } })
    expect(notices.map((notice) => notice.personId).sort()).toEqual([first, second].sort())
    const text = (of: string) => notices.find((notice) => notice.personId === of)?.text ?? ''
    for (const one of [first, second]) expect(text(one)).toContain('示例针织有限公司')
    expect(text(first)).not.toContain('手机号')
    expect(text(second)).toContain('手机号')
  })
})
