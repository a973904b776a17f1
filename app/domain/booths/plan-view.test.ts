import { describe, expect, test } from 'vitest'
import { readFloor } from './floor'
import { fitsFilter, quoteForBooths, unitsOf } from './plan-view'
import type { Claimed } from './plan-view'
import { Expo } from './section'

const expo = Expo.parse({
  dates: 'fair',
  zones: [
    { id: 'yarn', name: { zh: '纱线' } },
    { id: 'trend', name: { zh: '趋势' }, forSale: false },
  ],
  halls: [{ id: 'h1', name: { zh: '馆' }, grid: 3, plan: 'AAA.T\n.....', letters: { A: 'yarn', T: 'trend' } }],
  prices: [
    { id: 'base', CNY: 9000, per: '9m2' },
    { id: 'corner', when: { openings: 2 }, add: '10%' },
    { id: 'early', when: { before: '2026-12-01' }, add: '-10%' },
  ],
})
const { floor } = readFloor(expo)
const [hall] = floor.halls
if (!hall) throw new Error('no hall')
const claim = (given: Partial<Claimed>): Claimed => ({
  id: 'c',
  exhibitorId: 'x',
  status: 'HELD',
  nameZh: '示例毛衫',
  nameEn: 'Example',
  numbers: ['A102', 'A103'],
  expiresAt: null,
  ...given,
})

describe('who sees what', () => {
  test('booths of one claim are one unit; who holds them is not told', () => {
    const units = unitsOf(hall, [claim({})], null)
    expect(units.map(({ numbers, state, name }) => ({ numbers, state, name }))).toEqual([
      { numbers: ['A101'], state: 'free', name: null },
      { numbers: ['A102', 'A103'], state: 'held', name: null },
      { numbers: ['T105'], state: 'kept', name: null },
    ])
    expect(units[1]?.openings).toEqual(['east', 'south'])
  })

  test('who has confirmed is in the directory; one’s own is one’s own', () => {
    const shown = (given: Partial<Claimed>, mine: string | null) => unitsOf(hall, [claim(given)], mine)[1]
    expect(shown({ status: 'RESERVED' }, null)).toMatchObject({ state: 'reserved', name: null, claimId: null })
    expect(shown({ status: 'CONFIRMED' }, null)).toMatchObject({ state: 'sold', name: { zh: '示例毛衫' }, claimId: null })
    expect(shown({}, 'x')).toMatchObject({ state: 'mine', claimId: 'c' })
  })
})

test('booths taken together are quoted as one stand, in the time of the event', () => {
  const quote = (at: string, ...numbers: string[]) =>
    quoteForBooths({ floor, prices: expo.prices, timezone: 'Asia/Shanghai' }, numbers, { currency: 'CNY', editions: 0 }, new Date(at))
  expect(quote('2026-11-30T15:59:59Z', 'A102', 'A103')?.total.minor).toBe(1_782_000n)
  expect(quote('2026-11-30T16:00:00Z', 'A102', 'A103')?.total.minor).toBe(1_980_000n)
  expect(quote('2026-11-30T16:00:00Z', 'A102', 'Z1')).toBeNull()
})

test.each([
  [{ zone: 'yarn' }, ['A101', 'A102']],
  [{ free: true }, ['A101']],
  [{ area: 18 }, ['A102']],
  [{ openings: 2 }, ['A102', 'T105']],
  [{ search: 'a10' }, ['A101', 'A102']],
  [{ search: '毛衫' }, ['A102']],
])('a filter %o leaves %s', (filter, expected) => {
  const units = unitsOf(hall, [claim({ status: 'CONFIRMED' })], null)
  expect(units.filter((unit) => fitsFilter(unit, null, filter)).map(({ numbers }) => numbers[0])).toEqual(expected)
})
