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
/** How long a stretch of wall two rectangles share, in decimetres; 0 when they only meet at a corner or not at all. */
export function sharedEdge(a: Rect, b: Rect): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const along = Math.min(a.y + a.depth, b.y + b.depth) - Math.max(a.y, b.y)
  if (across > 0 && (a.y + a.depth === b.y || b.y + b.depth === a.y)) return across
  if (along > 0 && (a.x + a.width === b.x || b.x + b.width === a.x)) return along
  return 0
}

/** Whether rectangles form one piece of floor: from each, every other can be reached over shared walls. */
export function isOnePiece(rects: readonly Rect[]): boolean {
  const [first, ...others] = rects
  if (!first) return false
  const reached = [first]
  const left = new Set(others)
  for (const here of reached) {
    for (const rect of left) {
      if (sharedEdge(here, rect) === 0) continue
      left.delete(rect)
      reached.push(rect)
    }
  }
  return left.size === 0
}

/** Whether several rectangles, which do not overlap, fill the rectangle around them. */
export const fillsRectangle = (rects: readonly Rect[]): boolean => areaOf(rects) === areaOf([around(rects)])
