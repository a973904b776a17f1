import { refusePiece } from './piece'
import type { BoothPiece } from './piece'
import { around } from './rect'
import type { Rect } from './rect'

const MOST = 3

/**
 * Free booths that could be taken instead of those wanted: the same hall and kind, as many in a straight row or a block
 * of two rows, the same zone first, then the nearest. `free` are the booths nobody has a live claim on. At most three, no
 * two of which share a booth; deterministic.
 */
export function alternatives(wanted: readonly BoothPiece[], free: readonly BoothPiece[]): string[][] {
  const [first] = wanted
  if (!first) return []
  const centre = middle(around(wanted.flatMap(({ rects }) => rects)))
  const open = free.filter((booth) => booth.forSale && booth.hall === first.hall && booth.kind === first.kind)
  const groups = open.flatMap((booth) => blocksFrom(booth, open, wanted.length))
  const ranked = groups
    .map((group) => {
      const [x, y] = middle(around(group.flatMap(({ rects }) => rects)))
      const elsewhere = group.some(({ zone }) => zone !== first.zone) ? 1 : 0
      return { numbers: group.map(({ number }) => number), elsewhere, distance: Math.hypot(x - centre[0], y - centre[1]) }
    })
    .sort((a, b) => a.elsewhere - b.elsewhere || a.distance - b.distance || ((a.numbers[0] ?? '') < (b.numbers[0] ?? '') ? -1 : 1))
  const chosen: string[][] = []
  for (const { numbers } of ranked) {
    if (chosen.length === MOST) break
    if (!chosen.some((other) => other.some((number) => numbers.includes(number)))) chosen.push(numbers)
  }
  return chosen
}

const middle = ({ x, y, width, depth }: Rect): [number, number] => [x + width / 2, y + depth / 2]

/** The blocks of `size` booths whose first corner is this booth: a row, a column, and for even sizes two rows. */
function blocksFrom(start: BoothPiece, open: readonly BoothPiece[], size: number): BoothPiece[][] {
  const [corner] = start.rects
  if (!corner) return []
  if (size === 1) return [[start]]
  const at = (column: number, row: number) =>
    open.find(({ rects: [rect] }) => rect?.x === corner.x + column * corner.width && rect.y === corner.y + row * corner.depth)
  const shapes = [[size, 1], [1, size], ...(size % 2 === 0 && size > 2 ? [[size / 2, 2]] : [])] as [number, number][]
  return shapes.flatMap(([columns, rows]) => {
    const booths = Array.from({ length: size }, (_, n) => at(n % columns, Math.floor(n / columns))).filter((booth) => booth !== undefined)
    return booths.length === size && rows > 0 && refusePiece(booths) === null ? [booths] : []
  })
}
