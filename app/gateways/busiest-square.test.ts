import { expect, test } from 'vitest'
import { busiestSquare } from './busiest-square'

/** Paper with a patch of checks on it. */
function paper(width: number, height: number, patch: { left: number; top: number; side: number }) {
  const values = new Uint8Array(width * height).fill(240)
  for (let y = 0; y < patch.side; y += 1)
    for (let x = 0; x < patch.side; x += 1) values[(patch.top + y) * width + patch.left + x] = (x + y) % 2 ? 120 : 160
  return { width, height, values }
}

test('the square lies inside the patch, not across its edge', () => {
  const { left, top } = busiestSquare(paper(200, 120, { left: 100, top: 40, side: 60 }), 24)
  expect(left).toBeGreaterThanOrEqual(96)
  expect(left + 24).toBeLessThanOrEqual(164)
  expect(top).toBeGreaterThanOrEqual(36)
  expect(top + 24).toBeLessThanOrEqual(104)
})

test('one strong edge is no match for a texture', () => {
  const picture = paper(200, 120, { left: 140, top: 60, side: 50 })
  for (let y = 0; y < 120; y += 1) picture.values[y * 200 + 20] = 0
  expect(busiestSquare(picture, 24).left).toBeGreaterThan(100)
})

test('blank paper and a picture smaller than the square give its corner', () => {
  expect(busiestSquare(paper(50, 50, { left: 0, top: 0, side: 0 }), 20)).toEqual({ left: 0, top: 0 })
  expect(busiestSquare(paper(10, 10, { left: 0, top: 0, side: 0 }), 20)).toEqual({ left: 0, top: 0 })
})
