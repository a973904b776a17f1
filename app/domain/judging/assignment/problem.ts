export type WorkToJudge = {
  id: string
  /** school or employer: conflicts with the judges of that group */
  group?: string | undefined
  /** loads are even within each category, and over all as far as that allows; one category when absent */
  category?: string | undefined
  /** more or fewer judges than the problem's `perWork` */
  perWork?: number | undefined
}
export type JudgeToFill = { id: string; groups?: string[] | undefined; max?: number | undefined }

/** Ids are unique, pairs are [work, judge] and known. `perWork` is from 1 to the number of judges. */
export type AssignmentProblem = {
  works: readonly WorkToJudge[]
  judges: readonly JudgeToFill[]
  perWork: number
  conflicts?: readonly (readonly [work: string, judge: string])[] | undefined
  preferences?: readonly (readonly [work: string, judge: string, value: number])[] | undefined
  /** pairs that stay. A pin on a conflict, above a judge's `max` or above `perWork` is refused and listed as unmet. */
  pins?: readonly (readonly [work: string, judge: string])[] | undefined
  seed?: number | undefined
}

/** What could not be met. `missing` counts judges the work lacks; 0 where a pin was refused, which names its judge. */
export type Unmet =
  | { work: string; missing: number; reason: 'too-few-without-conflict' | 'judges-at-max' }
  | {
      work: string
      judge: string
      missing: 0
      reason: 'pin-is-conflict' | 'pin-above-max' | 'pin-above-per-work'
    }

/** What is said of each work: by judge id. */
export type Pairs = Map<string, { conflicts: Set<string>; pins: Set<string>; values: Map<string, number> }>

export function pairsByWork({ works, conflicts = [], pins = [], preferences = [] }: AssignmentProblem): Pairs {
  const pairs: Pairs = new Map(works.map(({ id }) => [id, { conflicts: new Set(), pins: new Set(), values: new Map() }]))
  for (const [work, judge] of conflicts) pairs.get(work)?.conflicts.add(judge)
  for (const [work, judge] of pins) pairs.get(work)?.pins.add(judge)
  for (const [work, judge, value] of preferences) pairs.get(work)?.values.set(judge, value)
  return pairs
}

/** Works by category, by id within each, in the order of category names. */
export function byCategory(works: readonly WorkToJudge[]): WorkToJudge[][] {
  const grouped = new Map<string, WorkToJudge[]>()
  for (const work of sortedById(works)) {
    const category = work.category ?? ''
    const same = grouped.get(category)
    if (same) same.push(work)
    else grouped.set(category, [work])
  }
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, same]) => same)
}

export const sortedById = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
