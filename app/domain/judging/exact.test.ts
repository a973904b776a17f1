import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Exact } from './exact'

describe('rounding', () => {
  test.each([
    ['2.345', 2, 'half-up', '2.35'],
    ['2.345', 2, 'half-even', '2.34'],
    ['2.355', 2, 'half-even', '2.36'],
    ['2.349', 2, 'down', '2.34'],
    ['1.005', 2, 'half-up', '1.01'],
    ['-2.345', 2, 'half-up', '-2.35'],
    ['-2.349', 2, 'down', '-2.34'],
    ['0.5', 0, 'half-even', '0'],
    ['1.5', 0, 'half-even', '2'],
    ['7', 2, 'half-up', '7.00'],
    ['-0.001', 2, 'half-up', '0.00'],
  ] as const)('%s to %i decimals, %s, is %s', (value, decimals, mode, text) => {
    expect(Exact.of(value).round(decimals, mode).toText(decimals)).toBe(text)
  })

  test('no decimals asked for leaves a third a third', () => {
    const third = Exact.of(1).over(3)
    expect(third.round(undefined, 'half-up').times(Exact.of(3)).compare(Exact.of(1))).toBe(0)
    expect(third.toText()).toBe('0.333333333333')
  })
})

test('a number is written with the digits it has', () => {
  expect(Exact.of('7.250').toText()).toBe('7.25')
  expect(Exact.of(1e-7).toText()).toBe('0.0000001')
  expect(Exact.of(0.8).times(Exact.of('7.5')).toText()).toBe('6')
  expect(Exact.of(1).over(Exact.of(-8)).toText()).toBe('-0.125')
})

test.each(['', ' ', 'abc', '1.', '.5', '1,5', '--1', 'NaN', 'Infinity', '0x10', '１'])('%j is not a number', (text) => {
  expect(Exact.parse(text)).toBeNull()
})

test('a multiple of a decimal step is seen where binary floats miss it', () => {
  expect(Exact.of('0.3').isMultipleOf(Exact.of('0.1'))).toBe(true)
  expect(Exact.of('-7.5').isMultipleOf(Exact.of('0.25'))).toBe(true)
  expect(Exact.of('0.35').isMultipleOf(Exact.of('0.1'))).toBe(false)
})

test('sums and comparisons agree with integer arithmetic in thousandths', () => {
  const thousandths = fc.integer({ min: -1_000_000, max: 1_000_000 })
  fc.assert(
    fc.property(thousandths, thousandths, (a, b) => {
      const [x, y] = [Exact.of(a).over(1000), Exact.of(b).over(1000)]
      expect(x.plus(y).compare(Exact.of(a + b).over(1000))).toBe(0)
      expect(x.minus(y).compare(Exact.of(a - b).over(1000))).toBe(0)
      expect(Math.sign(x.compare(y))).toBe(Math.sign(a - b))
      expect(Exact.of(x.toText()).compare(x)).toBe(0)
    }),
  )
})

test('numbers too large for plain arithmetic stay as exact as small ones', () => {
  const whole = fc.oneof(
    fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
    fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
    fc.bigInt({ min: -9n, max: 9n }),
  )
  const positive = whole.map((value) => (value < 0n ? -value : value) + 1n)
  const fraction = ([top, bottom]: readonly [bigint, bigint]) => Exact.of(String(top)).over(Exact.of(String(bottom)))
  fc.assert(
    fc.property(fc.tuple(whole, positive), fc.tuple(whole, positive), fc.integer({ min: 0, max: 12 }), ([a, b], [c, d], decimals) => {
      const [x, y] = [fraction([a, b]), fraction([c, d])]
      expect(x.plus(y).compare(fraction([a * d + c * b, b * d]))).toBe(0)
      expect(x.minus(y).compare(fraction([a * d - c * b, b * d]))).toBe(0)
      expect(x.times(y).compare(fraction([a * c, b * d]))).toBe(0)
      expect(Math.sign(x.compare(y))).toBe(a * d > c * b ? 1 : a * d < c * b ? -1 : 0)
      const scale = 10n ** BigInt(decimals)
      const cut = ((a < 0n ? -a : a) * scale) / b
      const text = String(cut).padStart(decimals + 1, '0')
      const point = text.length - decimals
      expect(x.round(decimals, 'down').toText(decimals).replace('-', '')).toBe(
        decimals === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`,
      )
    }),
    { numRuns: 500 },
  )
})
