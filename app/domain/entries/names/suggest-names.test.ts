import { expect, test } from 'vitest'
import { likeness, suggestNames } from './suggest-names'

test.each([
  ['东华大学', '东华大学（延安路校区）', 'same-text'],
  ['江苏示例纺织有限公司', '江苏示例纺织', 'same-text'],
  ['中国美术学院', '中国美院', 'abbreviation'],
  ['Beijing Institute of Fashion Technology', 'BIFT', 'abbreviation'],
  ['浙江理工大学', '浙江理工大雪', 'same-sound'],
  ['Politecnico di Milano', 'Politecnico di Millano', 'typing-slip'],
  ['东华大学', '中华大学', null],
  ['北京服装学院', '北京舞蹈学院', null],
  ['清华大学', '清华大学美术学院', null],
])('%s and %s: %s', (a, b, like) => {
  expect(likeness(a, b)).toBe(like)
  expect(likeness(b, a)).toBe(like)
})

test('spellings of one school come together, the most frequent first', () => {
  const found = suggestNames([
    { name: '中国美院', count: 3 },
    { name: '中国美术学院', count: 40 },
    { name: '中国美术学院(南山)', count: 2 },
    { name: '东华大学', count: 9 },
  ])
  expect(found.map(({ spellings }) => spellings.map(({ name }) => name))).toEqual([['中国美术学院', '中国美院', '中国美术学院(南山)']])
})
