import { db } from '~/db.server'
import { versionRows } from '~/domain/judging/publication/version-rows.server'
import { labelOrder } from '~/domain/judging/panel/seat-label'
import { type VotedWork, type VoteRanking, voteRanking } from '~/domain/judging/votes/vote-ranking.server'

/** A work as staff see it; after publication it may have been taken out. */
export type OfficialVotedWork = Omit<VotedWork, 'standing'> & { standing: VotedWork['standing'] | 'withdrawn' | 'disqualified' }

export type OfficialVotes = Omit<VoteRanking, 'works'> & { works: OfficialVotedWork[] }

/**
 * The votes of a stage, or of its first pass, as staff see them: counted until the stage is published, from then on with
 * ranks and standings of the version in force. Null where nobody votes.
 */
export async function officialVotes(eventId: string, stageId: string): Promise<OfficialVotes | null> {
  const stage = await db.stage.findUniqueOrThrow({
    where: { eventId_id: { eventId, id: stageId } },
    select: { publishedVersion: true, rulebook: true, ballot: true },
  })
  if (stage.ballot === null) return null
  const counted = await voteRanking(eventId, stageId)
  const seats = [...counted.seats].sort((a, b) => labelOrder(a.label, b.label))
  if (stage.publishedVersion === null || stage.rulebook !== null) return { ...counted, seats }
  const voted = new Map(counted.works.map((work) => [work.entry, work]))
  const works = (await versionRows(db, eventId, stageId, stage.publishedVersion)).map(
    ({ entry, code, title, group, track, category, rank, standing, votes }): OfficialVotedWork => {
      const work = voted.get(entry)
      return {
        ...(work ?? { sharing: 0, moved: null, decidedBy: null, votes: {}, recused: [] }),
        entry,
        code,
        title,
        group,
        track,
        category,
        rank,
        standing,
        awaitsChair: false,
        counts: votes ?? { in: 0, hold: 0, out: 0 },
      }
    },
  )
  return { ...counted, seats, works }
}
