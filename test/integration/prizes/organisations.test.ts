import { beforeAll, expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import { confirmOrganisations } from '~/domain/prizes/confirm-organisations.server'
import { organisationBoards } from '~/domain/prizes/organisation-queries.server'
import { loader as certificate } from '~/routes/console/organisation-certificate'
import { action, loader } from '~/routes/console/organisations'
import { loader as results } from '~/routes/site/results'
import { loader as verify } from '~/routes/site/verify'
import { answerOf, makeStaff, queriesOf, send, visit } from '#test/support/console'
import { publishRows } from '#test/support/publish-rows'
import { judgedCup } from '#test/support/published-cup'

beforeAll(() => {
  for (const name of ['SESSION_SECRET', 'CODE_SECRET']) process.env[name] ??= 'for-tests-only-'.repeat(3)
  process.env.SEAL_KEY ??= `${'A'.repeat(43)}=`
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

/** A cup with a published final: 甲 brought the finalist under two names, 乙 two works, 丙 three without success. */
async function finished() {
  const cup = await judgedCup()
  await cup.publish()
  const { slug, works, finalist } = cup
  const names = ['示例美院', '示例美术学院', '乙厂', '乙厂', '丙院', '丙院']
  for (const [n, work] of works.entries())
    await db.entryAuthor.updateMany({ where: { eventId: slug, entryId: work.id }, data: { organisation: names[n] ?? '' } })
  const { organisationId } = await db.event.findUniqueOrThrow({ where: { id: slug } })
  await db.nameAlias.upsert({
    where: { organisationId_spelling: { organisationId, spelling: '示例美院' } },
    create: { organisationId, spelling: '示例美院', canonical: '示例美术学院' },
    update: {},
  })
  const row = { category: 'academic', group: 'academic', track: null, total: '80.00', judges: 7, standing: 'place' as const }
  const final = () => publishRows(slug, 'final', [{ ...row, entry: finalist.id, rank: 1 }])
  await db.$executeRaw`update "Event" set "config" = jsonb_set("config"::jsonb, '{contest,awards}', (
    select jsonb_agg(case when a->>'to' = 'organisations' then a || '{"count": 1, "atLeast": 2}' else a end)
    from jsonb_array_elements("config"::jsonb->'contest'->'awards') a))::json where "id" = ${slug}`
  return { ...cup, final }
}

const confirm = (eventId: string, names: string[], reason = '') =>
  confirmOrganisations({ eventId, awardId: 'organisation', names, reason, byId: 'office', requestKey: newId(), now: new Date() })
const [first, second] = ['示例美术学院', '乙厂']

test('the organiser confirms what the rule proposes, and it stands in the announcement, the results and a certificate', async () => {
  const { slug, final } = await finished()
  expect(await confirm(slug, [first])).toMatchObject({ ok: false, reason: 'not-published' })
  await final()
  const { boards } = await organisationBoards(slug)
  expect(
    boards[0]?.rows.map(({ name, submitted, finalists, prizes, points, proposed }) => [
      name,
      submitted,
      finalists,
      prizes,
      points,
      proposed,
    ]),
  ).toEqual([
    [first, 2, 2, 1, 22, true],
    ['丙院', 2, 0, 0, 2, false],
    [second, 2, 0, 0, 2, false],
  ])
  const staff = await makeStaff(slug, 'organiser')
  const path = `/console/${slug}/organisations`
  const fields = { award: 'organisation', names: [first], requestKey: newId() }
  const sendOnce = () => answerOf(() => action({ request: send(path, staff, fields), params: { slug }, context: {} }))
  expect((await sendOnce()).status).toBe(302)
  expect((await sendOnce()).status).toBe(302)
  expect(await db.announcement.count({ where: { eventId: slug, titleZh: '最佳组织奖名单公布', bodyZh: { contains: first } } })).toBe(1)

  const shown = await results({ request: new Request(`http://127.0.0.1:3000/e/${slug}/results`), params: { slug }, context: {} })
  expect(shown.organisations).toMatchObject([{ name: first, award: { en: 'Best organisation' }, figures: { submitted: 2, prizes: 1 } }])
  const number = shown.organisations[0]?.number ?? ''
  const seen = await verify({ request: new Request(`http://127.0.0.1:3000/verify/${number}`), params: { number }, context: {} })
  expect(seen).toMatchObject({ name: first, revoked: false, work: null })
  const pdf = await certificate({ request: visit(`${path}/${number}`, staff), params: { slug, number }, context: {} })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await pdf.arrayBuffer())), { mergePages: true })
  for (const word of [first, '最佳组织奖', '报送作品2件']) expect(text.replace(/\s+/g, '')).toContain(word)
  const other = await answerOf(() => certificate({ request: visit('/x', staff), params: { slug: 'datang-cup-2026', number }, context: {} }))
  expect(other.status).toBe(404)
})

test('another choice than the rule’s needs a reason; who loses the award loses the certificate', async () => {
  const { slug, final } = await finished()
  await final()
  expect(await confirm(slug, [second])).toMatchObject({ ok: false, reason: 'no-reason' })
  expect(await confirm(slug, [first, second])).toMatchObject({ ok: false, reason: 'too-many' })
  expect(await confirm(slug, ['没有的学校'])).toMatchObject({ ok: false, reason: 'unknown-name' })
  expect(await confirm(slug, [first])).toMatchObject({ ok: true })
  const { number } = await db.organisationAward.findFirstOrThrow({ where: { eventId: slug, name: first } })
  expect(await confirm(slug, [second], '甲单位自愿放弃')).toMatchObject({ ok: true })
  const seen = await verify({ request: new Request(`http://127.0.0.1:3000/verify/${number}`), params: { number }, context: {} })
  expect(seen.revoked).toBe(true)
  expect(await confirm(slug, [first], '更正')).toMatchObject({ ok: true })
  expect(await db.organisationAward.findMany({ where: { eventId: slug, revokedAt: null }, select: { number: true } })).toEqual([{ number }])
})

test('the page costs the same whether an event has few organisations or many', async () => {
  const { slug } = await finished()
  const staff = await makeStaff(slug, 'organiser')
  const open = () => loader({ request: visit(`/console/${slug}/organisations`, staff), params: { slug }, context: {} })
  const before = await queriesOf(open)
  await db.entryAuthor.updateMany({ where: { eventId: slug }, data: { organisation: '同一单位' } })
  expect(await queriesOf(open)).toBe(before)
})
