import { expect, test } from 'vitest'
import { groupOf, kindGroupNames, readEventListQuery } from './event-list'
import { EventKind } from './section'

const read = (query: string, kind?: string) => readEventListQuery(kind, new URLSearchParams(query))

test('a kind that does not exist is not a list', () => {
  expect(read('', 'nonsense')).toBeNull()
  expect(read('', 'constructor')).toBeNull()
  expect(read('', 'contests')).toEqual({ kind: 'contests', time: 'all', text: '', page: 1 })
})

test('every kind of event is in a group', () => {
  for (const kind of EventKind.options) expect(kindGroupNames).toContain(groupOf(kind))
})

test('a query that makes no sense falls back to the whole list', () => {
  const whole = { kind: null, time: 'all', text: '', page: 1 }
  for (const hostile of ['time=__proto__', 'page=-1', 'page=0', 'page=1e9', 'page=NaN', 'q=%00%01', 'q=%20%20', '%%%', 'q=&q=x'])
    expect(read(hostile)).toEqual(whole)
})

test('a search text loses control characters and everything past sixty characters', () => {
  expect(read('q=%00%E6%BF%AE%E2%80%AE%E9%99%A2%0A%E6%9D%AF')?.text).toBe('濮 院 杯')
  const rare = read(`q=${encodeURIComponent('𠮷'.repeat(100))}`)?.text ?? ''
  expect([...rare]).toHaveLength(60)
})

test('a page far beyond the end is capped', () => expect(read('page=9999')?.page).toBe(1000))
