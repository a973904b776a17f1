import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawOrder } from './draw-order'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('the same seed gives the same places, in whatever order the codes came', () => {
  const codes = ['K-0001', 'K-0002', 'K-0003', 'K-0004', 'K-0005']
  const places = drawOrder('5eed', codes, 2, sha256)
  expect(drawOrder('5eed', [...codes].reverse(), 2, sha256)).toEqual(places)
  expect(places.map(({ code }) => code)).toEqual([...codes].sort((a, b) => (sha256(`5eed:${a}`) < sha256(`5eed:${b}`) ? -1 : 1)))
  expect(places.map(({ heat, station }) => [heat, station])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
    [3, 1],
  ])
})

test('everybody has one place, no machine has two at once, and another seed draws otherwise', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 }), (count, stations) => {
      const codes = Array.from({ length: count }, (_, n) => `K-${n}`)
      const places = drawOrder('a', codes, stations, sha256)
      expect(new Set(places.map(({ code }) => code)).size).toBe(count)
      expect(new Set(places.map(({ heat, station }) => `${heat} ${station}`)).size).toBe(count)
      expect(Math.max(...places.map(({ station }) => station))).toBeLessThanOrEqual(stations)
    }),
  )
  const many = Array.from({ length: 20 }, (_, n) => `K-${n}`)
  expect(drawOrder('a', many, 4, sha256)).not.toEqual(drawOrder('b', many, 4, sha256))
})
