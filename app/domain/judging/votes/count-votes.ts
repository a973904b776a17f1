import { partition } from '../break-tie'
import { type CutLine, type QuotaStanding, applyQuota } from '../quota'
import type { BallotRules } from './ballot'
import type { Choice } from './choice'

export interface VotedEntry {
  id: string
  category: string
}

export interface Vote {
  entry: string
  judge: string
  choice: Choice
}

/** What was decided about border works, besides the votes. */
export interface Decided {
  /** entry ids in the order in which a decision placed works of equal votes */
  order?: readonly string[]
  /** works that a deliberation moved into what is kept, or out of it */
  moves?: ReadonlyMap<string, 'in' | 'out'>
}

export interface VoteCounts {
  in: number
  hold: number
  out: number
}

/** Votes as they are stored beside a result; null where the stage did not vote. */
export const votesOf = ({ ins, holds, outs }: { ins: number | null; holds: number | null; outs: number | null }): VoteCounts | null =>
  ins === null || holds === null || outs === null ? null : { in: ins, hold: holds, out: outs }

export interface CountedWork extends VoteCounts {
  entry: string
  category: string
  /** 1-1-3 within the category; null for a work without votes and for one that was moved out */
  rank: number | null
  sharing: number
  standing: QuotaStanding
  moved: 'in' | 'out' | null
  /** parted from its equals by a decision */
  decidedBy: 'chair' | null
  /** in a tie across a line that waits for a decision */
  awaitsChair: boolean
}

type Tally = Pick<CountedWork, 'entry' | 'category' | 'in' | 'hold' | 'out' | 'moved'>
type Placed = { works: Tally[]; decided: boolean }

/**
 * Counts a vote: in every category works stand by votes 入选, then by votes 待定, ranked 1-1-3; the first `keep` have a
 * place. Equal votes across a line are a tie to decide. A work moved in takes one of the places, so that never more than
 * `keep` are kept; one moved out loses its rank. Works nobody voted on stand last without one. Votes of recused judges
 * do not count. Sorted by category, rank and entry id.
 */
export function countVotes(
  ballot: BallotRules,
  entries: readonly VotedEntry[],
  votes: readonly Vote[],
  recusals: readonly { entry: string; judge: string }[] = [],
  { order = [], moves = new Map() }: Decided = {},
): { works: CountedWork[]; cutLines: CutLine[] } {
  const aside = new Set(recusals.map(({ entry, judge }) => `${entry}\u0000${judge}`))
  const tallies = new Map(
    entries.map(({ id, category }): [string, Tally] => [id, { entry: id, category, in: 0, hold: 0, out: 0, moved: moves.get(id) ?? null }]),
  )
  for (const { entry, judge, choice } of votes) {
    const tally = tallies.get(entry)
    if (tally && !aside.has(`${entry}\u0000${judge}`)) tally[choice] += 1
  }
  const places = new Map(order.map((entry, at) => [entry, at]))
  const ranked = partition([...tallies.values()], (a, b) => byCodeUnit(a.category, b.category)).flatMap((works) =>
    rankCategory(ballot.keep, works, places),
  )
  const { standings, cutLines } = applyQuota({ places: ballot.keep, alternates: ballot.alternates }, ranked)
  return {
    cutLines,
    works: ranked.map(({ total: _total, ...work }) => {
      const standing = standings.get(work.entry) ?? 'none'
      return { ...work, standing, awaitsChair: standing === 'tied-at-cut' }
    }),
  }
}

function rankCategory(keep: number, tallies: readonly Tally[], places: ReadonlyMap<string, number>) {
  const isVoted = (work: Tally) => work.in + work.hold + work.out > 0
  const inPlay = tallies.filter((work) => work.moved !== 'out' && (isVoted(work) || work.moved === 'in'))
  const last = tallies.filter((work) => !inPlay.includes(work)).sort(byId)
  const brackets = withMoved(
    keep,
    bracketsOf(
      inPlay.filter(({ moved }) => moved === null),
      places,
    ),
    bracketsOf(
      inPlay.filter(({ moved }) => moved === 'in'),
      places,
    ),
  )
  let before = 0
  const ranked = brackets.flatMap(({ works, decided }) => {
    const rank = before + 1
    before += works.length
    return [...works].sort(byId).map((work) => rowOf(work, rank, works.length, decided))
  })
  return [...ranked, ...last.map((work) => rowOf(work, null, 0, false))]
}

/** `total` is what the cut-line prints: the votes 入选. */
const rowOf = (work: Tally, rank: number | null, sharing: number, decided: boolean) => ({
  ...work,
  rank,
  sharing,
  decidedBy: decided ? ('chair' as const) : null,
  total: String(work.in),
})

/** Works of equal votes together, the best first; parted where a decision names all of them. */
function bracketsOf(tallies: readonly Tally[], places: ReadonlyMap<string, number>): Placed[] {
  return partition(tallies, (a, b) => b.in - a.in || b.hold - a.hold).flatMap((works): Placed[] => {
    if (works.length < 2 || works.some(({ entry }) => !places.has(entry))) return [{ works, decided: false }]
    return partition(works, (a, b) => (places.get(a.entry) ?? 0) - (places.get(b.entry) ?? 0)).map((one) => ({ works: one, decided: true }))
  })
}

/** Works that were moved in stand inside the line: behind all that is surely in, before the first that would cross it. */
function withMoved(keep: number, brackets: readonly Placed[], moved: readonly Placed[]): Placed[] {
  const room = keep - moved.reduce((sum, { works }) => sum + works.length, 0)
  let count = 0
  const inside = brackets.filter(({ works }) => (count += works.length) <= room)
  return [...inside, ...moved, ...brackets.slice(inside.length)]
}

const byId = (a: Tally, b: Tally): number => byCodeUnit(a.entry, b.entry)

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
