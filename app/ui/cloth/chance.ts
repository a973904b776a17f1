/** A 32-bit number from a text: FNV-1a with a final mix, so that slugs which differ in one letter differ widely. */
export function hash(text: string): number {
  let h = 2166136261
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619)
  h ^= h >>> 15
  h = Math.imul(h, 2246822507)
  h ^= h >>> 13
  return h >>> 0
}

export type Chance = {
  /** In [0, 1). */
  next: () => number
  /** A whole number from lo to hi, both included. */
  int: (lo: number, hi: number) => number
  between: (lo: number, hi: number) => number
  pick: <T>(list: readonly T[]) => T
  shuffle: <T>(list: readonly T[]) => T[]
}

/** A repeatable stream of draws (mulberry32): the same seed gives the same cloth on every machine. */
export function chance(seed: number): Chance {
  let a = seed
  const next = () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (lo: number, hi: number) => lo + Math.floor(next() * (hi - lo + 1))
  return {
    next,
    int,
    between: (lo, hi) => lo + next() * (hi - lo),
    pick: (list) => nth(list, Math.floor(next() * list.length)),
    shuffle: (list) => {
      const copy = [...list]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        const kept = nth(copy, i)
        copy[i] = nth(copy, j)
        copy[j] = kept
      }
      return copy
    },
  }
}

/** The item at an index, counted around the end of the list. Throws on an empty list. */
export function nth<T>(list: readonly T[], index: number): T {
  const item = list[((index % list.length) + list.length) % list.length]
  if (item === undefined) throw new RangeError('nth: the list is empty')
  return item
}

const bayer = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]

/** Ordered (Bayer 4 × 4) choice: true for a share t of the stitches, spread evenly. */
export const dither = (t: number, i: number, j: number): boolean => t > (nth(bayer, (j & 3) * 4 + (i & 3)) + 0.5) / 16

export const clamp = (value: number, lo: number, hi: number): number => Math.min(hi, Math.max(lo, value))
