/** One square of the floor. x and y count cells; a coordinate without a cell is aisle. */
export type Cell = { id: string; hall: string; x: number; y: number; zone?: string | undefined }

export type Placement = { cells: readonly string[]; value: number }

export type ExhibitorToPlace = {
  id: string
  /** priority points; 0 when absent */
  points?: number | undefined
  /** all members of a delegation that are placed stand in one zone */
  delegation?: string | undefined
  category?: string | undefined
  /** what the exhibitor would take and what it is worth to it; when absent the wishes below make the placements */
  placements?: readonly Placement[] | undefined
  cellsWanted?: number | undefined
  openings?: number | undefined
  zones?: readonly string[] | undefined
}

export const LEVELS = ['placed', 'tier-regret', 'value'] as const
export type LevelName = (typeof LEVELS)[number]

export type Pin = { exhibitor: string; cells: readonly string[] }

/** Ids are unique and known, every placement is connected, numbers are finite; `readProblem` sees to it. */
export type AllocationProblem = {
  cells: readonly Cell[]
  exhibitors: readonly ExhibitorToPlace[]
  /** no two exhibitors of such a category stand on neighbouring cells */
  sensitiveCategories: readonly string[]
  /** the first level decides, a later one among equals of those before it */
  objective: readonly LevelName[]
  /** lower bounds of points, descending; below the last lies one more tier */
  tiers: readonly number[]
  pins: readonly Pin[]
  seed: number
  timeLimitSeconds: number
}

/** Values are compared to six decimals. */
export const DECIMALS = 6

export const sortedText = (texts: Iterable<string>): string[] => [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
