import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderOfPlaces } from './order-of-places'

test('works stand in the order of their places', () =>
  expect(
    orderOfPlaces(
      ['a', 'b', 'c'],
      new Map([
        ['a', '3'],
        ['b', '1'],
        ['c', '2'],
      ]),
    ),
  ).toEqual({ ok: true, order: ['b', 'c', 'a'] }))

test('a place given twice is refused', () =>
  expect(
    orderOfPlaces(
      ['a', 'b'],
      new Map([
        ['a', '1'],
        ['b', '1'],
      ]),
    ),
  ).toEqual({ ok: false, reason: 'place-twice' }))

test.each([
  ['', '1'],
  ['0', '1'],
  ['3', '1'],
  ['1.5', '1'],
  ['x', '1'],
])('places %s and %s do not order two works', (a, b) =>
  expect(
    orderOfPlaces(
      ['a', 'b'],
      new Map([
        ['a', a],
        ['b', b],
      ]),
    ),
  ).toEqual({ ok: false, reason: 'not-all-placed' }),
)

test('a work without a place is refused', () =>
  expect(orderOfPlaces(['a', 'b'], new Map([['a', '1']]))).toEqual({ ok: false, reason: 'not-all-placed' }))

test('any permutation is taken as it is', () => {
  const permutation = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 })
  fc.assert(
    fc.property(permutation, (order) => {
      const places = new Map(order.map((entry, at) => [entry, String(at + 1)]))
      expect(orderOfPlaces(['a', 'b', 'c', 'd', 'e'], places)).toEqual({ ok: true, order })
    }),
  )
})
