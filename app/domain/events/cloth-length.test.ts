import { expect, test } from 'vitest'
import { clothLength } from './cloth-length'

test('more days always hang at least as long, and two years stay on a screen', () => {
  const lengths = Array.from({ length: 731 }, (_, days) => clothLength(days))
  lengths.slice(1).forEach((length, day) => expect(length).toBeGreaterThanOrEqual(lengths[day] ?? 0))
  expect(lengths[0]).toBe(70)
  expect(lengths.at(-1)).toBeLessThan(700)
})

test('a deadline that has passed is a hem, not a negative length', () => expect(clothLength(-3)).toBe(70))
