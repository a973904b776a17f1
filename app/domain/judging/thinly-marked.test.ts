import { expect, test } from 'vitest'
import { thinlyMarked } from './thinly-marked'

const work = (standing: string, judges: number) => ({ standing, judges })

test('a finalist whom one of six judges marked is named, half of them are enough, and who is out is nobody’s worry', () => {
  const works = [work('place', 6), work('place', 3), work('place', 1), work('out', 1), work('place', 0)]
  expect(thinlyMarked(works)).toEqual([work('place', 1), work('place', 0)])
  expect(thinlyMarked([])).toEqual([])
})
