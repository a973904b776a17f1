import { expect, test } from 'vitest'
import { csvRows } from './csv-rows'

const cells = (text: string) => csvRows(text).map((row) => row.cells)

test('a spreadsheet’s file: byte-order mark, CRLF, no last line end', () => {
  expect(cells('\uFEFFentry,score\r\nW1,7.5\r\nW2,')).toEqual([
    ['entry', 'score'],
    ['W1', '7.5'],
    ['W2', ''],
  ])
})

test('quoted cells hold commas, quotes and line breaks', () => {
  expect(cells('"a, b","say ""hi""","two\nlines"\n')).toEqual([['a, b', 'say "hi"', 'two\nlines']])
})

test('lines are counted through empty lines and breaks inside a cell', () => {
  expect(csvRows('a\n\n"b\nb",c\nd').map(({ line }) => line)).toEqual([1, 3, 5])
})

test('an empty text has no rows', () => {
  expect(csvRows('')).toEqual([])
  expect(csvRows('\n\n')).toEqual([])
})
