import { type Reader, db } from '~/db.server'
import type { CutLine } from '../quota'
import { categoryFor } from '../quota'
import { decidedMoves } from '../deliberation/queries.server'
import { stageBallot } from '../stage-rulebook.server'
import { stageSheets } from '../stage-sheets.server'
import { tieDecisions } from '../ties/queries.server'
import type { BallotRules } from './ballot'
import { type Choice, choiceOf } from './choice'
import { type CountedWork, countVotes } from './count-votes'

export type VotedWork = Omit<CountedWork, 'in' | 'hold' | 'out'> & {
  code: string
  title: string
  group: string
  track: string | null
  counts: { in: number; hold: number; out: number }
  /** by seat id: what each judge voted */
  votes: Record<string, Choice>
  /** seat ids of judges who stood aside */
  recused: string[]
}

export interface VoteRanking {
  ballot: BallotRules
  seats: { id: string; label: string; name: string; lockedAt: Date | null }[]
  /** in the order of rank within each category; works without a rank last */
  works: VotedWork[]
  cutLines: CutLine[]
}

/**
 * What the votes of a stage, or of its first pass, say now, with the decisions about border works that are in force. For
 * the chair and the organisers alone: it holds who voted how.
 */
export async function voteRanking(eventId: string, stageId: string, { reader = db }: { reader?: Reader } = {}): Promise<VoteRanking> {
  const [{ stage, seats, works, marks, recusals }, decisions, signed, moves] = await Promise.all([
    stageSheets(reader, eventId, stageId, 'vote'),
    tieDecisions(reader, eventId, stageId, 'vote'),
    reader.voteSheet.findMany({ where: { eventId, stageId }, select: { seatId: true, lockedAt: true } }),
    decidedMoves(reader, eventId, stageId),
  ])
  const ballot = stageBallot(stage)
  const entries = works.map(({ id, groupId, trackId }) => ({ id, category: categoryFor(ballot.per, { group: groupId, track: trackId }) }))
  const given = marks.flatMap(({ judge, entry, score }) => {
    const choice = choiceOf(score)
    return choice ? [{ entry, judge, choice }] : []
  })
  const aside = recusals.map(({ seatId, entryId }) => ({ entry: entryId, judge: seatId }))
  const counted = countVotes(ballot, entries, given, aside, { order: decisions.flatMap(({ order }) => order), moves })
  const byId = new Map(works.map((work) => [work.id, work]))
  const votesOf = new Map<string, Record<string, Choice>>()
  for (const { entry, judge, choice } of given) votesOf.set(entry, { ...votesOf.get(entry), [judge]: choice })
  const recusedOf = new Map<string, string[]>()
  for (const { entry, judge } of aside) recusedOf.set(entry, [...(recusedOf.get(entry) ?? []), judge])
  const signedAt = new Map(signed.map(({ seatId, lockedAt }) => [seatId, lockedAt]))
  return {
    ballot,
    seats: seats.map(({ id, label, name, lockedAt }) => ({ id, label, name, lockedAt: signedAt.get(id) ?? lockedAt })),
    works: counted.works.flatMap(({ in: ins, hold, out, ...row }) => {
      const work = byId.get(row.entry)
      if (!work) return []
      return [
        {
          ...row,
          counts: { in: ins, hold, out },
          code: work.code ?? '',
          title: work.title,
          group: work.groupId,
          track: work.trackId,
          votes: votesOf.get(row.entry) ?? {},
          recused: recusedOf.get(row.entry) ?? [],
        },
      ]
    }),
    cutLines: counted.cutLines,
  }
}
