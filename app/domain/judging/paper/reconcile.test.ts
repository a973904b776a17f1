import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences, reconciled } from './reconcile'

const criteria = ['design', 'craft']

test('two readings alike leave no difference and are the sheet', () => {
  const reading = { design: '8.5', craft: '7' }
  expect(differences(criteria, reading, { ...reading })).toEqual([])
  expect(reconciled(criteria, reading, { ...reading })).toEqual(reading)
})

test('a difference is listed with both readings, also where one found nothing', () => {
  expect(differences(criteria, { design: '8.5', craft: '7' }, { design: '3.5' })).toEqual([
    { criterion: 'design', first: '8.5', second: '3.5' },
    { criterion: 'craft', first: '7', second: null },
  ])
})

test('an open difference, and a value nobody read, leave the sheet open', () => {
  const [first, second] = [
    { design: '8.5', craft: '7' },
    { design: '3.5', craft: '7' },
  ]
  expect(reconciled(criteria, first, second)).toBeNull()
  expect(reconciled(criteria, first, second, { design: '9' })).toBeNull()
  expect(reconciled(criteria, first, second, { design: '3.5' })).toEqual({ design: '3.5', craft: '7' })
})

test('a settled sheet holds in every cell what one of the two read', () => {
  const reading = fc.record({ design: fc.option(fc.constantFrom('1', '2', '3')), craft: fc.option(fc.constantFrom('1', '2', '3')) })
  fc.assert(
    fc.property(reading, reading, (first, second) => {
      const chosen = Object.fromEntries(differences(criteria, first, second).map(({ criterion, second: value }) => [criterion, value]))
      const sheet = reconciled(criteria, first, second, chosen)
      expect(sheet).toEqual(second)
    }),
  )
})
