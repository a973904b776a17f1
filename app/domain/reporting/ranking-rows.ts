/** What of a ranked work decides which rows a page shows. */
export interface RankRow {
  category: string
  rank: number | null
  standing: 'place' | 'alternate' | 'none' | 'tied-at-cut' | 'withdrawn' | 'disqualified'
  recused: readonly string[]
  awaitsChair: boolean
}

export const rankingViews = ['near', 'all', 'recused', 'tied'] as const
export type RankingView = (typeof rankingViews)[number]

/** Places above the cut-line that belong to its neighbourhood; below it the alternates and the first after them. */
const ABOVE = 20

/** The rows of one category that a view shows, in their order. Without a quota there is no cut-line to be near. */
export function rowsOf<Row extends RankRow>(
  rows: readonly Row[],
  category: string,
  view: RankingView,
  quota: { places: number; alternates?: number } | undefined,
): Row[] {
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
