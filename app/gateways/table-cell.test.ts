import { expect, test } from 'vitest'
import { safeCell } from './table-cell'

test.each(['=1+1', '+8613800138000', '-2', '@SUM(A1)', '\t=1', '\rcmd', '  =1', '＝1', '＠a'])('%j is not run as a formula', (text) => {
  expect(safeCell(text)).toBe(`'${text}`)
})

test.each(['𠮷野', '一线之间', 'a=b', '(+86) 13800138000', '', '👩🏽‍🎨'])('%j stays as it is', (text) => {
  expect(safeCell(text)).toBe(text)
})

test('a number stays a number, also below zero', () => expect(safeCell(-3.5)).toBe(-3.5))

test('characters that a workbook cannot hold are left out', () => {
  expect(safeCell('a\u0000b\u000bc\ud800d')).toBe('abcd')
})
