import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TaxRule } from '~/domain/judging/payment-rules'
import { plainAmount, readMoney, type Money } from '~/domain/money'
import { refuseShares, sharesOf } from './shares'
import { taxOn, withTax } from './tax'

const flat = TaxRule.parse({ id: 'windfall', name: { zh: '偶然所得' }, bands: [{ rate: 20 }] })
const labour = TaxRule.parse({
  id: 'labour',
  name: { zh: '劳务报酬所得' },
  allowance: [{ upTo: 4000, amount: 800 }, { percent: 20 }],
  bands: [
    { upTo: 20000, rate: 20 },
    { upTo: 50000, rate: 30, less: 2000 },
    { rate: 40, less: 7000 },
  ],
})
const money = (text: string): Money => readMoney(text, 'CNY') ?? { minor: -1n, currency: 'CNY' }
const inWords = ({ gross, tax, net }: ReturnType<typeof taxOn>) => [gross, tax, net].map(plainAmount)

describe('tax', () => {
  test('a flat rate', () => expect(inWords(taxOn(money('50000'), flat))).toEqual(['50000.00', '10000.00', '40000.00']))

  // the steps at 4,000, at a taxable 20,000 and 50,000 meet: no one earns less by being paid more
  test.each([
    ['800', '0.00'],
    ['3000', '440.00'],
    ['4000', '640.00'],
    ['4000.01', '640.00'],
    ['25000', '4000.00'],
    ['30000', '5200.00'],
    ['62500', '13000.00'],
    ['80000', '18600.00'],
  ])('a schedule for labour: %s', (gross, tax) => expect(plainAmount(taxOn(money(gross), labour).tax)).toBe(tax))

  test('borne by the host, the payee gets what was promised', () => {
    expect(inWords(withTax(money('3000'), labour, 'host'))).toEqual(['3550.00', '550.00', '3000.00'])
    expect(inWords(withTax(money('40000'), flat, 'host'))).toEqual(['50000.00', '10000.00', '40000.00'])
  })

  test('another currency than the rule’s is a mistake', () => expect(() => taxOn({ minor: 1n, currency: 'USD' }, flat)).toThrow(RangeError))
  test('a rule that takes everything cannot be borne by the host', () =>
    expect(() => withTax(money('1'), TaxRule.parse({ ...flat, bands: [{ rate: 100 }] }), 'host')).toThrow(RangeError))
})

const amount = fc.bigInt({ min: 0n, max: 1_000_000_000n }).map((minor): Money => ({ minor, currency: 'CNY' }))
const anyRule = fc.constantFrom(flat, labour)

test('net and tax are the gross amount, to the fen', () => {
  fc.assert(
    fc.property(amount, anyRule, fc.constantFrom('payee' as const, 'host' as const), (promised, rule, borne) => {
      const { gross, tax, net } = withTax(promised, rule, borne)
      expect(net.minor + tax.minor).toBe(gross.minor)
      expect(tax.minor).toBeGreaterThanOrEqual(0n)
      expect((borne === 'host' ? net : gross).minor).toBe(promised.minor)
    }),
  )
})

test('who is paid more never gets less', () => {
  fc.assert(
    fc.property(amount, fc.bigInt({ min: 0n, max: 10_000n }), anyRule, (gross, more, rule) => {
      expect(taxOn({ ...gross, minor: gross.minor + more }, rule).net.minor).toBeGreaterThanOrEqual(taxOn(gross, rule).net.minor)
    }),
  )
})

test('shares and the tax on each lose no fen', () => {
  fc.assert(
    fc.property(amount, fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 6 }), anyRule, (prize, weights, rule) => {
      const authors = weights.map((_, n) => `a${n}`)
      const agreed = Object.fromEntries(weights.map((weight, n) => [`a${n}`, weight]))
      fc.pre(refuseShares(authors, agreed) === null)
      for (const shares of [sharesOf(prize, authors, agreed), sharesOf(prize, authors, null)]) {
        const taxed = [...shares.values()].map((share) => taxOn(share, rule))
        expect(taxed.reduce((sum, { net, tax }) => sum + net.minor + tax.minor, 0n)).toBe(prize.minor)
      }
    }),
  )
})

test('equal shares of what does not divide: the first author has the fen that is left', () => {
  expect([...sharesOf(money('100'), ['a', 'b', 'c'], null).values()].map(plainAmount)).toEqual(['33.34', '33.33', '33.33'])
  expect([...sharesOf(money('100'), ['a', 'b'], { b: 3, a: 1 }).values()].map(plainAmount)).toEqual(['25.00', '75.00'])
})

test('weights are refused for strangers and when nobody would get anything', () => {
  expect(refuseShares(['a', 'b'], { c: 1 })).toBe('unknown-author')
  expect(refuseShares(['a', 'b'], { a: 0 })).toBe('nothing-shared')
  expect(refuseShares(['a', 'b'], { a: 1.5 })).toBe('nothing-shared')
  expect(refuseShares(['a', 'b'], { a: 2, b: 1 })).toBeNull()
})
