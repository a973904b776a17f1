import { z } from 'zod'
import { parseDocument } from 'yaml'
import { packageTable } from '../package-table'
import type { StageEntry } from '../score-stage'
import { canonicalRulebook } from '../rulebook-hash'
import { BallotRules } from './ballot'
import { CHOICES } from './choice'
import { type Vote, countVotes } from './count-votes'

/** The texts of a vote in a results package. */
export interface VoteTexts {
  ballot: string
  votes: string
  /** works of equal votes in the order that was decided; null where nothing was */
  order: string | null
  /** works that a deliberation moved; null where none was */
  moves: string | null
}

/**
 * Counts a vote again from its package. Problems are one line each; nothing is counted while there is one. `entries` are
 * the works of the package, null where it lists none; `sha256` hashes UTF-8 text to lower-case hex.
 */
export function recomputeVotes(
  texts: VoteTexts,
  entries: readonly StageEntry[] | null,
  sha256: (text: string) => string,
  problems: string[],
) {
  const read = readBallot(texts.ballot, problems)
  const known = entries && new Set(entries.map(({ id }) => id))
  const votes: Vote[] = []
  const lineOf = new Map<string, number>()
  for (const { line, cells } of packageTable('votes.csv', texts.votes, ['entry', 'judge', 'vote'], problems)) {
    const [entry = '', judge = '', vote = ''] = cells
    const choice = CHOICES.find((one) => one === vote)
    const first = lineOf.get(JSON.stringify([entry, judge]))
    if (entry === '' || judge === '') problems.push(`votes.csv:${line}: entry and judge are both needed`)
    else if (known && !known.has(entry)) problems.push(`votes.csv:${line}: ${entry} is not in entries.csv`)
    else if (!choice) problems.push(`votes.csv:${line}: “${vote}” is no vote; it is one of ${CHOICES.join(', ')}`)
    else if (first !== undefined) problems.push(`votes.csv:${line}: ${judge} already voted on ${entry} in line ${first}`)
    else {
      lineOf.set(JSON.stringify([entry, judge]), line)
      votes.push({ entry, judge, choice })
    }
  }
  const works = entries ?? [...new Set(votes.map(({ entry }) => entry))].map((id) => ({ id, category: 'all' }))
  const among = new Set(works.map(({ id }) => id))
  const order =
    texts.order === null
      ? []
      : packageTable('votes-chair.csv', texts.order, ['entry'], problems).map(({ line, cells: [id = ''] }) => {
          if (!among.has(id)) problems.push(`votes-chair.csv:${line}: ${id || 'the entry'} is not among the works`)
          return id
        })
  const moves = new Map<string, 'in' | 'out'>()
  for (const { line, cells } of texts.moves === null ? [] : packageTable('moves.csv', texts.moves, ['entry', 'moved'], problems)) {
    const [id = '', to = ''] = cells
    if (!among.has(id)) problems.push(`moves.csv:${line}: ${id || 'the entry'} is not among the works`)
    else if (to !== 'in' && to !== 'out') problems.push(`moves.csv:${line}: “${to}” is neither in nor out`)
    else moves.set(id, to)
  }
  if (!read || problems.length > 0) return null
  const counted = countVotes(read.ballot, works, votes, [], { order, moves })
  return {
    rulebookHash: sha256(canonicalRulebook(read.document)),
    results: counted.works.map(({ entry, category, in: ins, hold, out, rank, standing }) => ({
      entry,
      category,
      criteria: {},
      total: null,
      rank,
      judges: ins + hold + out,
      votes: { in: ins, hold, out },
      standing,
    })),
  }
}

function readBallot(text: string, problems: string[]): { ballot: BallotRules; document: unknown } | null {
  const source = parseDocument(text, { prettyErrors: false })
  const document: unknown = source.errors.length > 0 ? null : source.toJS({ maxAliasCount: 40 })
  const parsed = BallotRules.safeParse(document)
  if (parsed.success) return { ballot: parsed.data, document }
  problems.push(
    ...(source.errors.length > 0
      ? source.errors.map(({ message }) => `ballot.yaml: this is not valid YAML: ${message}`)
      : z
          .prettifyError(parsed.error)
          .split('\n')
          .map((line) => `ballot.yaml: ${line.trim()}`)),
  )
  return null
}
