import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { contentQueue } from '~/domain/entries/content-review/queries.server'
import { reviewContent } from '~/domain/entries/content-review/review-content.server'
import { publishedPicture } from '~/domain/judging/published-picture.server'
import { publishedWorks } from '~/domain/judging/published-works.server'
import { newId } from '~/domain/new-id.server'
import { makeStaff } from '#test/support/console'
import { judgedCup } from '#test/support/published-cup'

let cup: Awaited<ReturnType<typeof judgedCup>>
let first: string
let second: string

beforeAll(async () => {
  cup = await judgedCup()
  await cup.publish()
  first = (await makeStaff(cup.slug, 'clerk')).personId
  second = (await makeStaff(cup.slug, 'organiser')).personId
  await db.contentReview.deleteMany({ where: { eventId: cup.slug } })
}, 60_000)

const give = (
  personId: string,
  decision: 'pass' | 'refuse' | 'reopen',
  ids: string[],
  given: { reasons?: 'offensive'[]; seen?: number } = {},
) =>
  reviewContent({
    eventId: cup.slug,
    personId,
    entries: ids.map((id) => ({ id, seen: given.seen ?? 0 })),
    decision,
    reasons: given.reasons ?? [],
    note: '',
    requestKey: newId(),
    now: new Date(),
  })

async function shown(id: string) {
  const { works } = await publishedWorks(cup.slug, [id], (await db.event.findUniqueOrThrow({ where: { id: cup.slug } })).config)
  const work = works.get(id)
  const picture = await publishedPicture(cup.slug, work?.code ?? '', { slot: 'board', number: 1, size: 'view' })
  return { title: work?.title, pictures: work?.pictures.length, answers: Object.keys(work?.answers ?? {}).length, file: picture !== null }
}
const nothing = { title: '', pictures: 0, answers: 0, file: false }

test('a published work is its code until two different people have passed it; a later version waits again', async () => {
  const { id } = cup.finalist
  expect(await shown(id)).toEqual(nothing)
  expect(await give(first, 'pass', [id])).toEqual({ ok: true, value: { works: 1 } })
  expect(await give(first, 'pass', [id])).toMatchObject({ ok: false, reason: 'own-verdict' })
  expect(await shown(id)).toEqual(nothing)
  expect(await give(second, 'pass', [id], { seen: 7 })).toMatchObject({ ok: false, reason: 'changed' })
  expect(await give(second, 'pass', [id])).toMatchObject({ ok: true })
  expect(await shown(id)).toMatchObject({ title: '潮信0', pictures: 1, file: true })
  await db.entry.update({ where: { eventId_id: { eventId: cup.slug, id } }, data: { submittedVersion: 2 } })
  expect(await shown(id)).toEqual(nothing)
  await db.entry.update({ where: { eventId_id: { eventId: cup.slug, id } }, data: { submittedVersion: null } })
})

test('one refusal keeps a work back until it is taken back, with the ledger saying who decided what', async () => {
  const { id } = cup.otherFinalist
  await give(first, 'pass', [id])
  expect(await give(second, 'refuse', [id])).toMatchObject({ ok: false, reason: 'reasons-missing' })
  expect(await give(second, 'refuse', [id], { reasons: ['offensive'] })).toMatchObject({ ok: true })
  expect(await give(first, 'pass', [id])).toMatchObject({ ok: false, reason: 'decided' })
  expect(await shown(id)).toEqual(nothing)
  expect(await give(second, 'reopen', [id])).toMatchObject({ ok: true })
  const rows = await db.ledgerRow.findMany({
    where: { eventId: cup.slug, action: 'content.reviewed', body: { contains: id } },
    orderBy: { id: 'asc' },
  })
  expect(rows.map(({ body }) => (JSON.parse(body) as { state: string }).state)).toEqual(['once', 'refused', 'waiting'])
})

test('many are passed at once or none; the queue shows each what waits for them', async () => {
  const ids = cup.works.map(({ id }) => id)
  const fresh = ids.filter((id) => id !== cup.finalist.id)
  const decided = await give(second, 'pass', ids)
  expect(decided).toMatchObject({ ok: false, reason: 'decided' })
  expect((await contentQueue(cup.slug, first, 'mine', 1)).counts).toEqual({ mine: fresh.length, once: 0, passed: 1, refused: 0 })
  expect(await give(first, 'pass', fresh)).toEqual({ ok: true, value: { works: fresh.length } })
  expect((await contentQueue(cup.slug, first, 'mine', 1)).counts).toMatchObject({ mine: 0, once: fresh.length })
  expect((await contentQueue(cup.slug, second, 'mine', 1)).counts).toMatchObject({ mine: fresh.length })
})
