/** A picture as grey values from 0 to 255, row by row. */
export type Grey = { width: number; height: number; values: Uint8Array }

// an outline or a letter is one strong edge, a knit is many weak ones: edges above this count no more
const STRONGEST = 40

/**
 * The square of `side` pixels with most going on in all four of its quarters, as its left upper corner: in a drawing of
 * garments it lies on a garment, not across its edge. Steps of a quarter of the side; the first of equals.
 */
export function busiestSquare({ width, height, values }: Grey, side: number): { left: number; top: number } {
  const sums = summed({ width, height, values })
  const half = Math.max(1, Math.floor(side / 2))
  const within = (left: number, top: number) =>
    at(sums, width, left + half, top + half) -
    at(sums, width, left, top + half) -
    at(sums, width, left + half, top) +
    at(sums, width, left, top)
  const step = Math.max(1, Math.floor(side / 4))
  let best = { left: 0, top: 0, activity: -1 }
  for (let top = 0; top + 2 * half <= height; top += step) {
    for (let left = 0; left + 2 * half <= width; left += step) {
      const quarters = [within(left, top), within(left + half, top), within(left, top + half), within(left + half, top + half)]
      const activity = Math.min(...quarters)
      if (activity > best.activity) best = { left, top, activity }
    }
  }
  return { left: best.left, top: best.top }
}

const at = (sums: Float64Array, width: number, x: number, y: number) => sums[y * (width + 1) + x] ?? 0

/** Sums of the edges above and left of every point, so that any rectangle takes four look-ups. */
function summed({ width, height, values }: Grey): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      const here = values[y * width + x] ?? 0
      const right = x + 1 < width ? (values[y * width + x + 1] ?? 0) : here
      const below = y + 1 < height ? (values[(y + 1) * width + x] ?? 0) : here
      row += Math.min(STRONGEST, Math.abs(here - right)) + Math.min(STRONGEST, Math.abs(here - below))
      sums[(y + 1) * (width + 1) + x + 1] = at(sums, width, x + 1, y) + row
    }
  }
  return sums
}
