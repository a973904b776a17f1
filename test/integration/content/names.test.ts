import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { changeNames } from '~/domain/entries/names/change-names.server'
import { countedNames, namesOfEvent } from '~/domain/entries/names/queries.server'
import { canonicalNames } from '~/domain/entries/names/canonical-names.server'
import { noFilter } from '~/domain/entries/precheck/entry-filter'
import { entryPage, entryPlaces } from '~/domain/entries/precheck/entry-list.server'
import { newId } from '~/domain/new-id.server'
import { makeHandedIn, makeStaff } from '#test/support/console'
import { openContest } from '#test/support/contest'

let eventId: string
let personId: string

beforeAll(async () => {
  eventId = await openContest()
  // a house of its own: names hold for all its events
  const id = newId()
  await db.organisation.create({ data: { id, slug: id, nameZh: '示例协会', nameEn: 'Example' } })
  await db.event.update({ where: { id: eventId }, data: { organisationId: id } })
  personId = (await makeStaff(eventId, 'clerk')).personId
  for (const organisation of ['中国示例美术学院', '中国示例美术学院', '中国示例美院', '示例纺织大学', '示例纺织大学（南校区）'])
    await makeHandedIn(eventId, { organisation })
})

const change = (asked: Parameters<typeof changeNames>[0]['asked']) =>
  changeNames({ eventId, personId, requestKey: newId(), asked, now: new Date() })
const counts = async () => Object.fromEntries((await countedNames(eventId)).map(({ name, count }) => [name, count]))

test('spellings are suggested, merged, counted as one, parted and restored', async () => {
  const before = { 中国示例美术学院: 2, 中国示例美院: 1, 示例纺织大学: 1, '示例纺织大学(南校区)': 1 }
  expect(await counts()).toEqual(before)
  expect((await namesOfEvent(eventId)).suggestions.map(({ spellings }) => spellings.map(({ name }) => name))).toEqual([
    ['中国示例美术学院', '中国示例美院'],
    ['示例纺织大学(南校区)', '示例纺织大学'],
  ])
  expect(await change({ intent: 'merge', spellings: ['中国示例美术学院', '中国示例美院'], canonical: '中国示例美术学院' })).toMatchObject({
    ok: true,
  })
  expect(await counts()).toMatchObject({ 中国示例美术学院: 3 })
  // the list of a school holds its works under every spelling, asked for by any of them
  const listed = async (school: string) => (await entryPage(eventId, { ...noFilter, school }, 1)).total
  expect([await listed('中国示例美术学院'), await listed('中国示例美院'), await listed('纺织'), await listed('没有的')]).toEqual([
    3, 3, 2, 0,
  ])
  expect((await entryPlaces(eventId)).schools).not.toContain('中国示例美院')
  const nameOf = await canonicalNames(eventId)
  expect([nameOf('中国示例美院'), nameOf(' 中国示例美院 '), nameOf('无关的名字')]).toEqual([
    '中国示例美术学院',
    '中国示例美术学院',
    '无关的名字',
  ])
  // a name that others were merged into takes them along
  expect(await change({ intent: 'merge', spellings: ['中国示例美术学院'], canonical: '示例国美' })).toMatchObject({ ok: true })
  expect(await counts()).toMatchObject({ 示例国美: 3 })
  const [last, first] = (await namesOfEvent(eventId)).changes
  expect(await change({ intent: 'undo', change: first?.id ?? '' })).toEqual({ ok: false, reason: 'changed-since' })
  expect(await change({ intent: 'undo', change: last?.id ?? '' })).toMatchObject({ ok: true })
  expect(await counts()).toMatchObject({ 中国示例美术学院: 3 })
  expect(await change({ intent: 'split', spelling: '中国示例美院' })).toMatchObject({ ok: true })
  expect(await counts()).toEqual(before)
  expect(await change({ intent: 'undo', change: last?.id ?? '' })).toEqual({ ok: false, reason: 'not-found' })
})
