import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawOrder, moveGroup, moveTurn } from './running-order'

const work = (n: number, group = n % 2 ? 'b' : 'a') => ({
  entry: `e${n}`,
  code: `K-${String(n).padStart(4, '0')}`,
  group,
  groupPosition: group === 'a' ? 0 : 1,
})
const works = Array.from({ length: 12 }, (_, n) => work(n))
const turns = drawOrder(works, 7).map(({ entry, group }, n) => ({ entry, group, called: n === 0 }))
const entries = (order: readonly { entry: string }[]) => order.map(({ entry }) => entry)

test('the same seed draws the same order, whatever order the works come in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.shuffledSubarray(works, { minLength: works.length }), (seed, shuffled) => {
      expect(entries(drawOrder(shuffled, seed))).toEqual(entries(drawOrder(works, seed)))
    }),
  )
})

test('every work has its turn once, and groups stay together', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (seed) => {
      const order = drawOrder(works, seed)
      expect(entries(order).sort()).toEqual(entries(works).sort())
      expect(order.map(({ group }) => group).join('')).toBe('aaaaaabbbbbb')
    }),
  )
})

test('over many seeds every work of a group comes first about equally often', () => {
  const first = new Map<string, number>()
  for (let seed = 0; seed < 3_000; seed += 1) {
    const [one] = drawOrder(works, seed)
    if (one) first.set(one.entry, (first.get(one.entry) ?? 0) + 1)
  }
  for (const times of first.values()) expect(Math.abs(times - 500)).toBeLessThan(100)
  expect(first.size).toBe(6)
})

test('a work moves within its group', () => {
  const moved = moveTurn(turns, turns[3]?.entry ?? '', 1)
  expect(moved.ok && entries(moved.order).slice(0, 4)).toEqual([0, 3, 1, 2].map((n) => turns[n]?.entry))
})

test('a work does not leave its group, pass one that was called, or move when it was called itself', () => {
  expect(moveTurn(turns, turns[5]?.entry ?? '', 6)).toEqual({ ok: false, reason: 'other-group' })
  expect(moveTurn(turns, turns[2]?.entry ?? '', 0)).toEqual({ ok: false, reason: 'already-called' })
  expect(moveTurn(turns, turns[0]?.entry ?? '', 2)).toEqual({ ok: false, reason: 'already-called' })
  expect(moveTurn(turns, 'nobody', 2)).toEqual({ ok: false, reason: 'unknown-work' })
})

test('a group moves as one, until a work of it or of the other was called', () => {
  const fresh = turns.map((turn) => ({ ...turn, called: false }))
  const moved = moveGroup(fresh, 'b', -1)
  expect(moved.ok && moved.order.map(({ group }) => group).join('')).toBe('bbbbbbaaaaaa')
  expect(moveGroup(turns, 'b', -1)).toEqual({ ok: false, reason: 'already-called' })
  expect(moveGroup(fresh, 'b', 1)).toEqual({ ok: false, reason: 'unknown-work' })
})
