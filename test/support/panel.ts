import { db } from '~/db.server'
import { openStage } from '~/domain/judging/open-stage.server'
import type { Rulebook } from '~/domain/judging/rulebook'
import type { BallotRules } from '~/domain/judging/votes/ballot'
import { VOTE } from '~/domain/judging/votes/choice'
import { newId } from '~/domain/new-id.server'
import { invariant } from '~/invariant'
import { startSession } from '~/session.server'
import { makeEvent, makePerson } from './factories'

/** Three criteria from 1 to 10 in half marks; judges' totals, from five judges on without the highest and the lowest. */
export const testRulebook: Rulebook = {
  rulebook: 1,
  criteria: [
    { id: 'design', weight: 5, min: 1, max: 10, step: 0.5, name: { zh: '创意', en: 'Design' } },
    { id: 'craft', weight: 3, min: 1, max: 10, step: 0.5, name: { zh: '工艺', en: 'Craft' } },
    { id: 'colour', weight: 2, min: 1, max: 10, step: 0.5, name: { zh: '色彩', en: 'Colour' } },
  ],
  drop: { level: 'total', high: 1, low: 1, fromJudges: 5 },
  rounding: { total: 2 },
  ties: ['undropped-mean', 'criterion:design', 'chair'],
  quota: { places: 2, alternates: 1, per: 'group' },
}

const config = {
  contest: {
    entry: {
      fields: [
        { id: 'title', type: 'text', label: { zh: '作品名称', en: 'Title' }, shownToJudges: true },
        { id: 'concept', type: 'longtext', label: { zh: '设计说明', en: 'Concept' }, shownToJudges: true },
        { id: 'phone', type: 'text', label: { zh: '联系电话', en: 'Telephone' }, shownToJudges: false },
      ],
      files: [
        { id: 'board', label: { zh: '效果图', en: 'Board' } },
        { id: 'craft', label: { zh: '工艺图', en: 'Craft sheet' } },
      ],
    },
  },
}

type Options = {
  judges?: number
  works?: number
  rulebook?: Rulebook | null
  ballot?: BallotRules
  declared?: boolean
  open?: boolean
  type?: 'score' | 'live'
  status?: 'draft' | 'open'
}

export type TestJudge = { seatId: string; personId: string; email: string }

/** An event with one scoring stage, works by people of their own, and a panel; open and declared unless told otherwise. */
export async function makePanel({
  judges = 3,
  works = 4,
  rulebook = testRulebook,
  ballot,
  declared = true,
  open = true,
  type = 'score',
  status = 'open',
}: Options = {}) {
  const { id: eventId } = await makeEvent({ config, status })
  const stageId = 'preliminary'
  await db.contestGroup.createMany({
    data: [
      { eventId, id: 'academic', position: 0, nameZh: '院校组', nameEn: 'Academic' },
      { eventId, id: 'professional', position: 1, nameZh: '职业组', nameEn: 'Professional' },
    ],
  })
  await db.stage.create({
    data: {
      eventId,
      id: stageId,
      position: 1,
      type: rulebook ? type : 'vote',
      nameZh: '初评',
      nameEn: 'Preliminary',
      ...(rulebook ? { rulebook: JSON.parse(JSON.stringify(rulebook)) } : {}),
      ...(ballot ? { ballot } : {}),
      closesAt: new Date(Date.now() + 8 * 3_600_000),
      criteria: {
        create: [...(rulebook?.criteria.map(({ id }) => id) ?? []), ...(ballot ? [VOTE] : [])].map((id, position) => ({ id, position })),
      },
    },
  })
  const entries = await Promise.all(Array.from({ length: works }, (_, n) => makeWork(eventId, n)))
  const panel = await Promise.all(Array.from({ length: judges }, (_, n) => makeJudge(eventId, stageId, n, declared)))
  if (open) {
    const opened = await openStage({ eventId, stageId, byId: 'office', now: new Date() })
    invariant(opened.ok, 'the test stage opens')
  }
  const [judge, other] = panel
  invariant(judge, 'a panel has a judge')
  return { eventId, stageId, works: entries, panel, judge, other: other ?? judge }
}

/** An accepted work with its author, school, e-mail and one file. */
export async function makeWork(
  eventId: string,
  n: number,
  given: { name?: string; organisation?: string; email?: string; personId?: string; groupId?: string } = {},
) {
  const name = given.name ?? `作者${n}号`
  const person = given.personId ? { id: given.personId } : await makePerson({ name })
  const id = newId()
  const number = String(n + 1).padStart(4, '0')
  await db.entry.create({
    data: {
      eventId,
      id,
      groupId: given.groupId ?? (n % 2 ? 'professional' : 'academic'),
      number: `2026-${number}`,
      code: `K-${number}`,
      title: `潮信${n}`,
      fields: { title: `潮信${n}`, concept: '以潮水的节律组织绞花。', phone: '13900001111' },
      state: 'accepted',
      contentReview: { create: { version: 0, state: 'passed' } },
      ownerId: person.id,
      startedById: person.id,
      authors: {
        create: {
          id: newId(),
          role: 'author',
          position: 0,
          personId: person.id,
          name,
          organisation: given.organisation ?? `第${n}纺织学院`,
          email: given.email ?? `author-${number}@studio-${number}.example`,
        },
      },
      files: {
        create: {
          id: newId(),
          slot: 'board',
          state: 'ready',
          originalName: `${name}_效果图_终稿.jpg`,
          mime: 'image/jpeg',
          width: 4961,
          height: 3508,
          originalKey: `originals/${id}`,
          viewKey: `views/${id}.webp`,
          thumbKey: `thumbs/${id}.webp`,
          startedAt: new Date('2026-09-01T02:03:04Z'),
        },
      },
    },
  })
  return { id, code: `K-${number}`, name, personId: person.id }
}

export async function makeJudge(eventId: string, stageId: string, n: number, declared = true): Promise<TestJudge> {
  const email = `judge-${newId(6)}@jury-${n}.example`
  const person = await makePerson({ name: `评委${'甲乙丙丁戊己庚辛壬癸'[n % 10] ?? ''}${n}`, email })
  const seatId = newId()
  const now = new Date()
  await db.judgeSeat.create({
    data: {
      eventId,
      stageId,
      id: seatId,
      personId: person.id,
      name: person.name,
      label: `${n + 1}`.padStart(3, '0'),
      affiliation: `示例研究院${n}`,
      ...(declared ? { acceptedAt: now, declaredAt: now, declaration: { schools: [], companies: [], people: [] } } : {}),
    },
  })
  return { seatId, personId: person.id, email }
}

let marked = Date.now() - 3_600_000

/** A mark as a desk sends it; each call a second later than the one before. */
export const sentMark = (code: string, criterion: string, value: string | null, given: { markId?: string; markedAt?: string } = {}) => ({
  markId: given.markId ?? crypto.randomUUID(),
  code,
  criterion,
  value,
  markedAt: given.markedAt ?? new Date((marked += 1_000)).toISOString(),
})

/** The Cookie header of a new session. */
export async function cookieOf(personId: string): Promise<string> {
  const set = await startSession(personId, new Request('http://127.0.0.1/'))
  return set.split(';')[0] ?? ''
}
