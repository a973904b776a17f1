import { expect, test } from 'vitest'
import { placeText } from './place-text'

test('a town that both name is named once', () => {
  expect(placeText('浙江海宁', '海宁会展中心', 'zh-CN')).toBe('浙江海宁会展中心')
  expect(placeText('浙江桐乡', '濮院', 'zh-CN')).toBe('浙江桐乡濮院')
  expect(placeText('上海', '', 'zh-CN')).toBe('上海')
  expect(placeText('Haining, Zhejiang', 'Haining Centre', 'en')).toBe('Haining, Zhejiang, Haining Centre')
})
