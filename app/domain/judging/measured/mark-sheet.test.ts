import { expect, test } from 'vitest'
import { MeasuredCriterion } from '../rulebook'
import { readMarkSheet } from './mark-sheet'

const criterion = MeasuredCriterion.parse({
  id: 'paper',
  weight: 1,
  name: { zh: '理论' },
  measured: { unit: '/100', source: 'sheet', plausible: { min: 0, max: 100 }, points: { table: { 0: 0 } } },
})
const known = new Map([
  ['K-0001', 'a'],
  ['2026-0001', 'a'],
  ['K-0002', 'b'],
  ['K-0003', 'c'],
  ['K-0004', 'd'],
])
const lines = (...rows: string[][]) => rows.map((cells, n) => ({ line: n + 1, cells }))

test('marks are read under a title, by code or by registration number; 缺考 is no mark', () => {
  const sheet = readMarkSheet(
    lines(['2026 理论考试'], ['序号', '编号', '理论成绩'], ['1', '2026-0001', '86.5'], ['2', 'k-0002', '缺考'], ['3', 'K-0003', '0']),
    criterion,
    known,
  )
  expect(sheet).toEqual({
    ok: true,
    faults: [],
    missing: ['d'],
    marks: [
      { line: 3, entry: 'a', value: '86.5' },
      { line: 4, entry: 'b', value: null },
      { line: 5, entry: 'c', value: '0' },
    ],
  })
})

test('every fault is named at its line, and the sound lines are still read', () => {
  const sheet = readMarkSheet(
    lines(['code', 'mark'], ['K-0001', '86'], ['K-0009', '70'], ['2026-0001', '87'], ['K-0002', 'good'], ['K-0003', '101'], ['K-0004', '']),
    criterion,
    known,
  )
  expect(sheet.ok && sheet.marks).toEqual([{ line: 2, entry: 'a', value: '86' }])
  expect(sheet.ok && sheet.faults).toEqual([
    { line: 3, reason: 'unknown', said: 'K-0009' },
    { line: 4, reason: 'twice', said: '2026-0001' },
    { line: 5, reason: 'not-a-number', said: 'good' },
    { line: 6, reason: 'out-of-range', said: '101' },
    { line: 7, reason: 'no-mark', said: '' },
  ])
})

test('a table without the two columns, or with nothing under them, is none', () => {
  expect(readMarkSheet(lines(['姓名', '成绩'], ['甲', '90']), criterion, known)).toEqual({ ok: false, reason: 'no-header' })
  expect(readMarkSheet(lines(['编号', '成绩']), criterion, known)).toEqual({ ok: false, reason: 'no-rows' })
})
