/** A rectangle on the floor of a hall, in whole decimetres from its left and top; half-open, so that neighbours only touch. */
export interface Rect {
  x: number
  y: number
  width: number
  depth: number
}

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.depth && b.y < a.y + a.depth

export const within = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.depth <= outer.y + outer.depth

/** Square decimetres: 900 of them are the 9 m² of a standard stand. */
export const areaOf = (rects: readonly Rect[]): number => rects.reduce((sum, { width, depth }) => sum + width * depth, 0)

/** The smallest rectangle around several; they must not be none. */
export function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  return {
    x,
    y,
    width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x,
    depth: Math.max(...rects.map((rect) => rect.y + rect.depth)) - y,
  }
}
