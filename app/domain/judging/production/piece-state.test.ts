import { expect, test } from 'vitest'
import { PIECE_STATES, dueNext, mayMove, waysFrom } from './piece-state'

test('a garment goes from the parcel to the rack, to the runway and home', () => {
  const walked = ['expected']
  for (let next = dueNext('garment', 'expected'); next; next = dueNext('garment', next)) walked.push(next)
  expect(walked).toEqual(PIECE_STATES)
})

test('a board never walks', () => expect(dueNext('board', 'on_rack')).toBe('returned'))

test('what is due is always allowed, and nothing is scanned to where it is', () => {
  for (const state of PIECE_STATES) {
    expect(mayMove(state, state)).toBe(false)
    expect(waysFrom(state)).not.toContain(state)
    for (const kind of ['board', 'swatch', 'garment'] as const) {
      const next = dueNext(kind, state)
      if (next) expect(mayMove(state, next)).toBe(true)
    }
  }
})

test('nothing reaches the runway from the parcel', () => {
  expect(mayMove('expected', 'on_rack')).toBe(false)
  expect(mayMove('received', 'on_runway')).toBe(false)
})
