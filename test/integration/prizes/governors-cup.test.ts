import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { forwardWorks } from '~/domain/forwarding/forward-works.server'
import { closeStage } from '~/domain/judging/close-stage.server'
import { callWork } from '~/domain/judging/live/call-work.server'
import { drawRunningOrder } from '~/domain/judging/live/draw-running-order.server'
import { revealWork } from '~/domain/judging/live/reveal-work.server'
import { openStage } from '~/domain/judging/open-stage.server'
import { publishResults } from '~/domain/judging/publish-results.server'
import { saveMarks } from '~/domain/judging/save-marks.server'
import { signSheet } from '~/domain/judging/sign-sheet.server'
import { newId } from '~/domain/new-id.server'
import { drawUpPayments } from '~/domain/prizes/draw-up-payments.server'
import { loader as forwardingPage } from '~/routes/console/forwarding'
import { invariant } from '~/invariant'
import { makeStaff, visit } from '#test/support/console'
import { makePerson } from '#test/support/factories'
import { applied } from '#test/support/cup'
import { makeJudge, makeWork, sentMark } from '#test/support/panel'
import { publishRows } from '#test/support/publish-rows'

beforeAll(() => {
  for (const name of ['SESSION_SECRET', 'CODE_SECRET']) process.env[name] ??= 'for-tests-only-'.repeat(3)
  process.env.SEAL_KEY ??= `${'A'.repeat(43)}=`
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

const fileOf = (name: string) => readFileSync(`seeds/events/${name}.yaml`, 'utf8')
const CRITERIA = ['innovation', 'function', 'craft', 'beauty', 'green']

/** Both cups as series of their own; the sub-contest sends `places` works of each group. */
async function cups(change: (source: string) => string = (source) => source) {
  const [sub, main] = [`textile-${newId(6)}`, `main-${newId(6)}`]
  const parent = fileOf('governors-cup-2026')
    .replace('series: governors-cup', `series: ${main}`)
    .replace('[governors-cup-textile-2026]', `[${sub}-2026]`)
  const source = change(
    fileOf('governors-cup-textile-2026')
      .replace('series: governors-cup-textile', `series: ${sub}`)
      .replace('parent: governors-cup-2026', `parent: ${main}-2026`)
      .replace('places: 20, per', 'places: 1, per'),
  )
  await applied(parent)
  await applied(source)
  return { slug: `${sub}-2026`, parentId: `${main}-2026`, source, parent }
}

/** Works by people of their own: two products, two concepts, the earlier the better. */
const works = (slug: string) =>
  Promise.all(Array.from({ length: 4 }, (_, n) => makeWork(slug, n, { groupId: n % 2 ? 'concept' : 'product' })))

/** Judges one stage with one judge, from opening to publication. */
async function run(slug: string, stageId: string, codes: readonly string[], n: number) {
  const judge = await makeJudge(slug, stageId, n)
  const now = new Date()
  const stage = { eventId: slug, stageId, byId: 'office', now }
  const ok = (outcome: { ok: boolean }) => invariant(outcome.ok, `${stageId}: ${JSON.stringify(outcome)}`)
  ok(await openStage({ ...stage, endsCall: true }))
  await db.stage.updateMany({ where: { eventId: slug, id: stageId }, data: { closesAt: new Date(now.getTime() + 3_600_000) } })
  const isLive = stageId === 'final'
  if (isLive) ok(await drawRunningOrder({ ...stage, seed: 42 }))
  for (const [at, code] of codes.entries()) {
    const { id: entryId } = await db.entry.findFirstOrThrow({ where: { eventId: slug, code } })
    if (isLive) ok(await callWork({ ...stage, entryId }))
    const marks = CRITERIA.map((criterion) => sentMark(code, criterion, (0.9 - at / 10).toFixed(1)))
    ok(await saveMarks({ eventId: slug, stageId, ...judge, marks, now: new Date() }))
    if (isLive) ok(await revealWork({ ...stage, entryId, reason: '' }))
  }
  ok(await signSheet({ eventId: slug, stageId, ...judge, signature: '签名', now }))
  ok(await closeStage(stage))
  ok(await publishResults(stage))
}

const during = new Date('2026-12-28T02:00:00Z')
const send = async (eventId: string, now = during) =>
  forwardWorks({ eventId, byId: (await makePerson({ name: '分赛办公室' })).id, requestKey: newId(), now })

test('online, as objects, with a defence: all stages of the sub-contest, and its best go on to the parent under a code of their own', async () => {
  const { slug, parentId, source } = await cups()
  const made = await works(slug)
  const codes = made.map(({ code }) => code)
  expect(await send(slug)).toMatchObject({ ok: false, reason: 'not-published' })
  await run(slug, 'preliminary', codes, 0)
  await run(slug, 'semi-final', codes, 1)
  await run(slug, 'final', codes, 2)
  expect(await db.award.findMany({ where: { eventId: slug, recipients: 'author' }, select: { awardId: true } })).toHaveLength(4)

  await db.statement.create({
    data: {
      eventId: slug,
      entryId: made[0]?.id ?? '',
      id: newId(),
      kind: 'originality',
      locale: 'zh-CN',
      text: '承诺',
      textHash: 'a'.repeat(64),
      signature: '作者0号',
      workSha256: 'b'.repeat(64),
    },
  })
  expect(await send(slug, new Date('2027-02-01T00:00:00Z'))).toMatchObject({ ok: false, reason: 'late' })
  expect(await send(slug)).toMatchObject({ ok: true, value: { sent: 2 } })
  expect(await send(slug)).toMatchObject({ ok: false, reason: 'nothing' })

  const arrived = await db.entry.findMany({
    where: { eventId: parentId },
    include: { authors: true, statements: true, files: true, versions: true },
  })
  expect(arrived.map(({ state, number }) => [state, number]).sort()).toEqual([
    ['accepted', '2026-0001'],
    ['accepted', '2026-0002'],
  ])
  for (const { code, authors, fields, files, versions } of arrived) {
    expect(code).toMatch(/^G-\d{4}$/)
    expect(authors).toHaveLength(1)
    expect(Object.keys(fields as object).sort()).toEqual(['concept', 'title'])
    expect([files.length, versions.length]).toEqual([1, 1])
  }
  expect(arrived.flatMap(({ statements }) => statements.map(({ signature }) => signature))).toEqual(['作者0号'])
  expect(await db.ledgerRow.count({ where: { eventId: parentId, action: 'works.received' } })).toBe(1)
  const staff = await makeStaff(slug, 'organiser')
  const page = JSON.stringify(await forwardingPage({ request: visit(`/console/${slug}/forwarding`, staff), params: { slug }, context: {} }))
  expect(page).toContain('潮信0')
  for (const { code } of arrived) expect(page).not.toContain(code)

  // a work that is withdrawn in the parent is replaced by the next of its group
  const first = await db.forwarding.findFirstOrThrow({ where: { eventId: slug, entryId: made[0]?.id ?? '' } })
  await db.entry.update({
    where: { eventId_id: { eventId: parentId, id: first.parentEntryId } },
    data: { state: 'withdrawn', withdrawnAt: during },
  })
  expect(await send(slug)).toMatchObject({ ok: true, value: { sent: 1 } })
  expect(await db.forwarding.findMany({ where: { eventId: slug, entryId: made[2]?.id ?? '' }, select: { rank: true } })).toEqual([
    { rank: 3 },
  ])

  await applied(source)
  expect(await db.eventVersion.count({ where: { eventId: slug } })).toBe(1)
})

/** A sub-contest with a published final whose two best are in the parent. */
async function forwarded(change?: (source: string) => string) {
  const both = await cups(change)
  const made = await works(both.slug)
  const row = { track: 'yarn', total: '80.00', judges: 7, standing: 'none' as const }
  await publishRows(
    both.slug,
    'final',
    made.map(({ id }, n) => ({
      ...row,
      entry: id,
      group: n % 2 ? 'concept' : 'product',
      category: n % 2 ? 'concept' : 'product',
      rank: n < 2 ? 1 : 2,
    })),
  )
  expect(await send(both.slug)).toMatchObject({ ok: true, value: { sent: 2 } })
  return { ...both, made }
}

test('where the parent asks for its own statement, works arrive as drafts of those who entered them', async () => {
  const { parentId, made } = await forwarded((source) => source.replace('statements: carry', 'statements: ask'))
  const arrived = await db.entry.findMany({
    where: { eventId: parentId },
    select: { state: true, code: true, number: true, ownerId: true },
  })
  expect(arrived).toHaveLength(2)
  for (const one of arrived) expect(one).toMatchObject({ state: 'draft', code: null, number: null })
  expect(arrived.map(({ ownerId }) => ownerId)).toContain(made[0]?.personId)
})

test('a parent that does not collect from a contest gets nothing from it', async () => {
  const { slug, parentId } = await forwarded()
  await db.$executeRaw`update "Event" set "config" = jsonb_set("config"::jsonb, '{contest,collects}', '[]')::json where "id" = ${parentId}`
  expect(await send(slug)).toMatchObject({ ok: false, reason: 'not-collected' })
})

test('the higher prize counts once, whichever list is drawn up', async () => {
  const { slug, parentId, made } = await forwarded()
  const [first, second] = await Promise.all(
    [made[0], made[1]].map((work) => db.forwarding.findFirstOrThrow({ where: { eventId: slug, entryId: work?.id ?? '' } })),
  )
  const due = async () =>
    (await db.payment.findMany({ where: { eventId: { in: [slug, parentId] }, kind: 'prize', state: { not: 'cancelled' } } }))
      .map(({ eventId, entryId, grossMinor }) => [eventId === slug ? 'sub' : 'main', entryId, Number(grossMinor) / 100])
      .sort((a, b) => Number(b[2]) - Number(a[2]))
  const drawUp = (eventId: string) => drawUpPayments({ eventId, byId: 'office', now: during })
  expect(await drawUp(slug)).toMatchObject({ ok: true, value: { created: 4 } })
  // both have gold in the sub-contest, 80,000; in the parent the one has gold, 150,000, the other silver, 50,000
  const row = { group: 'product', track: null, category: 'product', total: '90.00', judges: 7, standing: 'none' as const }
  await publishRows(parentId, 'final', [
    { ...row, entry: first?.parentEntryId ?? '', rank: 1 },
    { ...row, entry: second?.parentEntryId ?? '', rank: 2 },
  ])
  expect(await drawUp(parentId)).toMatchObject({ ok: true, value: { created: 1 } })
  expect(
    (await due()).filter(([, entry]) =>
      [first?.entryId, first?.parentEntryId, second?.entryId, second?.parentEntryId].includes(String(entry)),
    ),
  ).toEqual([
    ['main', first?.parentEntryId, 150_000],
    ['sub', second?.entryId, 80_000],
  ])
  expect(await drawUp(slug)).toMatchObject({ ok: true, value: { created: 0, changed: 0, cancelled: 0 } })
})
