import { expect, test } from 'vitest'
import { checkField, readNumber } from './check-field'
import type { Field } from './section'

const base = { id: 'f', label: { zh: '问', en: 'Q' }, optional: false, shownToJudges: true }
const reasons = (field: Partial<Field>, answer: string | string[] | undefined) =>
  checkField({ ...base, ...field } as Field, answer).map(({ reason }) => reason)
const options = [
  { id: 'a', name: base.label },
  { id: 'b', name: base.label },
  { id: 'c', name: base.label },
]

test.each<[Partial<Field>, string | string[] | undefined, string[]]>([
  [{ type: 'text', max: 3 }, undefined, ['required']],
  [{ type: 'text', max: 3, optional: true }, '', []],
  [{ type: 'text', max: 3 }, '𠮷👨‍👩‍👧‍👦é', []],
  [{ type: 'text', max: 3 }, '四个字了', ['too-long']],
  [{ type: 'longtext', max: 9, min: 5 }, '短', ['too-short']],
  [{ type: 'number', min: 3, max: 5, decimals: 0 }, '4', []],
  [{ type: 'number', min: 3, max: 5, decimals: 0 }, '2', ['too-small']],
  [{ type: 'number', min: 3, max: 5, decimals: 0 }, '6', ['too-big']],
  [{ type: 'number', min: 3, max: 5, decimals: 0 }, '4.5', ['too-many-decimals']],
  [{ type: 'number', min: 3, max: 5, decimals: 0 }, '四', ['not-a-number']],
  [{ type: 'percent', min: 70, max: 100 }, '69.9', ['too-small']],
  [{ type: 'percent', min: 70, max: 100 }, '１００％', []],
  [{ type: 'choice', options }, 'd', ['not-an-option']],
  [{ type: 'choices', options, max: 2 }, ['a', 'b', 'c'], ['too-many-choices']],
  [{ type: 'choices', options, max: 2 }, [], ['required']],
  [{ type: 'choices', options }, ['a', 'x'], ['not-an-option']],
  [{ type: 'yes-no' }, 'perhaps', ['not-an-option']],
  [{ type: 'date' }, '2026-02-30', ['not-a-date']],
  [{ type: 'date' }, '2026-02-28', []],
  [{ type: 'url' }, 'javascript:alert(1)', ['not-an-address']],
  [{ type: 'url' }, 'example', ['not-an-address']],
  [{ type: 'url' }, 'https://example.org/作品', []],
])('%j answered %j: %j', (field, answer, expected) => expect(reasons(field, answer)).toEqual(expected))

test('numbers as people type them', () => {
  expect(['８５％', '85 %', '3,5', '3.50', '-2'].map(readNumber)).toEqual([85, 85, 3.5, 3.5, -2])
  expect(['', '1e9', '0x10', 'Infinity', '1,2,3', '3.'].map(readNumber)).toEqual([null, null, null, null, null, null])
})
