import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainAmount } from '~/domain/money'
import { quoteFor } from './quote'
import type { Priced } from './quote'
import type { PriceRule } from './section'

const prices: PriceRule[] = [
  { id: 'base', for: 'standard', CNY: 9800, USD: 2800, per: '9m2' },
  { id: 'raw', for: 'raw', CNY: 980, USD: 280, per: 'm2' },
  { id: 'two-open', when: { openings: 2 }, add: '10%', after: ['base'] },
  { id: 'early', when: { before: '2026-12-01' }, add: '-10%', after: ['base', 'raw', 'two-open'] },
  { id: 'loyal', when: { editions: 3 }, add: '-5%', unless: ['early'] },
]
const stand: Priced = {
  kind: 'standard',
  zone: 'yarn',
  area: 1800,
  booths: 2,
  openings: 2,
  editions: 0,
  currency: 'CNY',
  local: '2026-11-20T12:00:00',
}
const quoted = (given: Partial<Priced> = {}, rules = prices) => {
  const quote = quoteFor(rules, { ...stand, ...given })
  return (
    quote && {
      lines: quote.lines.map(({ rule, amount }) => `${rule} ${plainAmount(amount)}`),
      total: plainAmount(quote.total),
      until: quote.validUntil,
    }
  )
}

test('every line names its rule, in the order of the file; the quote stands until the next rule changes', () => {
  expect(quoted()).toEqual({ lines: ['base 19600.00', 'two-open 1960.00', 'early -2156.00'], total: '19404.00', until: '2026-12-01' })
})

test('a date ends as its day begins', () => {
  expect(quoted({ local: '2026-11-30T23:59:59' })?.lines).toContain('early -2156.00')
  expect(quoted({ local: '2026-12-01T00:00:00' })).toEqual({ lines: ['base 19600.00', 'two-open 1960.00'], total: '21560.00', until: null })
})

test('a price that gives way to another applies only without it', () => {
  expect(quoted({ editions: 3 })?.lines).not.toContain('loyal -1078.00')
  expect(quoted({ editions: 3, local: '2027-01-01T00:00:00' })?.lines).toContain('loyal -1078.00')
})

test('twelve square metres at a price per nine are four thirds of it, to the minor unit', () => {
  expect(quoted({ area: 1200, booths: 1, openings: 1, local: '2027-01-01T00:00:00' })?.total).toBe('13066.67')
})

test('raw space is priced by the square metre in the exhibitor’s own currency', () => {
  expect(quoted({ kind: 'raw', area: 7200, booths: 1, openings: 4, currency: 'USD', local: '2027-01-01T00:00:00' })).toEqual({
    lines: ['raw 20160.00'],
    total: '20160.00',
    until: null,
  })
})

test('no price in the currency, no quote', () => {
  expect(quoted({ currency: 'USD' }, [{ id: 'base', CNY: 1, per: 'm2' }])).toBeNull()
})

test('discounts end at nothing left to pay, and say so', () => {
  const rules: PriceRule[] = [...prices.slice(0, 1), { id: 'a', add: '-80%', after: ['base'] }, { id: 'b', add: '-80%', after: ['base'] }]
  expect(quoted({}, rules)).toMatchObject({ lines: ['base 19600.00', 'a -15680.00', 'b -3920.00'], total: '0.00' })
  expect(quoteFor(rules, stand)?.lines.at(-1)?.limited).toBe(true)
})

test('whatever the rules, lines add up to the total, which is never negative', () => {
  const rule = fc.record({
    add: fc.option(
      fc.tuple(fc.integer({ min: -100, max: 50 }), fc.integer({ min: 0, max: 9 })).map(([a, b]) => `${a}.${b}%`),
      { nil: undefined },
    ),
    CNY: fc.integer({ min: 0, max: 20_000_00 }).map((minor) => minor / 100),
    per: fc.constantFrom('9m2' as const, 'm2' as const, 'booth' as const),
  })
  fc.assert(
    fc.property(fc.array(rule, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 90_000 }), (rules, area) => {
      const quote = quoteFor(
        rules.map(({ add, ...fixed }, n) => (add === undefined ? { id: `p${n}`, ...fixed } : { id: `p${n}`, add })),
        { ...stand, area },
      )
      if (!quote) return
      expect(quote.lines.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(quote.total.minor)
      expect(quote.total.minor >= 0n).toBe(true)
    }),
  )
})
