import { beforeAll, expect, test } from 'vitest'
import { db } from '~/db.server'
import { cardsBeside, cardsOfSeason, listEvents } from '~/domain/events/event-cards.server'
import { isOpenAt } from '~/domain/events/event-card'
import { readEventListQuery } from '~/domain/events/event-list'
import { latestAnnouncements } from '~/domain/events/announcements.server'
import { newId } from '~/domain/new-id.server'
import { loader as home } from '~/routes/site/home'
import { loader as list } from '~/routes/site/events'
import { browser } from '#test/support/page-browser'
import type { Handler } from '#test/support/page-browser'
import { makeEvent } from '#test/support/factories'

const now = new Date('2026-11-20T04:00:00Z')
const day = 86_400_000
const cover = { weave: 'knit', palette: 'indigo' }
const at = (days: number) => new Date(now.getTime() + days * day)

/** An event that opens, closes and takes place so many days from now. */
async function eventAt(
  name: string,
  {
    opens,
    closes,
    ends,
    ...more
  }: {
    opens?: number
    closes?: number
    ends: number
    kind?: string
    status?: 'open' | 'draft' | 'cancelled'
    parentId?: string
  },
) {
  const { id } = await makeEvent({
    config: {
      cover,
      sample: [],
      registration: { dates: 'call' },
      dates: { call: { name: { zh: '征稿', en: 'Call' } } },
    },
  })
  await db.event.update({
    where: { id },
    data: {
      nameZh: name,
      nameEn: name,
      opensAt: opens === undefined ? null : at(opens),
      closesAt: closes === undefined ? null : at(closes),
      startsAt: at(Math.min(opens ?? ends, ends)),
      endsAt: at(ends),
      dates: { create: [{ key: 'call', startsAt: at(opens ?? ends), endsAt: at(closes ?? ends) }] },
      ...more,
    },
  })
  return id
}

const ask = async (query: string, kind?: string) => {
  const read = readEventListQuery(kind, new URLSearchParams(query))
  if (!read) throw new Error('no such kind')
  const { cards, total } = await listEvents(read, now)
  return { names: cards.map(({ name }) => name.zh), total }
}

beforeAll(async () => {
  await eventAt('关得早', { opens: -10, closes: 5, ends: 60 })
  await eventAt('关得晚', { opens: -10, closes: 30, ends: 40, kind: 'expo' })
  await eventAt('将开放', { opens: 10, closes: 30, ends: 50, kind: 'conference' })
  await eventAt('评审中', { opens: -60, closes: -5, ends: 20 })
  await eventAt('去年的', { opens: -300, closes: -290, ends: -200 })
  await eventAt('前年的', { opens: -700, closes: -690, ends: -600 })
  await eventAt('取消的100%', { opens: -10, closes: 30, ends: 60, status: 'cancelled' })
  await eventAt('没公开', { opens: -10, closes: 30, ends: 60, status: 'draft' })
})

test('open events come first by the day they close, then what is to come, then what is over', async () => {
  const { names, total } = await ask('')
  expect(names.slice(0, 4)).toEqual(['关得早', '关得晚', '评审中', '将开放'])
  expect(names.slice(4)).toEqual(['取消的100%', '去年的', '前年的'])
  expect(total).toBe(7)
})

test('each filter shows its own part and the parts make the whole', async () => {
  expect((await ask('time=open')).names).toEqual(['关得早', '关得晚'])
  expect((await ask('time=upcoming')).names).toEqual(['评审中', '将开放'])
  expect((await ask('time=past')).names).toEqual(['取消的100%', '去年的', '前年的'])
  expect((await ask('', 'expos')).names).toEqual(['关得晚'])
  expect((await ask('time=past', 'expos')).names).toEqual([])
})

test('a search takes letters as they are: nothing in it is a pattern', async () => {
  expect((await ask('q=100%25')).names).toEqual(['取消的100%'])
  expect((await ask('q=%25')).names).toEqual(['取消的100%'])
  expect((await ask('q=_')).names).toEqual([])
  expect((await ask('q=%5C')).names).toEqual([])
  expect((await ask(`q=${encodeURIComponent("' or 1=1 --")}`)).names).toEqual([])
  expect((await ask(`q=${encodeURIComponent('年的')}`)).total).toBe(2)
})

test('a page past the end is empty and still knows how many there are', async () => {
  expect(await ask('page=9')).toEqual({ names: [], total: 7 })
})

test('a kind that does not exist is not found; a hostile query is an empty answer or the whole list', async () => {
  const visitor = browser()
  const open = (path: string, params = {}) => visitor.go(list as unknown as Handler, path, undefined, params)
  expect(await open('/events/nonsense', { kind: 'nonsense' })).toMatchObject({ status: 404 })
  for (const query of ['?q=%00', '?page=-1', '?page=99999999999', '?time=%27', '?q=' + 'x'.repeat(5000), '?q[]=1&q=2'])
    expect(await open(`/events${query}`)).toMatchObject({ status: 200 })
})

test('the front page hangs up what is open, soonest to close first, and never what is cancelled or a draft', async () => {
  const cards = await cardsOfSeason({ now, from: at(-20), to: at(200) })
  const names = cards.map(({ name }) => name.zh)
  expect(cards.filter((card) => isOpenAt(card, now)).map(({ name }) => name.zh)).toEqual(['关得早', '关得晚'])
  expect(names).not.toContain('没公开')
  expect(names).not.toContain('去年的')
  const { body } = await browser().go(home as unknown as Handler, '/?kind=__proto__')
  expect(body).toMatchObject({ kind: null })
})

test('an umbrella knows its parts, a part its umbrella, drafts left out', async () => {
  const week = await eventAt('一周', { ends: 30, kind: 'umbrella' })
  const part = await eventAt('一场', { ends: 25, parentId: week })
  await eventAt('没公开的一场', { ends: 26, parentId: week, status: 'draft' })
  const of = async (id: string) => cardsBeside(await db.event.findUniqueOrThrow({ where: { id } }))
  expect((await of(week)).children.map(({ id }) => id)).toEqual([part])
  expect((await of(part)).parent?.id).toBe(week)
  expect((await of(part)).children).toEqual([])
})

test('announcements come latest first, none from the future and none of a draft', async () => {
  const { id: eventId } = await makeEvent()
  const say = (titleZh: string, publishedAt: Date, of = eventId) =>
    db.announcement.create({
      data: { eventId: of, id: newId(), kind: 'news', titleZh, titleEn: titleZh, publishedAt },
    })
  const hidden = await makeEvent()
  await db.event.update({ where: { id: hidden.id }, data: { status: 'draft' } })
  await say('早', at(-2))
  await say('晚', at(-1))
  await say('将来', at(1))
  await say('草稿', at(-1), hidden.id)
  expect((await latestAnnouncements(8, now)).map(({ title }) => title.zh)).toEqual(['晚', '早'])
  expect(await latestAnnouncements(1, now)).toHaveLength(1)
})
