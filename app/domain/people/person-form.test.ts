import { expect, test } from 'vitest'
import { LatinName, PersonName } from './person-form'
import { pinyinName } from './pinyin-name'

const nameFault = (text: string) => PersonName.safeParse(text).error?.issues[0]?.message ?? null
const latinFault = (text: string) => LatinName.safeParse(text).error?.issues[0]?.message ?? null

test.each(['林知夏', '𠮷田', '欧阳·娜娜', 'O’Brien', 'Lin Zhixia 2', '  林  知夏 ', 'محمد', '田'.repeat(60)])('“%s” is a name', (name) =>
  expect(nameFault(name)).toBeNull(),
)
test.each([
  ['', 'required'],
  ['   ', 'required'],
  ['田'.repeat(61), 'too-long'],
  ['🧶🧶', 'letters'],
  ['a\u202eb', 'unseen'],
  ['a\u0000b', 'unseen'],
  ['——', 'letters'],
])('“%s” is refused: %s', (name, fault) => expect(nameFault(name)).toBe(fault))
test('blanks in a name become one', () => expect(PersonName.parse('  林 \n 知夏 ')).toBe('林 知夏'))

test('a Latin name holds Latin letters', () => {
  expect(LatinName.parse('')).toBeNull()
  expect(LatinName.parse(' Zoë  d’Ångström ')).toBe('Zoë d’Ångström')
  expect(latinFault('林')).toBe('latin')
  expect(latinFault('<b>')).toBe('latin')
  expect(latinFault('x'.repeat(101))).toBe('too-long')
})

test('pinyin for search', () => {
  expect(pinyinName('林知夏')).toBe('lin zhi xia')
  expect(pinyinName('单雄信')).toMatch(/^shan /)
  expect(pinyinName('吕布')).toBe('lv bu')
  expect(pinyinName('Zoë Lin')).toBe('zoë lin')
})
