import { expect, test } from 'vitest'
import type { DeskCriterion } from './desk-setup'
import { bandOf, isMark, keyOfCell, markOfKey, nextFraction, padCells } from './mark-values'

const criterion = (min: number, max: number, step: number, unit: string | null = null): DeskCriterion => ({
  id: 'design',
  name: '设计',
  description: '',
  weight: '3',
  min,
  max,
  step,
  unit,
  anchors: [],
})
const tenths = criterion(1, 10, 0.5)

test('a pad from 1 to 10 has ten cells, the last under the key 0', () => {
  const cells = padCells(tenths) ?? []
  expect(cells).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
  expect(markOfKey(cells, '0')).toBe('10')
  expect(markOfKey(cells, '7')).toBe('7')
})

test('where 0 is a mark, its key gives 0 and ten is tapped', () => {
  const cells = padCells(criterion(0, 10, 1)) ?? []
  expect(markOfKey(cells, '0')).toBe('0')
  expect(keyOfCell(cells, '10')).toBeNull()
})

test('a hundred marks, steps that miss the whole ones and measured quantities are typed', () => {
  expect(padCells(criterion(0, 100, 1))).toBeNull()
  expect(padCells(criterion(1, 4, 0.3))).toBeNull()
  expect(padCells(criterion(0, 10, 1, 'kWh'))).toBeNull()
})

test('a fraction goes round within its whole mark and never beyond the end', () => {
  expect(nextFraction(tenths, '7')).toBe('7.5')
  expect(nextFraction(tenths, '7.5')).toBe('7')
  expect(nextFraction(tenths, '10')).toBe('10')
  const quarters = criterion(0, 10, 0.25)
  expect(['7', '7.25', '7.5', '7.75'].map((mark) => nextFraction(quarters, mark))).toEqual(['7.25', '7.5', '7.75', '7'])
  expect(nextFraction(criterion(0, 1, 0.1), '0.2')).toBe('0.3')
})

test('typed marks are held to range and step', () => {
  const hundred = criterion(0, 100, 0.1)
  expect(['0', '87.3', '100'].every((mark) => isMark(hundred, mark))).toBe(true)
  expect(['', '-1', '100.1', '87.35', '8e1', ' 8'].some((mark) => isMark(hundred, mark))).toBe(false)
  expect(isMark(criterion(0, 1, 1, 'kWh'), '12.345')).toBe(true)
})

test('a mark between two bands belongs to the lower one', () => {
  const anchors = [
    { low: 9, high: 10, label: '9—10', text: 'a' },
    { low: 7, high: 8, label: '7—8', text: 'b' },
  ]
  expect(bandOf(anchors, '8.5')?.label).toBe('7—8')
  expect(bandOf(anchors, '3')).toBeNull()
  expect(bandOf(anchors, null)).toBeNull()
})
