import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvRows } from '../csv-rows'
import { csvText } from './csv-text'

test('what is written is read back, whatever stands in a cell', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '甲', '"', ',', '\n', '1', ' ') }).map((text) => text.trim())
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      expect(csvRows(csvText(['entry', 'judge'], rows)).map(({ cells }) => cells)).toEqual([
        ['entry', 'judge'],
        ...rows.map((row) => [...row]),
      ])
    }),
  )
})
