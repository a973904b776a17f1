/** Numbers in [0, 1), the same for the same seed everywhere: mulberry32 (Tommy Ettinger, public domain). */
export function draws(seed: number): () => number {
  // both halves of a large whole number count
  let state = ((seed % 4294967296) | 0) ^ (Math.floor(seed / 4294967296) | 0)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** 0 … count − 1 in an order drawn by `draw` (Fisher and Yates). */
export function shuffled(count: number, draw: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1))
    const kept = order[last] as number
    order[last] = order[other] as number
    order[other] = kept
  }
  return order
}
