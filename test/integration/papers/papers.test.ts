import { beforeAll, describe, expect, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { db, transact } from '~/db.server'
import { withdrawEntry } from '~/domain/entries/withdraw-entry.server'
import { listPieces } from '~/domain/judging/production/list-pieces.server'
import { newId } from '~/domain/new-id.server'
import { erasePerson } from '~/domain/privacy/erase-person.server'
import { makePapers } from '~/domain/reporting/papers/make-papers.server'
import { sweepPapers } from '~/domain/reporting/papers/sweep-papers.server'
import { storage } from '~/gateways/storage.server'
import { invariant } from '~/invariant'
import { action, loader } from '~/routes/console/papers'
import { loader as fetchArchive } from '~/routes/console/papers-file'
import { answerOf, makeStaff, send, visit, type Staff } from '#test/support/console'
import { during, handIn, makeDesigner, makeFullDraft, openContest } from '#test/support/contest'
import { publishRows } from '#test/support/publish-rows'
import { judgedCup } from '#test/support/published-cup'
import { unzip } from '#test/support/unzip'

beforeAll(() => {
  for (const name of ['SESSION_SECRET', 'CODE_SECRET']) process.env[name] ??= 'for-tests-only-'.repeat(3)
  process.env.SEAL_KEY ??= `${'A'.repeat(43)}=`
  process.env.PUBLIC_URL ??= 'http://127.0.0.1:3000'
})

const DAY = 86_400_000

async function order(slug: string, staff: Staff, kind: string, query = '', requestKey = newId()) {
  const path = `/console/${slug}/papers${query}`
  return answerOf(() => action({ request: send(path, staff, { kind, requestKey, first: 'zh-CN' }), params: { slug }, context: {} }))
}
const ordersIn = (eventId: string) => db.paperOrder.findMany({ where: { eventId }, orderBy: { askedAt: 'asc' } })
async function onlyOrder(eventId: string) {
  const [one, ...more] = await ordersIn(eventId)
  invariant(one && more.length === 0, 'one order')
  return one
}
const archive = (slug: string, staff: Staff, id: string): Promise<Response> =>
  fetchArchive({ request: visit(`/console/${slug}/papers/${id}`, staff), params: { slug, order: id }, context: {} }).catch(
    (thrown: unknown) => thrown as Response,
  )
const filesOf = async (response: Response) => unzip(Buffer.from(await response.arrayBuffer()))
const textOf = async (pdf: Buffer | undefined) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf ?? [])), { mergePages: true })).text
const actionsOf = async (eventId: string) =>
  (await db.ledgerRow.findMany({ where: { eventId, action: { startsWith: 'papers.' } }, orderBy: { id: 'asc' } })).map(
    ({ action: name }) => name,
  )

/** Three works handed in by three designers. */
async function handedIn() {
  const slug = await openContest()
  const works = []
  for (const [n, name] of ['林知夏', '欧阳𠮷', '周序'].entries()) {
    const { id: personId } = await makeDesigner(name)
    const entryId = await makeFullDraft(slug, personId, { seed: n + 3 })
    const outcome = await handIn(slug, entryId, { personId })
    invariant(outcome.ok, `handed in: ${JSON.stringify(outcome)}`)
    works.push({ personId, entryId })
  }
  const [first, second, third] = works
  invariant(first && second && third, 'three works')
  return { slug, staff: await makeStaff(slug, 'organiser'), first, second, third }
}

describe('receipts', () => {
  test('of a filtered list come as one archive, without what was withdrawn meanwhile; asked twice it is one order', async () => {
    const { slug, staff, second } = await handedIn()
    const requestKey = newId()
    expect(await order(slug, staff, 'receipts', '?group=academic', requestKey)).toMatchObject({ status: 302 })
    expect(await order(slug, staff, 'receipts', '?group=academic', requestKey)).toMatchObject({ status: 302 })
    const { id } = await onlyOrder(slug)
    expect((await archive(slug, staff, id)).status).toBe(404)

    const left = await withdrawEntry({
      requestKey: newId(),
      editor: { personId: second.personId },
      eventId: slug,
      entryId: second.entryId,
      now: during,
    })
    expect(left).toMatchObject({ ok: true })
    await makePapers({ eventId: slug, orderId: id })
    await makePapers({ eventId: slug, orderId: id })

    const page = await answerOf(() => loader({ request: visit(`/console/${slug}/papers`, staff), params: { slug }, context: {} }))
    expect(page.body.orders).toMatchObject([{ id, works: 3, papers: 2, leftOut: 1, state: 'ready' }])
    expect(page.body.counts).toMatchObject([{ works: 2 }, { works: 0 }, { works: 0 }])
    const files = await filesOf(await archive(slug, staff, id))
    expect([...files.keys()]).toEqual(['2026-0001-v1.pdf', '2026-0003-v1.pdf'])
    expect(await textOf(files.get('2026-0003-v1.pdf'))).toContain('2026-0003')
    expect(await actionsOf(slug)).toEqual(['papers.ordered', 'papers.made', 'papers.downloaded'])
    const notices = await db.notice.findMany({ where: { eventId: slug, personId: staff.personId, template: 'papers-ready' } })
    expect(notices).toHaveLength(1)
    expect(notices[0]?.text).toContain(`/console/${slug}/papers`)
  }, 60_000)

  test('are made again when a work leaves after they were made, lapse after a week, and go with a person who is erased', async () => {
    const { slug, staff, first, third } = await handedIn()
    await order(slug, staff, 'receipts')
    const { id } = await onlyOrder(slug)
    await makePapers({ eventId: slug, orderId: id })
    await withdrawEntry({ requestKey: newId(), editor: { personId: third.personId }, eventId: slug, entryId: third.entryId, now: during })
    const refused = await archive(slug, staff, id)
    expect([refused.status, refused.headers.get('Location')]).toEqual([302, `/console/${slug}/papers?told=again`])
    await makePapers({ eventId: slug, orderId: id })
    expect((await filesOf(await archive(slug, staff, id))).size).toBe(2)

    const { fileKey } = await onlyOrder(slug)
    await withdrawEntry({ requestKey: newId(), editor: { personId: first.personId }, eventId: slug, entryId: first.entryId, now: during })
    expect(await erasePerson({ personId: first.personId, lang: 'en', now: new Date() })).toMatchObject({ ok: true })
    expect((await onlyOrder(slug)).fileKey).toBeNull()
    expect((await archive(slug, staff, id)).headers.get('Location')).toBe(`/console/${slug}/papers?told=lapsed`)
    await sweepPapers(new Date(Date.now() + DAY))
    await expect(storage().get(fileKey ?? '')).rejects.toThrow()

    await order(slug, staff, 'receipts')
    const again = (await ordersIn(slug)).at(-1)?.id ?? ''
    await makePapers({ eventId: slug, orderId: again })
    await db.paperOrder.updateMany({ where: { eventId: slug, id: again }, data: { madeAt: new Date(Date.now() - 8 * DAY) } })
    expect((await archive(slug, staff, again)).headers.get('Location')).toBe(`/console/${slug}/papers?told=lapsed`)
  }, 60_000)
})

test('labels of the pieces of all works in the filter, on sheets in the order of codes', async () => {
  const { slug, works, finalist } = await judgedCup()
  for (const { id: entryId } of works)
    await transact((tx) => listPieces(tx, { eventId: slug, stageId: 'final', entryId }, { garments: 2, swatches: 1 }, new Date()))
  await db.entry.updateMany({ where: { eventId: slug, id: finalist.id }, data: { state: 'withdrawn' } })
  const staff = await makeStaff(slug, 'organiser')
  await order(slug, staff, 'labels')
  const { id } = await onlyOrder(slug)
  await makePapers({ eventId: slug, orderId: id })
  expect(await onlyOrder(slug)).toMatchObject({ papers: 15, leftOut: 0 })
  const files = await filesOf(await archive(slug, staff, id))
  const codes = works.filter((one) => one !== finalist).map(({ code }) => code)
  codes.sort()
  expect([...files.keys()]).toEqual([`final/${codes[0]}_${codes.at(-1)}.pdf`])
  const text = await textOf([...files.values()][0])
  for (const code of codes) for (const short of ['S1', 'G1', 'G2']) expect(text).toContain(`${code}-${short}`)
  expect(text).not.toContain(finalist.code)
}, 60_000)

test('certificates, one for each person behind an award; a revoked one is not among them, and has them made again', async () => {
  const { slug, works, finalist, publish } = await judgedCup()
  await publish()
  const second = works[2]
  invariant(second, 'six works')
  const row = { category: 'academic', group: 'academic', track: null, total: '80.00', judges: 7, standing: 'place' as const }
  await publishRows(slug, 'final', [
    { ...row, entry: finalist.id, rank: 1 },
    { ...row, entry: second.id, rank: 2 },
  ])
  await db.entry.updateMany({ where: { eventId: slug, id: finalist.id }, data: { number: '2026-0007' } })
  await db.entry.updateMany({ where: { eventId: slug, id: second.id }, data: { number: '2026-0003' } })
  const staff = await makeStaff(slug, 'organiser')
  await order(slug, staff, 'certificates')
  const { id } = await onlyOrder(slug)
  await makePapers({ eventId: slug, orderId: id })
  const names = [...(await filesOf(await archive(slug, staff, id))).keys()]
  expect(names.map((name) => name.replace(/-[A-Z0-9-]{14}\.pdf$/, ''))).toEqual(['2026-0003-silver', '2026-0007-gold'])
  await db.certificate.updateMany({ where: { eventId: slug, awardId: 'gold' }, data: { revokedAt: new Date() } })
  expect((await archive(slug, staff, id)).status).toBe(302)
  await makePapers({ eventId: slug, orderId: id })
  expect((await filesOf(await archive(slug, staff, id))).size).toBe(1)
}, 60_000)

test('nothing in the filter is refused, and clerks, judges and another event’s organiser get nothing', async () => {
  const { slug, staff } = await handedIn()
  expect(await order(slug, staff, 'labels')).toMatchObject({ status: 409 })
  expect(await order(slug, staff, 'everything')).toMatchObject({ status: 400 })
  expect(await ordersIn(slug)).toEqual([])
  await order(slug, staff, 'receipts')
  const { id } = await onlyOrder(slug)
  await makePapers({ eventId: slug, orderId: id })
  expect((await archive(slug, await makeStaff(slug, 'clerk'), id)).status).toBe(403)
  expect((await archive(slug, await makeStaff(slug, 'none'), id)).status).toBe(404)
  const other = await openContest()
  expect((await archive(other, await makeStaff(other, 'organiser'), id)).status).toBe(404)
}, 60_000)
