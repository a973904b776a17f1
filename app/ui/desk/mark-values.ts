import type { Anchor, DeskCriterion } from './desk-setup'

// Marks are counted in thousandths, as they are stored: binary fractions would put 0.1 + 0.2 off its step.
const thousandths = (value: number | string) => Math.round(Number(value) * 1000)
const text = (value: number) => String(value / 1000)

const MOST_CELLS = 11

/** The whole marks a pad offers, lowest first; null where there are too many or a quantity is measured: it is typed. */
export function padCells({ min, max, step, unit }: DeskCriterion): string[] | null {
  if (unit !== null) return null
  const [low, high, by] = [thousandths(min), thousandths(max), thousandths(step)]
  const stride = by >= 1000 ? by : 1000
  if (stride % by !== 0 || (high - low) % stride !== 0 || (high - low) / stride >= MOST_CELLS) return null
  return Array.from({ length: (high - low) / stride + 1 }, (_, n) => text(low + n * stride))
}

/** The key that gives a cell's mark: its digit, and 0 for ten where nothing else is 0. */
export function keyOfCell(cells: readonly string[], cell: string): string | null {
  if (/^\d$/.test(cell)) return cell
  return cell === '10' && !cells.includes('0') ? '0' : null
}

/** The mark a digit key gives on this pad, or null. */
export const markOfKey = (cells: readonly string[], key: string): string | null =>
  cells.find((cell) => keyOfCell(cells, cell) === key) ?? null

/** Whether marks lie between the cells of the pad. */
export const hasFractions = ({ step }: DeskCriterion): boolean => thousandths(step) < 1000

/** The next mark between two whole ones, and after the last of them the whole one again: 7 → 7.5 → 7. */
export function nextFraction({ min, max, step }: DeskCriterion, value: string): string {
  const [at, low, by] = [thousandths(value), thousandths(min), thousandths(step)]
  const whole = at - ((at - low) % 1000)
  const next = at + by
  return text(next >= whole + 1000 || next > thousandths(max) ? whole : next)
}

/** Whether a text may be a mark for the criterion; what the server will say, said earlier. */
export function isMark({ min, max, step, unit }: DeskCriterion, value: string): boolean {
  if (!/^-?\d{1,5}(\.\d{1,3})?$/.test(value)) return false
  if (unit !== null) return true
  const at = thousandths(value)
  return at >= thousandths(min) && at <= thousandths(max) && (at - thousandths(min)) % thousandths(step) === 0
}

/** The band a mark falls into: of those that start at or below it, the highest. */
export function bandOf(anchors: readonly Anchor[], value: string | null): Anchor | null {
  if (value === null) return null
  const at = thousandths(value)
  const below = anchors.filter(({ low }) => thousandths(low) <= at)
  return below.reduce<Anchor | null>((best, anchor) => (best && best.low >= anchor.low ? best : anchor), null)
}
