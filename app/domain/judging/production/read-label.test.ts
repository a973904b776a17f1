import { expect, test } from 'vitest'
import { codeOnLabel, labelName, readLabel } from './read-label'

test.each([
  ['https://cup.example/e/cup-2026/label/ab2cd3ef4gh5#K-0417', { token: 'ab2cd3ef4gh5' }],
  ['https://cup.example/en/e/cup-2026/label/ab2cd3ef4gh5?x=1', { token: 'ab2cd3ef4gh5' }],
  [' k-0417-g2 ', { code: 'K-0417', kind: 'garment', number: 2 }],
  ['Ｋ-0417-Ｂ1', { code: 'K-0417', kind: 'board', number: 1 }],
  ['k-0417', { code: 'K-0417' }],
  ['K-0417-X2', null],
  ['https://elsewhere.example/', null],
  ['', null],
])('%s reads %j', (text, read) => expect(readLabel(text)).toEqual(read))

test('what stands on a label is read back', () =>
  expect(readLabel(labelName('K-0417', 'swatch', 3))).toEqual({ code: 'K-0417', kind: 'swatch', number: 3 }))

test.each([
  ['https://cup.example/e/cup-2026/label/ab2cd3ef4gh5#K-0417', 'K-0417'],
  ['https://cup.example/e/cup-2026/label/ab2cd3ef4gh5', null],
  ['K-0417-G2', 'K-0417'],
  ['k-0417', 'K-0417'],
])('a desk finds the work of %s without asking anybody', (text, code) => expect(codeOnLabel(text)).toBe(code))
