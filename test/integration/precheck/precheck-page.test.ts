import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import * as entry from '~/routes/console/entry'
import * as precheck from '~/routes/console/precheck'
import { answerOf, makeHandedIn, makeStaff, send, visit, type Staff } from '#test/support/console'
import { openContest } from '#test/support/contest'

let slug: string
let clerk: Staff
beforeAll(async () => {
  slug = await openContest()
  clerk = await makeStaff(slug, 'clerk')
})

const look = (query = '') =>
  answerOf(() => precheck.loader({ request: visit(`/console/${slug}/precheck${query}`, clerk), params: { slug }, context: {} }))
const act = (fields: Record<string, string | string[]>) =>
  answerOf(() =>
    precheck.action({
      request: send(`/console/${slug}/precheck`, clerk, { requestKey: newId(), ...fields }),
      params: { slug },
      context: {},
    }),
  )
interface Desk {
  entry: { id: string; seen: string; hits: string[]; authors: { mobile: string | null }[] } | null
  before: { id: string } | null
  at: number
  waiting: number
  previous: string | null
  next: string | null
}
const desk = async (query = '') => (await look(query)).body.desk as Desk

test('the queue goes from the oldest on; a decision leads to the next, with the way back', async () => {
  const works = [await makeHandedIn(slug), await makeHandedIn(slug), await makeHandedIn(slug)] as const
  const [first, second, third] = works
  expect(await desk()).toMatchObject({ entry: { id: first.id }, at: 0, waiting: 3, previous: null, next: second.id })
  expect(await desk(`?entry=${second.id}`)).toMatchObject({ at: 1, previous: first.id, next: third.id })
  const { to, status } = await act({ entries: `${first.id}:1`, decision: 'accept', next: `entry=${second.id}` })
  expect(status).toBe(302)
  expect(to).toBe(`/console/${slug}/precheck?entry=${second.id}&done=${first.id}`)
  expect(await desk(`?${to?.split('?')[1] ?? ''}`)).toMatchObject({ entry: { id: second.id }, before: { id: first.id }, waiting: 2 })
  await db.entry.updateMany({ where: { eventId: slug }, data: { state: 'withdrawn' } })
  expect(await desk()).toMatchObject({ entry: null, waiting: 0 })
})

test('a refusal keeps what was ticked and typed', async () => {
  const work = await makeHandedIn(slug)
  expect(await act({ entries: `${work.id}:1`, decision: 'accept', reasons: ['logo-on-work'], note: '左下角' })).toMatchObject({
    status: 409,
    body: { kept: { reasons: ['logo-on-work'], note: '左下角' }, preview: null, refusal: expect.any(String) as string },
  })
  expect(await act({ decision: 'accept' })).toMatchObject({ status: 400 })
  expect(await act({ entries: `${work.id}:1`, decision: 'publish' })).toMatchObject({ status: 400 })
  expect(await act({ entries: `${work.id}:1`, decision: 'return', reasons: ['made-up'] })).toMatchObject({ status: 400 })
})

test('many are previewed first, and decided only when confirmed', async () => {
  const works = [await makeHandedIn(slug), await makeHandedIn(slug)]
  const chosen = works.map(({ id }) => `${id}:1`)
  const { body } = await act({ intent: 'preview', entries: chosen, decision: 'accept' })
  expect(body.preview).toMatchObject({ decision: 'accept', people: 2, ready: [{ seen: chosen[0] }, { seen: chosen[1] }] })
  expect(await db.entry.count({ where: { eventId: slug, state: 'accepted', id: { in: works.map(({ id }) => id) } } })).toBe(0)
  expect((await act({ entries: chosen, decision: 'accept', next: 'view=list' })).to).toContain('view=list&decided=accept-2')
  expect(await db.entry.count({ where: { eventId: slug, state: 'accepted', id: { in: works.map(({ id }) => id) } } })).toBe(2)
})

test('names in what judges read are pointed out; a clerk sees no contacts', async () => {
  const work = await makeHandedIn(slug, { author: '顾南舟', title: '顾南舟的海' })
  const { entry: shown } = await desk(`?entry=${work.id}`)
  expect(shown?.hits).toEqual([expect.stringContaining('顾南舟')])
  expect(shown?.authors[0]?.mobile).toBeNull()
})

test('a flag is set aside from either work, put back, and never through a work it is not about', async () => {
  const [a, b, c] = [await makeHandedIn(slug), await makeHandedIn(slug), await makeHandedIn(slug)]
  const [entryAId = '', entryBId = ''] = [a.id, b.id].sort()
  await db.duplicateFlag.create({ data: { eventId: slug, entryAId, entryBId, kind: 'same_file' } })
  const post = (entryId: string, fields: Record<string, string>) =>
    answerOf(() =>
      entry.action({
        request: send(`/console/${slug}/entries/${entryId}`, clerk, {
          entryAId,
          entryBId,
          kind: 'same_file',
          requestKey: newId(),
          ...fields,
        }),
        params: { slug, entryId },
        context: {},
      }),
    )
  expect((await post(c.id, { dismissed: '1' })).status).toBe(400)
  expect((await post(b.id, { dismissed: '1' })).status).toBe(302)
  expect(await db.duplicateFlag.findFirst({ where: { eventId: slug, entryAId } })).toMatchObject({ dismissedById: clerk.personId })
  expect((await post(a.id, { dismissed: '1' })).status).toBe(409)
  expect((await post(a.id, { dismissed: '0' })).status).toBe(302)
  expect(await db.duplicateFlag.findFirst({ where: { eventId: slug, entryAId } })).toMatchObject({ dismissedAt: null, dismissedById: null })
  const compared = await answerOf(() =>
    entry.loader({
      request: visit(`/console/${slug}/entries/${a.id}?compare=${b.id}`, clerk),
      params: { slug, entryId: a.id },
      context: {},
    }),
  )
  expect((compared.body.compared as { id: string }[]).map(({ id }) => id)).toEqual([a.id, b.id])
})
