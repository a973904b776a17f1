import type { Exact } from './exact'
import { type TieRule, tieCriterion } from './rulebook'
import type { EntryScore } from './score-stage'

/** What a tie may go by besides the marks. */
export type TieEvidence = {
  /** seconds by entry id, for timed modules; less is better, and no time is worse than any */
  times?: ReadonlyMap<string, number>
  /** entry ids in the order in which the chair placed them */
  chairOrder?: readonly string[]
}

/** Works that share a place. `by` is the rule that parted them from their equals; `open` waits for the chair. */
export type Bracket = { scores: EntryScore[]; by: TieRule | null; open: boolean }

/**
 * Orders works of equal totals by the tie chain, best first. A rule that parts some of them hands each rest to the
 * next rule; `majority` is asked again among the rest, since who placed higher depends on whom one compares with.
 */
export function breakTie(tied: readonly EntryScore[], rules: readonly TieRule[], evidence: TieEvidence = {}): Bracket[] {
  return descend([...tied], rules, evidence, null)
}

function descend(tied: EntryScore[], rules: readonly TieRule[], evidence: TieEvidence, by: TieRule | null): Bracket[] {
  const [rule, ...rest] = rules
  if (tied.length < 2 || rule === undefined) return [{ scores: tied, by, open: false }]
  const brackets = partition(tied, compareBy(rule, tied, evidence))
  if (brackets.length > 1) {
    const next = rule === 'majority' ? rules : rest
    return brackets.flatMap((bracket) => descend(bracket, next, evidence, rule))
  }
  return rule === 'chair' ? [{ scores: tied, by, open: true }] : descend(tied, rest, evidence, by)
}

type Compare = (a: EntryScore, b: EntryScore) => number

function compareBy(rule: TieRule, tied: readonly EntryScore[], { times, chairOrder = [] }: TieEvidence): Compare {
  const criterion = tieCriterion(rule)
  if (criterion !== null) return (a, b) => higher(partOf(a, criterion), partOf(b, criterion))
  if (rule === 'undropped-mean') return (a, b) => higher(a.exact.undroppedMean, b.exact.undroppedMean)
  if (rule === 'fewer-low') return (a, b) => higher(a.exact.lowest, b.exact.lowest)
  if (rule === 'time') return (a, b) => earlier(times?.get(a.entry), times?.get(b.entry))
  if (rule === 'majority') {
    const won = duelsWon(tied)
    return (a, b) => (won.get(b) ?? 0) - (won.get(a) ?? 0)
  }
  // the chair decides about all of them or about none
  const placed = new Map(chairOrder.map((entry, index) => [entry, index]))
  if (tied.some(({ entry }) => !placed.has(entry))) return () => 0
  return (a, b) => (placed.get(a.entry) ?? 0) - (placed.get(b.entry) ?? 0)
}

/** The score of a criterion, or of the module of that name. */
const partOf = ({ exact }: EntryScore, id: string) => exact.criteria.get(id) ?? exact.modules.get(id)

function higher(a: Exact | null | undefined, b: Exact | null | undefined): number {
  return a && b ? b.compare(a) : Number(Boolean(b)) - Number(Boolean(a))
}

function earlier(a = Infinity, b = Infinity): number {
  return a === b ? 0 : a - b
}

/**
 * Duels won less duels lost, by work: one work beats another when more judges gave it the higher total. A judge who
 * did not mark every criterion of both has no say in that duel.
 */
function duelsWon(tied: readonly EntryScore[]): Map<EntryScore, number> {
  const places = placesByJudge(tied)
  const won = new Map(tied.map((score) => [score, 0]))
  tied.forEach((a, i) => {
    tied.slice(i + 1).forEach((b, offset) => {
      const j = i + 1 + offset
      let lead = 0
      for (const place of places) {
        const [here, there] = [place[i] ?? -1, place[j] ?? -1]
        if (here >= 0 && there >= 0) lead += Math.sign(there - here)
      }
      won.set(a, (won.get(a) ?? 0) + Math.sign(lead))
      won.set(b, (won.get(b) ?? 0) - Math.sign(lead))
    })
  })
  return won
}

/** For each judge the place of every tied work in that judge's own order, 0 the best; -1 where the sheet is not full. */
function placesByJudge(tied: readonly EntryScore[]): number[][] {
  const judges = new Set(tied.flatMap(({ exact }) => [...exact.sheets.keys()]))
  return [...judges].map((judge) => {
    const marked = tied.filter(({ exact }) => exact.sheets.has(judge))
    const order = partition(marked, (a, b) => higher(a.exact.sheets.get(judge), b.exact.sheets.get(judge)))
    const place = new Map(order.flatMap((equal, index) => equal.map((score) => [score, index] as const)))
    return tied.map((score) => place.get(score) ?? -1)
  })
}

/** Sorts and groups what compares equal. */
export function partition<T>(items: readonly T[], compare: (a: T, b: T) => number): T[][] {
  const groups: T[][] = []
  for (const item of [...items].sort(compare)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first !== undefined && compare(first, item) === 0) group.push(item)
    else groups.push([item])
  }
  return groups
}
