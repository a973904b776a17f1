import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '~/db.server'
import { openStage } from '~/domain/judging/open-stage.server'
import { tellResults } from '~/domain/judging/tell-results.server'
import { newId } from '~/domain/new-id.server'
import { action, loader } from '~/routes/console/objections'
import { loader as loadObject, action as object } from '~/routes/site/object'
import { loader as loadResults } from '~/routes/site/results'
import { loader as loadVersion } from '~/routes/site/results-version'
import { loader as loadWork } from '~/routes/site/work'
import { answerOf, makeStaff, send, visit } from '#test/support/console'
import { objection } from '#test/support/objection'
import { judgedCup } from '#test/support/published-cup'

beforeAll(() => {
  for (const name of ['SESSION_SECRET', 'CODE_SECRET']) process.env[name] ??= 'for-tests-only-'.repeat(3)
  process.env.SEAL_KEY ??= `${'A'.repeat(43)}=`
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

type Cup = Awaited<ReturnType<typeof judgedCup>>
let cup: Cup
let office: Awaited<ReturnType<typeof makeStaff>>
let reader: Awaited<ReturnType<typeof makeStaff>>

beforeEach(async () => {
  cup = await judgedCup()
  await cup.publish()
  // the notice is under way whatever day the test runs on
  const day = 86_400_000
  await db.stage.updateMany({
    where: { eventId: cup.slug, id: 'notice' },
    data: { opensAt: new Date(Date.now() - day), closesAt: new Date(Date.now() + day) },
  })
  office = await makeStaff(cup.slug, 'organiser')
  reader = await makeStaff(cup.slug, 'none')
})

const path = (code: string) => `/e/${cup.slug}/works/${code}/object`
const raise = (code: string, text = '该作品与2024年已发表的作品雷同，见附链接。', requestKey = newId()) =>
  answerOf(() => object({ request: objection(path(code), reader, { text, requestKey }), params: { slug: cup.slug, code }, context: {} }))
const desk = () => `/console/${cup.slug}/stages/${cup.stageId}/objections`
const params = () => ({ slug: cup.slug, stage: cup.stageId })
const look = async (query = '') =>
  (await answerOf(() => loader({ request: visit(desk() + query, office), params: params(), context: {} }))).body as unknown as {
    objections: { id: string; name: string; state: string; entryId: string }[]
    preview: { version: number; refusal: string | null; effects: { code: string; before: object; after: object }[] } | null
  }
const decide = (fields: Record<string, string>) =>
  answerOf(() => action({ request: send(desk(), office, fields), params: params(), context: {} }))
const publicPage = async () =>
  (await loadResults({ request: new Request(`http://127.0.0.1:3000/e/${cup.slug}/results`), params: { slug: cup.slug }, context: {} }))
    .stages[0]
const academic = async () =>
  (await publicPage())?.rows.filter(({ category }) => category === 'academic').map(({ code, rank, standing }) => [code, rank, standing])

test('anyone signed in may object while the notice runs, once at a time; only the office reads who', async () => {
  const key = newId()
  for (let time = 0; time < 2; time += 1) expect((await raise(cup.finalist.code, undefined, key)).status).toBe(302)
  expect(await raise(cup.finalist.code, '另一条理由，也很长很长。')).toMatchObject({ status: 409 })
  expect(await raise(cup.otherFinalist.code, '太短')).toMatchObject({ status: 400, body: { typed: '太短' } })
  expect((await look()).objections).toMatchObject([{ name: '工作人员none', state: 'raised', entryId: cup.finalist.id }])
  const shown = JSON.stringify([
    await publicPage(),
    await loadWork({ request: new Request('http://127.0.0.1:3000/'), params: { slug: cup.slug, code: cup.finalist.code }, context: {} }),
  ])
  expect(shown).not.toContain('工作人员none')
  const [row] = await db.ledgerRow.findMany({ where: { eventId: cup.slug, action: 'objection.raised' } })
  expect(row?.body).not.toContain('雷同')
  expect(row?.body).not.toContain(reader.personId)
})

test('before and after the notice, and about a work that was not selected, nobody objects', async () => {
  expect((await raise(cup.unselected.code)).status).toBe(409)
  expect(
    await answerOf(() =>
      loadObject({ request: visit(path(cup.unselected.code), reader), params: { slug: cup.slug, code: cup.unselected.code }, context: {} }),
    ),
  ).toMatchObject({ status: 404 })
  const over = new Date(Date.now() - 86_400_000)
  await db.stage.updateMany({
    where: { eventId: cup.slug, id: cup.stageId },
    data: { publishedAt: new Date(over.getTime() - 30 * 86_400_000) },
  })
  await db.stage.updateMany({
    where: { eventId: cup.slug, id: 'notice' },
    data: { opensAt: new Date(over.getTime() - 10 * 86_400_000), closesAt: over },
  })
  expect(await raise(cup.finalist.code)).toMatchObject({ status: 409, body: { refusal: expect.stringContaining('公示期') as string } })
})

describe('an objection', () => {
  test('that is dismissed changes nothing and is answered', async () => {
    await raise(cup.finalist.code)
    const before = await academic()
    const { objections } = await look()
    const dismissal = { intent: 'dismiss', objection: objections[0]?.id ?? '', reason: '经比对不构成雷同' }
    expect(await decide({ ...dismissal, reason: ' ' })).toMatchObject({ status: 409 })
    for (let time = 0; time < 2; time += 1) expect((await decide(dismissal)).status).toBe(302)
    expect(await academic()).toEqual(before)
    expect(await db.notice.findMany({ where: { personId: reader.personId } })).toMatchObject([
      { text: expect.stringContaining('经比对不构成雷同') as string },
    ])
    expect(await db.ledgerRow.count({ where: { eventId: cup.slug, action: 'objection.decided' } })).toBe(1)
  })

  test('that is upheld disqualifies: the alternate moves up in a new version, the old one stays readable', async () => {
    await raise(cup.finalist.code)
    const { objections } = await look()
    const objection = objections[0]?.id ?? ''
    const { preview } = await look(`?work=${cup.finalist.id}&objection=${objection}`)
    expect(preview).toMatchObject({ version: 1, refusal: null })
    expect(preview?.effects.map(({ code, before, after }) => [code, before, after])).toEqual([
      [cup.finalist.code, { rank: 1, standing: 'place' }, { rank: null, standing: 'disqualified' }],
      [cup.alternate.code, { rank: 2, standing: 'alternate' }, { rank: 1, standing: 'place' }],
      [expect.any(String), { rank: 3, standing: 'none' }, { rank: 2, standing: 'alternate' }],
    ])
    expect(await db.publication.count({ where: { eventId: cup.slug } })).toBe(1)
    const uphold = {
      intent: 'uphold',
      objection,
      reason: '核查属实',
      reasonZh: '作品曾公开发表',
      reasonEn: 'Published before',
      version: '1',
    }
    expect(await decide({ ...uphold, reasonEn: '' })).toMatchObject({ status: 409, body: { typed: { reasonZh: '作品曾公开发表' } } })
    expect(await decide({ ...uphold, version: '7' })).toMatchObject({ status: 409 })
    for (let time = 0; time < 2; time += 1) expect((await decide(uphold)).status).toBe(302)

    expect((await academic())?.slice(0, 1)).toEqual([[cup.alternate.code, 1, 'place']])
    expect(await publicPage()).toMatchObject({
      version: 2,
      correction: { reason: { zh: '作品曾公开发表', en: 'Published before' } },
      earlier: [{ version: 1 }],
    })
    await expect(
      loadWork({ request: new Request('http://127.0.0.1:3000/'), params: { slug: cup.slug, code: cup.finalist.code }, context: {} }),
    ).rejects.toMatchObject({ status: 404 })
    const old = await loadVersion({
      request: new Request('http://127.0.0.1:3000/'),
      params: { slug: cup.slug, stage: cup.stageId, version: '1' },
      context: {},
    })
    expect(old.categories[0]?.rows.map(({ code, rank, gone }) => [code, rank, gone])).toEqual([
      [cup.finalist.code, 1, true],
      [cup.alternate.code, 2, false],
    ])
    expect(old.replaced).toMatchObject({ version: 2, reason: { zh: '作品曾公开发表' } })

    await tellResults({ eventId: cup.slug, stageId: cup.stageId, version: 2 })
    const told = await db.notice.findMany({ where: { eventId: cup.slug }, select: { personId: true, template: true } })
    expect(told).toContainEqual({ personId: reader.personId, template: 'message' })
    expect(told).toContainEqual({ personId: cup.finalist.personId, template: 'message' })
    expect(told).toContainEqual({ personId: cup.alternate.personId, template: 'result-finalist' })
    expect(told.some(({ personId }) => personId === cup.otherFinalist.personId)).toBe(false)
    const [row] = await db.ledgerRow.findMany({ where: { eventId: cup.slug, action: 'results.corrected' } })
    expect(JSON.parse(row?.body ?? '')).toMatchObject({ version: 2, entry: cup.finalist.id, by: office.personId })
    expect(row?.body).not.toContain('公开发表')
  })

  test('keeps the next stage from opening while it waits', async () => {
    await raise(cup.finalist.code)
    const final = { eventId: cup.slug, stageId: 'final', byId: 'office', now: new Date() }
    expect(await openStage(final)).toMatchObject({ ok: false, reason: 'objections-open' })
  })
})

test('two colleagues taking out works from the same version: the second looks again', async () => {
  const out = (work: string) =>
    decide({ intent: 'take-out', leaving: 'withdrawn', work, version: '1', reasonZh: '作者退出', reasonEn: 'The author withdrew' })
  const answers = await Promise.all([out(cup.finalist.id), out(cup.otherFinalist.id)])
  expect(answers.map(({ status }) => status).sort()).toEqual([302, 409])
  expect(await db.publication.count({ where: { eventId: cup.slug } })).toBe(2)
})

test('once the next stage is open its finalists stay', async () => {
  await db.stage.updateMany({ where: { eventId: cup.slug, id: 'final' }, data: { state: 'open', frozenAt: new Date() } })
  expect(
    await decide({ intent: 'take-out', leaving: 'withdrawn', work: cup.finalist.id, version: '1', reasonZh: '退出', reasonEn: 'Withdrew' }),
  ).toMatchObject({ status: 409 })
  expect(await db.publication.count({ where: { eventId: cup.slug } })).toBe(1)
})

test('a clerk sees no objections', async () => {
  const clerk = await makeStaff(cup.slug, 'clerk')
  expect(await answerOf(() => loader({ request: visit(desk(), clerk), params: params(), context: {} }))).toMatchObject({ status: 403 })
})
