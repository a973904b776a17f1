/** Two pictures whose hashes differ in at most this many of 64 bits are flagged as look-alikes. */
export const LOOK_ALIKE_BITS = 6

/** Fewer rising or falling steps than this and a picture is an empty sheet, like every other empty sheet. */
const LEAST_STEPS = 6

/**
 * Difference hash of a picture given as 9 × 8 grey values, row by row: bit n says whether a cell is darker than its
 * right neighbour (N. Krawetz, “Kind of like that”, 2013). Signed, as PostgreSQL keeps 64 bits. Null for a sheet that
 * is nearly empty, whose hash would say nothing.
 */
export function differenceHash(grey: Uint8Array): bigint | null {
  let hash = 0n
  let steps = 0
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      const left = grey[row * 9 + column] ?? 0
      const right = grey[row * 9 + column + 1] ?? 0
      hash = (hash << 1n) | (left < right ? 1n : 0n)
      // a step of one or two grey values is noise of the compression
      if (Math.abs(left - right) > 2) steps += 1
    }
  }
  return steps < LEAST_STEPS ? null : BigInt.asIntN(64, hash)
}

/** How many of 64 bits two hashes differ in. */
export function hashDistance(a: bigint, b: bigint): number {
  let difference = BigInt.asUintN(64, a ^ b)
  let bits = 0
  while (difference > 0n) {
    bits += Number(difference & 1n)
    difference >>= 1n
  }
  return bits
}
