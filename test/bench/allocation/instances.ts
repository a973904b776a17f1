import type { AllocationProblem, Cell, ExhibitorToPlace } from '~/domain/booths/allocation/problem'
import { draws, shuffled } from '~/domain/draws'

export type Shape = 'rows' | 'islands'
export type Instance = { name: string; shape: Shape; fill: '84%' | '95%'; objective: AllocationProblem['objective'] }

/** How many of the 1,000 exhibitors want 1, 2, 3 and 4 cells: 1,258 and 1,425 cells together, of 1,500. */
const SIZES = { '84%': [800, 150, 42, 8], '95%': [690, 220, 65, 25] } as const
const DELEGATIONS = 20
const MEMBERS = 12
/** 27 categories of 20 exhibitors each are 5,130 pairs of competitors */
const CATEGORIES = 27
const COMPETITORS = 20
const CHOICES = 58
const ROWS = 50
const PER_ROW = 30
const ROWS_PER_ZONE = 5

/**
 * A hall of 1,500 cells in ten zones and 1,000 exhibitors. `rows`: 50 rows of 30 cells with an aisle between them, so
 * that stands lie in a line. `islands`: 150 islands of 5 × 2 cells; stands may lie in both directions, and those of
 * four cells may be squares. Everybody names up to 58 places all over the hall and gives each 40 to 100: half of it is
 * how near the entrance it is, which everybody wants, and half is taste, drawn evenly. Points are drawn from 0 to 15.
 */
export function instance({ shape, fill, objective }: Omit<Instance, 'name'>, seed: number, timeLimitSeconds: number): AllocationProblem {
  const draw = draws(seed)
  const cells = shape === 'rows' ? inRows() : inIslands()
  const sizes = SIZES[fill].flatMap((count, size) => Array.from({ length: count }, () => size + 1))
  const blocks = [1, 2, 3, 4].map((size) => blocksOf(cells, size, shape))
  const order = shuffled(sizes.length, draw)
  const competing = shuffled(sizes.length, draw)
  const far = Math.max(...cells.map(({ x, y }) => x + y))
  const exhibitors = sizes.map((_, index): ExhibitorToPlace => {
    const all = blocks[(sizes[order[index] ?? 0] ?? 1) - 1] ?? []
    const picked = [...shuffled(all.length, draw)].slice(0, CHOICES).map((which) => all[which] ?? [])
    const group = competing[index] ?? 0
    return {
      id: `E${index + 1}`,
      points: Math.floor(draw() * 16),
      delegation: index < DELEGATIONS * MEMBERS ? `D${index % DELEGATIONS}` : undefined,
      category: group < CATEGORIES * COMPETITORS ? `C${group % CATEGORIES}` : undefined,
      placements: picked.map((block) => ({
        cells: block.map(({ id }) => id),
        value: Math.round(40 + 30 * (1 - ((block[0]?.x ?? 0) + (block[0]?.y ?? 0)) / far) + 30 * draw()),
      })),
    }
  })
  return {
    cells,
    exhibitors,
    sensitiveCategories: Array.from({ length: CATEGORIES }, (_, index) => `C${index}`),
    objective,
    tiers: [10, 5],
    pins: [],
    seed,
    timeLimitSeconds,
  }
}

const inRows = (): Cell[] =>
  Array.from({ length: ROWS * PER_ROW }, (_, at) => {
    const row = Math.floor(at / PER_ROW)
    return { id: `A${at}`, hall: 'H1', x: at % PER_ROW, y: row * 2, zone: `Z${Math.floor(row / ROWS_PER_ZONE)}` }
  })

/** Ten bands of fifteen islands; a band is a zone. */
const inIslands = (): Cell[] =>
  Array.from({ length: ROWS * PER_ROW }, (_, at) => {
    const [island, within] = [Math.floor(at / 10), at % 10]
    const [band, column] = [Math.floor(island / 15), island % 15]
    return { id: `A${at}`, hall: 'H1', x: column * 6 + (within % 5), y: band * 3 + Math.floor(within / 5), zone: `Z${band}` }
  })

function blocksOf(cells: readonly Cell[], size: number, shape: Shape): Cell[][] {
  const byPlace = new Map(cells.map((cell) => [`${cell.x} ${cell.y}`, cell]))
  const from = (cell: Cell, steps: readonly (readonly [number, number])[]) => {
    const found = steps.flatMap(([dx, dy]) => byPlace.get(`${cell.x + dx} ${cell.y + dy}`) ?? [])
    return found.length === steps.length ? [found] : []
  }
  const line = Array.from({ length: size }, (_, step) => [step, 0] as const)
  const column = line.map(([step]) => [0, step] as const)
  const square = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const
  return cells.flatMap((cell) => [
    ...from(cell, line),
    ...(size > 1 && shape === 'islands' ? from(cell, column) : []),
    ...(size === 4 && shape === 'islands' ? from(cell, square) : []),
  ])
}
