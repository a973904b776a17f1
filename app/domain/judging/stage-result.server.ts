import type { Reader } from '~/db.server'
import type { QuotaStanding } from './quota'
import { stageRanking } from './ranking.server'
import type { VoteCounts } from './votes/count-votes'
import { passOf } from './votes/passes'
import { voteRanking } from './votes/vote-ranking.server'

/** A work in the result of a stage, by votes or by marks: what is published, and what a tie is decided about. */
export interface ResultWork {
  entry: string
  code: string
  title: string
  category: string
  group: string
  track: string | null
  rank: number | null
  /** null for a work without marks, and where the stage votes */
  total: string | null
  votes: VoteCounts | null
  /** how many judges marked it or voted on it */
  judges: number
  standing: QuotaStanding
  awaitsChair: boolean
}

/** The result of a stage as it is computed now, of its votes while it votes; `problems`: how many errors the rulebook finds. */
export async function stageResult(
  reader: Reader,
  eventId: string,
  stageId: string,
): Promise<{ works: ResultWork[]; problems: number; pass: 'vote' | 'mark' }> {
  const stage = await reader.stage.findUniqueOrThrow({
    where: { eventId_id: { eventId, id: stageId } },
    select: { ballot: true, rulebook: true, keptAt: true },
  })
  const pass = passOf(stage)
  if (pass === 'mark') {
    const { works, problems } = await stageRanking(eventId, stageId, { reader })
    return { works, problems: problems.length, pass }
  }
  const { works } = await voteRanking(eventId, stageId, { reader })
  return {
    pass,
    problems: 0,
    works: works.map(({ counts, ...work }) => ({ ...work, total: null, votes: counts, judges: counts.in + counts.hold + counts.out })),
  }
}
