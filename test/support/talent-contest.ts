import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { exportTalent } from '~/domain/talent/export-talent.server'
import { exportedRows } from '~/domain/talent/exported-rows.server'
import { startSession } from '~/session.server'
import { makeEvent, makePerson } from './factories'
import { makeWork, testRulebook } from './panel'
import { publishRows } from './publish-rows'

export const origin = 'http://127.0.0.1:3000'
export const stageId = 'final'
export const now = new Date('2026-11-20T04:00:00Z')
const before = new Date('2026-10-01T04:00:00Z')

/** A contest with a result: the first two works are placed, the third stands in reserve, the last has no place. */
export async function talentContest(state: 'published' | 'closed' = 'published') {
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

export type Contest = Awaited<ReturnType<typeof talentContest>>

export const agree = (
  { eventId, organisationId }: Pick<Contest, 'eventId' | 'organisationId'>,
  personId: string,
  kind: 'talent_pool' | 'direct_contact' = 'talent_pool',
  grantedAt = before,
) => db.consent.create({ data: { id: newId(), personId, kind, eventId, organisationId, text: '同意', grantedAt } })

export async function makeStaff({ organisationId }: Pick<Contest, 'organisationId'>, role: 'owner' | 'organiser' | 'clerk' = 'organiser') {
  const person = await makePerson()
  await db.organisationRole.create({ data: { organisationId, personId: person.id, role } })
  const set = await startSession(person.id, new Request(origin), { strong: true })
  return { personId: person.id, cookie: set.split(';')[0] ?? '' }
}

export const orderExport = (contest: Contest, personId: string, given: Partial<Parameters<typeof exportTalent>[0]> = {}) =>
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

export async function makeExport(
  contest: Contest,
  personId: string,
  given: Partial<Parameters<typeof exportTalent>[0]> = {},
): Promise<string> {
  const outcome = await orderExport(contest, personId, given)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value.exportId
}

export async function namesIn(contest: Contest, exportId: string, personId: string, at = now) {
  const outcome = await exportedRows({ eventId: contest.eventId, exportId, format: 'csv', personId, now: at })
  return outcome.ok ? outcome.value.rows.map(({ name }) => name) : outcome.reason
}
