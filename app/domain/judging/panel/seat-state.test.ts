import { expect, test } from 'vitest'
import { seatState } from './seat-state'

const fresh = { locked: false, declared: false, accepted: false, invited: false }

test('a seat is invited only while an invitation is out', () => {
  expect([seatState(fresh), seatState({ ...fresh, invited: true })]).toEqual(['not-invited', 'invited'])
})

test('the furthest step speaks, and a seat that was taken off says so', () => {
  const all = { locked: true, declared: true, accepted: true, invited: true }
  expect([seatState({ ...all, locked: false, declared: false }), seatState({ ...all, locked: false }), seatState(all)]).toEqual([
    'accepted',
    'declared',
    'locked',
  ])
  expect(seatState({ ...all, removed: true })).toBe('removed')
})
