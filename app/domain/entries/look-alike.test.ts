import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceHash, hashDistance } from './look-alike'

const stripes = Uint8Array.from({ length: 72 }, (_, n) => (n % 9) * 20 + Math.floor(n / 9))

test('a brighter copy has the same hash, a mirrored one the opposite', () => {
  const hash = differenceHash(stripes) as bigint
  expect(differenceHash(stripes.map((grey) => grey + 9))).toBe(hash)
  const mirrored = Uint8Array.from({ length: 72 }, (_, n) => stripes[Math.floor(n / 9) * 9 + 8 - (n % 9)] ?? 0)
  expect(hashDistance(hash, differenceHash(mirrored) as bigint)).toBe(64)
})

test('an empty sheet has no hash', () => {
  expect(differenceHash(new Uint8Array(72).fill(250))).toBeNull()
  expect(differenceHash(new Uint8Array(72).fill(250).map((grey, n) => grey + (n % 2)))).toBeNull()
})

test('distance is symmetric, zero to itself, and fits 64 signed bits', () => {
  const hashes = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  fc.assert(
    fc.property(hashes, hashes, (a, b) => {
      expect(hashDistance(a, b)).toBe(hashDistance(b, a))
      expect(hashDistance(a, a)).toBe(0)
      expect(hashDistance(a, ~a)).toBe(64)
    }),
  )
})
