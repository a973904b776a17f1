import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMoney, partOfMoney, plainAmount, readMoney, splitMoney } from './money'

const cny = (minor: bigint) => ({ minor, currency: 'CNY' as const })

describe('money', () => {
  it.each([
    ['9800', 980_000n],
    ['9800.5', 980_050n],
    [' -0.07 ', -7n],
  ])('reads %j', (text, minor) => expect(readMoney(text, 'CNY')).toEqual(cny(minor)))

  it.each(['', '9,800', '1.234', '1e3', '¥5', '--1'])('refuses %j', (text) => expect(readMoney(text, 'CNY')).toBeNull())

  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (minor) => {
        expect(readMoney(plainAmount(cny(minor)), 'CNY')).toEqual(cny(minor))
      }),
    )
  })

  it('rounds a part half away from zero', () => {
    expect(partOfMoney(cny(5n), [10n, 100n])).toEqual(cny(1n))
    expect(partOfMoney(cny(-5n), [10n, 100n])).toEqual(cny(-1n))
    expect(partOfMoney(cny(4n), [10n, 100n])).toEqual(cny(0n))
    expect(partOfMoney(cny(980_000n), [-15n, 100n])).toEqual(cny(-147_000n))
  })

  it('does not add two currencies', () => {
    expect(() => addMoney(cny(1n), { minor: 1n, currency: 'USD' })).toThrow('USD added to CNY')
  })

  it('splits without losing a unit, nothing to those who have no share', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
        fc.array(fc.bigInt({ min: 0n, max: 9n }), { minLength: 1 }),
        (minor, weights) => {
          fc.pre(weights.some((weight) => weight > 0n))
          const shares = splitMoney(cny(minor), weights)
          expect(shares.reduce((sum, share) => sum + share.minor, 0n)).toBe(minor)
          shares.forEach((share, index) => weights[index] === 0n && expect(share.minor).toBe(0n))
        },
      ),
    )
  })
})
