import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignAnonymousCodes } from './anonymous-code'

const entries = Array.from({ length: 2343 }, (_, index) => `entry-${String(index).padStart(4, '0')}`)
const assign = (some: readonly string[], taken: Iterable<string> = []) =>
  assignAnonymousCodes({ entries: some, prefix: 'K', seed: 'secret', taken, expected: entries.length })

test('2,343 works get 2,343 codes of four digits', () => {
  const codes = [...assign(entries).values()]
  expect(new Set(codes).size).toBe(entries.length)
  expect(codes.every((code) => /^K-\d{4}$/.test(code) && code !== 'K-0000')).toBe(true)
})

test('the order of entries says nothing about the order of codes', () => {
  const given = assign(entries)
  const codes = entries.map((id) => Number(given.get(id)?.slice(2)))
  const middle = (entries.length - 1) / 2
  const mean = codes.reduce((sum, code) => sum + code, 0) / codes.length
  const covariance = codes.reduce((sum, code, at) => sum + (code - mean) * (at - middle), 0)
  const spread = Math.sqrt(
    codes.reduce((sum, code) => sum + (code - mean) ** 2, 0) * codes.reduce((sum, _, at) => sum + (at - middle) ** 2, 0),
  )
  // without any order the correlation has a standard deviation of 1 / √2343 = 0.02
  expect(Math.abs(covariance / spread)).toBeLessThan(0.08)
})

test('a code does not depend on the order of the list, and another seed gives others', () => {
  const some = entries.slice(0, 50)
  expect(assign([...some].reverse())).toEqual(assign(some))
  const others = assignAnonymousCodes({
    entries: some,
    prefix: 'K',
    seed: 'other',
    taken: [],
    expected: entries.length,
  })
  expect([...others.values()].filter((code, at) => code === [...assign(some).values()][at]).length).toBeLessThan(5)
})

test('codes given before are never given again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), fc.nat({ max: 60 }), (ids, cut) => {
      const before = assign(ids.slice(0, cut))
      const after = assign(ids.slice(cut), before.values())
      expect(new Set([...before.values(), ...after.values()]).size).toBe(ids.length)
    }),
  )
})

test('a large event gets longer codes', () => {
  const codes = assignAnonymousCodes({ entries: ['a'], prefix: 'DT', seed: 's', taken: [], expected: 20_000 })
  expect(codes.get('a')).toMatch(/^DT-\d{5}$/)
})
