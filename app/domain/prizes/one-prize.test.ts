import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Money } from '~/domain/money'
import { remainingPrize } from './one-prize'

const prize = (amount: bigint, begun = false) => ({ prize: { minor: amount, currency: 'CNY' } as Money, begun })
const due = (own: bigint, other: bigint, ownIsParent: boolean, begun: { own?: boolean; other?: boolean } = {}) =>
  remainingPrize(prize(own, begun.own), prize(other, begun.other), ownIsParent).minor

test('the higher prize counts, whichever contest gives it; of equal ones the sub-contest’s', () => {
  expect([due(150n, 80n, true), due(80n, 150n, false)]).toEqual([150n, 0n])
  expect([due(50n, 80n, true), due(80n, 50n, false)]).toEqual([0n, 80n])
  expect([due(80n, 80n, true), due(80n, 80n, false)]).toEqual([0n, 80n])
})

test('a lower prize that is being paid stays, and the higher one pays the difference', () => {
  expect(due(80n, 150n, false, { own: true })).toBe(80n)
  expect(due(150n, 80n, true, { other: true })).toBe(70n)
})

test('two currencies are not compared', () =>
  expect(remainingPrize(prize(10n), { prize: { minor: 99n, currency: 'USD' }, begun: false }, false).minor).toBe(10n))

test('together both contests pay the higher prize, no fen more', () => {
  const amount = fc.bigInt({ min: 0n, max: 1_000_000n })
  fc.assert(
    fc.property(amount, amount, fc.boolean(), (parent, sub, subBegun) => {
      const fromParent = due(parent, sub, true, { other: subBegun })
      const fromSub = due(sub, parent, false, { own: subBegun })
      expect(fromParent + fromSub).toBe(parent > sub ? parent : sub)
    }),
  )
})
