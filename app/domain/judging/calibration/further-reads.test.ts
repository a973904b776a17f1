import { expect, test } from 'vitest'
import { furtherReads } from './further-reads'

const work = (entry: string, score: number, free = 10) => ({ entry, score, variance: 4, free })

test('a clear line needs no reads', () => {
  expect(furtherReads([work('A', 90), work('B', 60)], 75, 9)).toMatchObject({ reads: [], total: 0, settles: true })
})

test('the reads go to the works near the line', () => {
  const { reads, settles, wrongNow, wrongThen, total } = furtherReads(
    [work('A', 90), work('B', 76), work('C', 74), work('D', 73.5), work('E', 60)],
    75,
    9,
  )
  expect(reads.map(({ entry }) => entry).sort()).toEqual(['B', 'C', 'D'])
  expect(reads.reduce((sum, one) => sum + one.reads, 0)).toBe(total)
  expect(settles).toBe(true)
  expect(wrongThen).toBeLessThanOrEqual(0.5)
  expect(wrongNow).toBeGreaterThan(0.5)
})

test('no more reads than judges are left, and the word that it does not settle', () => {
  const near = ['A', 'B', 'C', 'D'].map((id) => work(id, 75.1, 1))
  const further = furtherReads(near, 75, 9)
  expect(further.settles).toBe(false)
  expect(further.reads.every(({ reads }) => reads <= 1)).toBe(true)
})
