import type { Quota } from './rulebook'

/** What of a ranked work the cut goes by. */
export type RankedRow = { entry: string; category: string; total: string | null; rank: number | null; sharing: number }

/** `tied-at-cut`: works of one rank of which some would be in and others out; a person has to decide. */
export type QuotaStanding = 'place' | 'alternate' | 'none' | 'tied-at-cut'

export type CutLine = {
  category: string
  /** how many have a place, and how many stand by */
  places: number
  alternates: number
  /** total of the last work in, and of the first one out; null where there is none */
  lastIn: string | null
  firstOut: string | null
  /** entry ids of works that share a rank across a line, per line; empty when the cut is clean */
  ties: { line: 'places' | 'alternates'; rank: number; entries: string[] }[]
}

/** The category works are ranked and cut in: that of their group, their track, both, or one for all. */
export function categoryFor(per: Quota['per'], work: { group: string; track: string | null }): string {
  if (per === 'group') return work.group
  if (per === 'track') return work.track ?? ''
  if (per === 'group-track') return `${work.group}/${work.track ?? ''}`
  return 'all'
}

/**
 * Finalists and alternates of every category. `ranked` stands by rank in every category. A tie across a
 * line is reported and nobody in it gets a place or is refused one; works without a rank never have a place.
 */
export function applyQuota(quota: Quota, ranked: readonly RankedRow[]): { standings: Map<string, QuotaStanding>; cutLines: CutLine[] } {
  const categories = new Map<string, RankedRow[]>()
  for (const work of ranked) {
    const works = categories.get(work.category)
    if (works) works.push(work)
    else categories.set(work.category, [work])
  }
  const standings = new Map<string, QuotaStanding>()
  const cutLines = [...categories].map(([category, works]) => cutCategory(quota, category, works, standings))
  return { standings, cutLines }
}

function cutCategory(quota: Quota, category: string, works: readonly RankedRow[], standings: Map<string, QuotaStanding>): CutLine {
  const line: CutLine = { category, places: 0, alternates: 0, lastIn: null, firstOut: null, ties: [] }
  const placed = works.filter(({ rank }) => rank !== null)
  for (const { entry, rank } of works) if (rank === null) standings.set(entry, 'none')
  for (let at = 0; at < placed.length;) {
    const rank = placed[at]?.rank ?? 0
    const equal = placed.slice(at, at + (placed[at]?.sharing ?? 1))
    const first = standingAt(quota, at)
    const last = standingAt(quota, at + equal.length - 1)
    const standing = first === last ? first : 'tied-at-cut'
    for (const { entry } of equal) standings.set(entry, standing)
    if (standing === 'place') line.places += equal.length
    if (standing === 'alternate') line.alternates += equal.length
    if (standing === 'tied-at-cut') {
      line.ties.push({
        line: first === 'place' ? 'places' : 'alternates',
        rank,
        entries: equal.map(({ entry }) => entry),
      })
    }
    at += equal.length
  }
  line.lastIn = placed[Math.min(quota.places, placed.length) - 1]?.total ?? null
  line.firstOut = placed[quota.places]?.total ?? null
  return line
}

function standingAt({ places, alternates = 0 }: Quota, position: number): QuotaStanding {
  if (position < places) return 'place'
  return position < places + alternates ? 'alternate' : 'none'
}
