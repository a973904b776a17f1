import { type TieEvidence, breakTie, partition } from './break-tie'
import type { Rulebook, TieRule } from './rulebook'
import type { EntryScore } from './score-stage'

export type RankedScore = EntryScore & {
  /** 1-1-3 within the category; null for a work without a total */
  rank: number | null
  /** the tie rule that parted this work from others of the same total */
  decidedBy: TieRule | null
  /** how many works share this rank, itself included; 0 without a rank */
  sharing: number
  /** the tie is left to the chair and not yet decided */
  awaitsChair: boolean
}

/**
 * Ranks per category, 1-1-3, by total and then by the rulebook's tie chain. Sorted by category, rank and entry id
 * (by code unit, the same everywhere); works without a total stand last.
 */
export function rankStage(rulebook: Rulebook, scores: readonly EntryScore[], evidence: TieEvidence = {}): RankedScore[] {
  const categories = partition(scores, (a, b) => byCodeUnit(a.category, b.category))
  return categories.flatMap((category) => rankCategory(rulebook.ties ?? [], category, evidence))
}

function rankCategory(ties: readonly TieRule[], scores: readonly EntryScore[], evidence: TieEvidence): RankedScore[] {
  const ranked = scores.filter(({ exact }) => exact.total !== null)
  const unranked = scores.filter(({ exact }) => exact.total === null).sort((a, b) => byCodeUnit(a.entry, b.entry))
  const byTotal = partition(ranked, (a, b) => (a.exact.total && b.exact.total ? b.exact.total.compare(a.exact.total) : 0))
  const result: RankedScore[] = []
  for (const { scores: equal, by, open } of byTotal.flatMap((tied) => breakTie(tied, ties, evidence))) {
    const rank = result.length + 1
    const inOrder = [...equal].sort((a, b) => byCodeUnit(a.entry, b.entry))
    for (const score of inOrder) result.push({ ...score, rank, decidedBy: by, sharing: equal.length, awaitsChair: open })
  }
  return [...result, ...unranked.map((score) => ({ ...score, rank: null, decidedBy: null, sharing: 0, awaitsChair: false }))]
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
