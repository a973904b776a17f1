/** What of a ranked work decides which rows a page shows. */
export interface RankRow {
  category: string
  rank: number | null
  standing: 'place' | 'alternate' | 'none' | 'tied-at-cut'
  recused: readonly string[]
  awaitsChair: boolean
}

export const rankingViews = ['near', 'all', 'recused', 'tied'] as const
export type RankingView = (typeof rankingViews)[number]

/** Places above the cut-line that belong to its neighbourhood; below it the alternates and the first after them. */
const ABOVE = 20

/** The rows of one category that a view shows, in their order. Without a quota there is no cut-line to be near. */
export function rowsOf<Row extends RankRow>(rows: readonly Row[], category: string, view: RankingView, quota: { places: number; alternates?: number } | undefined): Row[] {
  const own = rows.filter((row) => row.category === category)
  switch (view) {
    case 'all':
      return own
    case 'recused':
      return own.filter(({ recused }) => recused.length > 0)
    case 'tied':
      return own.filter(({ awaitsChair }) => awaitsChair)
    case 'near': {
      if (!quota) return own.filter(({ rank }) => rank !== null).slice(0, ABOVE)
      const last = quota.places + (quota.alternates ?? 0) + 1
      return own.filter(({ rank }) => rank !== null && rank > quota.places - ABOVE && rank <= last)
    }
  }
}

/** Groups of works that share a rank and wait for the chair, by category and rank. */
export function openTies<Row extends RankRow>(rows: readonly Row[]): { category: string; rank: number; rows: Row[]; atCut: boolean }[] {
  const groups = new Map<string, { category: string; rank: number; rows: Row[]; atCut: boolean }>()
  for (const row of rows) {
    if (!row.awaitsChair || row.rank === null) continue
    const key = `${row.category} ${row.rank}`
    const group = groups.get(key) ?? { category: row.category, rank: row.rank, rows: [], atCut: false }
    groups.set(key, group)
    group.rows.push(row)
    group.atCut ||= row.standing === 'tied-at-cut'
  }
  return [...groups.values()]
}

/** The order a chair gave, best first, from `place-<entry>=<number>` of an address; works without a number are left out. */
export function chairOrderOf(query: Iterable<[string, string]>): string[] {
  return [...query]
    .flatMap(([name, value]) => {
      const id = /^place-([a-z0-9]{1,40})$/.exec(name)?.[1]
      const place = Number(value)
      return id && value !== '' && Number.isInteger(place) && place > 0 ? [{ id, place }] : []
    })
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id)
}
