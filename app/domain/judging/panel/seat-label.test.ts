import { expect, test } from 'vitest'
import { labelOrder, nextLabel } from './seat-label'

test('seats are named in the order of the stems, then of the branches, then by number', () => {
  const labels: string[] = []
  for (let n = 0; n < 24; n += 1) labels.push(nextLabel(labels))
  expect(labels.join('')).toBe('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥2324')
  expect([...labels].reverse().sort(labelOrder)).toEqual(labels)
})

test('a gap is filled, a name that is taken is not given again', () => {
  expect(nextLabel(['甲', '丙'])).toBe('乙')
  expect(nextLabel(['甲', '乙', '丙'])).toBe('丁')
})
