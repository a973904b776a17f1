import { describe, expect, test } from 'vitest'
import { randomDraws, seedOf } from './random-draws'

const many = (draw: () => number, count = 20_000) => Array.from({ length: count }, draw)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: number[]) => mean(values.map((value) => (value - mean(values)) ** 2))

describe('draws', () => {
  const draws = () => randomDraws(seedOf('0123456789abcdef'.repeat(4)))

  test('depend on the seed alone', () => {
    expect(many(draws().normal, 5)).toEqual(many(draws().normal, 5))
    expect(many(randomDraws(seedOf('f'.repeat(64))).normal, 5)).not.toEqual(many(draws().normal, 5))
  })

  test('have the moments of their distributions', () => {
    const [uniform, normal] = [many(draws().uniform), many(draws().normal)]
    expect(mean(uniform)).toBeCloseTo(0.5, 1.7)
    expect(Math.min(...uniform)).toBeGreaterThan(0)
    expect(Math.abs(mean(normal))).toBeLessThan(0.03)
    expect(Math.abs(variance(normal) - 1)).toBeLessThan(0.04)
    for (const shape of [0.5, 2.5, 40]) {
      const { gamma } = draws()
      const drawn = many(() => gamma(shape))
      expect(Math.abs(mean(drawn) / shape - 1)).toBeLessThan(0.04)
      expect(Math.abs(variance(drawn) / shape - 1)).toBeLessThan(0.08)
    }
  })
})

test('a seed is a hash', () => expect(() => seedOf('42')).toThrow(RangeError))
