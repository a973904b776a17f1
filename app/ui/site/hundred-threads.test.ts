import { expect, test } from 'vitest'
import { hundredThreads, pointsOf } from './hundred-threads'

test('weights of ten become thirty, thirty, twenty, twenty', () => expect(hundredThreads([3, 3, 2, 2])).toEqual([30, 30, 20, 20]))

test('thirds still make a hundred', () => {
  expect(hundredThreads([1, 1, 1])).toEqual([34, 33, 33])
  expect(hundredThreads([0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.7]).reduce((a, b) => a + b)).toBe(100)
})

test('points of a hundred keep one decimal', () => {
  expect(pointsOf(0.5, [0.5, 3.5])).toBe(12.5)
  expect(pointsOf(1, [1, 1, 1])).toBe(33.3)
})
