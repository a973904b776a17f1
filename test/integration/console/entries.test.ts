import { beforeAll, describe, expect, test } from 'vitest'
import { readXlsx } from 'hucre/xlsx'
import { db } from '~/db.server'
import { noFilter, type EntryFilter } from '~/domain/entries/precheck/entry-filter'
import { entryPage } from '~/domain/entries/precheck/entry-list.server'
import { newId } from '~/domain/new-id.server'
import * as entries from '~/routes/console/entries'
import { action as download } from '~/routes/console/entries-export'
import { answerOf, makeHandedIn, makeStaff, queriesOf, send, visit, type Staff } from '#test/support/console'
import { openContest } from '#test/support/contest'

let slug: string
let clerk: Staff
let organiser: Staff
beforeAll(async () => {
  slug = await openContest()
  clerk = await makeStaff(slug, 'clerk')
  organiser = await makeStaff(slug, 'organiser')
  await makeHandedIn(slug, { title: '海上', author: '𠮷田遥', organisation: '示例纺织大学', groupId: 'academic', number: 'P-1' })
  await makeHandedIn(slug, {
    title: '=SUM(A1)',
    author: 'Chiara Rossi',
    organisation: 'Istituto Esempio',
    country: 'IT',
    groupId: 'professional',
    number: 'P-2',
    state: 'returned',
  })
  await makeHandedIn(slug, {
    title: '100%羊毛',
    author: '林知夏',
    organisation: '独立设计师',
    groupId: 'professional',
    trackId: 'digital',
    number: 'P-3',
    state: 'accepted',
  })
  await makeHandedIn(slug, { title: '草稿', state: 'draft' })
  const other = await openContest()
  await makeHandedIn(other, { title: '别家的海上' })
})

const titles = async (change: Partial<EntryFilter>) =>
  (await entryPage(slug, { ...noFilter, sort: 'number', descending: false, ...change }, 1)).rows.map(({ title }) => title)

describe('the filter', () => {
  test.each<[string, Partial<EntryFilter>, string[]]>([
    ['nothing asked: all but drafts, of this event', {}, ['海上', '=SUM(A1)', '100%羊毛']],
    ['a state', { state: 'draft' }, ['草稿']],
    ['a group', { group: 'professional' }, ['=SUM(A1)', '100%羊毛']],
    ['a track', { track: 'digital' }, ['100%羊毛']],
    ['part of a school', { school: '纺织' }, ['海上']],
    ['a country', { country: 'IT' }, ['=SUM(A1)']],
    ['part of a title', { q: '海' }, ['海上']],
    ['part of a name, capitals aside', { q: 'chiara' }, ['=SUM(A1)']],
    ['a rare character', { q: '𠮷' }, ['海上']],
    ['a number', { q: 'P-3' }, ['100%羊毛']],
    ['a sign of LIKE as it stands', { q: '0%' }, ['100%羊毛']],
    ['an underscore as it stands', { q: '_' }, []],
    ['a quote', { q: "' or 1=1 --" }, []],
  ])('%s', async (_, change, expected) => expect(await titles(change)).toEqual(expected))
})

test('sums by state and by group are those of the rest of the filter', async () => {
  const page = await entryPage(slug, { ...noFilter, group: 'professional', state: 'returned' }, 1)
  expect(page.total).toBe(1)
  expect(new Map(page.byState.map(({ state, count }) => [state, count]))).toEqual(
    new Map([
      ['returned', 1],
      ['accepted', 1],
    ]),
  )
  expect(page.byGroup).toEqual([{ groupId: 'professional', count: 1 }])
})

test('flagged works are found from both sides, until the flag is set aside', async () => {
  const [a, b] = [await makeHandedIn(slug, { title: '甲' }), await makeHandedIn(slug, { title: '乙' })].sort((x, y) =>
    x.id < y.id ? -1 : 1,
  )
  if (!a || !b) throw new Error('two works')
  await db.duplicateFlag.create({ data: { eventId: slug, entryAId: a.id, entryBId: b.id, kind: 'look_alike', distance: 3 } })
  expect((await titles({ flagged: true })).sort()).toEqual([a.title, b.title].sort())
  await db.duplicateFlag.updateMany({ where: { eventId: slug }, data: { dismissedAt: new Date() } })
  expect(await titles({ flagged: true })).toEqual([])
  await db.entry.deleteMany({ where: { eventId: slug, id: { in: [a.id, b.id] } } })
})

const fetched = async (staff: Staff, query: string) => {
  const response = await download({ request: send(`/console/${slug}/entries.xlsx${query}`, staff), params: { slug }, context: {} })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

test('a CSV holds exactly the filtered rows, opens in Excel, and runs nothing', async () => {
  const { bytes } = await fetched(organiser, '?group=professional&sort=number&format=csv')
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = bytes.subarray(3).toString().trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('"手机","邮箱"')
  expect(lines[1]).toContain(`"'=SUM(A1)"`)
  expect(lines[1]).toContain('(+86) 13800138000')
  expect(lines[2]).toContain('100%羊毛')
})

test('whoever may not see contacts gets a workbook without them, with rare characters whole', async () => {
  const { bytes, response } = await fetched(clerk, '?sort=number&lang=en')
  expect(response.headers.get('Content-Type')).toContain('spreadsheetml')
  const book = await readXlsx(new Uint8Array(bytes))
  const [head, ...rows] = book.sheets[0]?.rows ?? []
  expect(head).not.toContain('Mobile')
  expect(head).not.toContain('E-mail')
  expect(rows).toHaveLength(3)
  expect(JSON.stringify(rows)).toContain('𠮷田遥')
  expect(JSON.stringify(rows)).not.toContain('13800138000')
})

test('every download is a ledger row, without what was searched for', async () => {
  await fetched(organiser, `?q=${encodeURIComponent('林知夏')}&format=csv`)
  const row = await db.ledgerRow.findFirstOrThrow({ where: { eventId: slug, action: 'entries.exported' }, orderBy: { id: 'desc' } })
  expect(JSON.parse(row.body)).toMatchObject({ by: organiser.personId, rows: 1, format: 'csv', contacts: true, questions: 1 })
  expect(row.body).not.toContain('林知夏')
})

test('a named list is one’s own: kept, replaced under its name, forgotten', async () => {
  const act = (staff: Staff, fields: Record<string, string>) =>
    answerOf(() => entries.action({ request: send(`/console/${slug}/entries`, staff, fields), params: { slug }, context: {} }))
  const saved = async (staff: Staff) =>
    (await answerOf(() => entries.loader({ request: visit(`/console/${slug}/entries`, staff), params: { slug }, context: {} }))).body
      .saved as { id: string; name: string; query: string }[]
  expect((await act(clerk, { name: '待补', query: '?state=returned&evil=1' })).to).toContain('state=returned')
  await act(clerk, { name: '待补', query: '?state=returned&group=academic' })
  expect(await saved(clerk)).toMatchObject([{ name: '待补', query: '?state=returned&group=academic' }])
  expect(await saved(organiser)).toEqual([])
  const [row] = await saved(clerk)
  await act(organiser, { drop: row?.id ?? '', query: '' })
  expect(await saved(clerk)).toHaveLength(1)
  await act(clerk, { drop: row?.id ?? '', query: '' })
  expect(await saved(clerk)).toEqual([])
})

test('thirty rows cost no more queries than three', async () => {
  const event = await openContest()
  const staff = await makeStaff(event, 'organiser')
  const look = () =>
    queriesOf(() =>
      answerOf(() => entries.loader({ request: visit(`/console/${event}/entries`, staff), params: { slug: event }, context: {} })),
    )
  for (let n = 0; n < 3; n += 1) await makeHandedIn(event)
  await look()
  const three = await look()
  for (let n = 0; n < 27; n += 1) {
    const work = await makeHandedIn(event)
    await db.entryAuthor.create({ data: { eventId: event, entryId: work.id, id: newId(), role: 'author', position: 1, name: '合作者' } })
  }
  expect(await look()).toBeLessThanOrEqual(three)
})
