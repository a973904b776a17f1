import { expect, test } from 'vitest'
import { compareCatalogues } from './catalogues'
import { useProblems } from './messages'

const of = (site: Record<string, string>) => new Map([['site', new Map(Object.entries(site))]])
const compare = (zh: Record<string, string>, en: Record<string, string>) =>
  compareCatalogues(of(zh), of(en), { reference: 'zh-CN', other: 'en' })

test('catalogues with the same keys and arguments have no problem', () => {
  expect(
    compare(
      { hello: '你好，{name}', works: '共{count, number}件' },
      { hello: 'Hello {name}', works: '{count, plural, one {one work} other {# works}}' },
    ),
  ).toEqual([])
})

test('a key missing on either side is named with its language', () => {
  expect(compare({ a: '甲' }, { b: 'B' })).toEqual(['site:a: missing in en', 'site:b: missing in zh-CN'])
})

test('arguments that differ are both named, those inside plurals and tags too', () => {
  expect(compare({ a: '{name}<b>{count}</b>' }, { a: '{count, plural, other {# by {author}}}' })).toEqual([
    'site:a: zh-CN takes {<b>, count, name}, en takes {author, count}',
  ])
})

test('a broken or an empty message is a problem', () => {
  const problems = compare({ a: '{name', b: ' ' }, { a: '{name}', b: 'b' })
  expect(problems[0]).toMatch(/^site:a \(zh-CN\): is not ICU/)
  expect(problems[1]).toBe('site:b (zh-CN): is empty')
})

test('a key nobody wrote and a message nobody asks for are problems', () => {
  const uses = [{ namespace: 'site', keys: ['state.open', 'state.closed', 'title'], where: 'app/x.tsx:3' }]
  expect(useProblems(of({ 'state.open': '开放', title: '标题', old: '旧' }), { uses, unclear: [] })).toEqual([
    'app/x.tsx:3: no message site:state.closed',
    'site:old: no code asks for this message',
  ])
})

test('asking for a branch asks for every message below it', () => {
  const uses = [{ namespace: 'site', keys: ['faq'], where: 'app/x.tsx:3' }]
  expect(useProblems(of({ 'faq.a': '甲', 'faq.b': '乙' }), { uses, unclear: [] })).toEqual([])
})
