import { expect, test } from 'vitest'
import { pageNumber } from './page-number'

const asked = (page: string) => pageNumber(new URLSearchParams({ page }))

test('a page is a small whole number from 1', () => {
  expect(pageNumber(new URLSearchParams())).toBe(1)
  expect(['1', '7', '10000'].map(asked)).toEqual([1, 7, 10_000])
  expect(['0', '-3', '1.5', 'x', '1e9', 'Infinity', ''].map(asked)).toEqual([1, 1, 1, 1, 1, 1, 1])
  // PostgreSQL refuses to leave out more rows than fit 64 bits, and Prisma more than fit a number
  expect(asked('999999999')).toBe(10_000)
  expect(asked('99999999999999999999')).toBe(1)
})
