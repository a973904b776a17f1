import { type Reader, db } from '~/db.server'
import type { Localized } from '~/domain/events/localized'
import type { StageState } from '~/generated/prisma/enums'
import { clockTimes } from './measured/recorded-points'
import { stageMeasurements } from './measured/stage-measurements.server'
import { type CutLine, type QuotaStanding, applyQuota, categoryFor } from './quota'
import { type RankedScore, rankStage } from './rank'
import type { Rulebook } from './rulebook'
import { type ScoreProblem, scoreStage } from './score-stage'
import { stageSheets } from './stage-sheets.server'
import { tieDecisions } from './ties/queries.server'
import { type VoteCounts, votesOf } from './votes/count-votes'

export type RankedWork = Omit<RankedScore, 'exact'> & {
  code: string
  title: string
  group: string
  track: string | null
  standing: QuotaStanding
  /** seat ids of judges who marked some of the criteria and not all */
  partial: string[]
  /** by seat id: Σ weight × mark of judges who marked every criterion, unrounded */
  sheets: Record<string, string>
  /** seat ids of judges who stood aside */
  recused: string[]
  /** what the first pass gave it, where there is one and works are kept */
  votes: VoteCounts | null
}

export type StageRanking = {
  stage: {
    id: string
    name: Localized
    state: StageState
    rulebookHash: string
    closedAt: Date | null
    publishedAt: Date | null
  }
  rulebook: Rulebook
  seats: { id: string; label: string; name: string; lockedAt: Date | null; sheetHash: string | null }[]
  /** in the order of rank within each category; works without a total last */
  works: RankedWork[]
  cutLines: CutLine[]
  /** what the rulebook calls an error: nothing may be published while there is one */
  problems: ScoreProblem[]
}

/**
 * The official ranking of a stage as its rulebook computes it from the marks in force, now. For the chair and the
 * organisers alone: it holds who gave what. Ties left to the chair are parted by the decisions in force.
 */
export async function stageRanking(
  eventId: string,
  stageId: string,
  { reader = db, now = new Date() }: { reader?: Reader; now?: Date } = {},
): Promise<StageRanking> {
  const [{ stage, rulebook, seats, works, marks, recusals, firstPass }, decisions] = await Promise.all([
    stageSheets(reader, eventId, stageId, 'mark'),
    tieDecisions(reader, eventId, stageId, 'mark'),
  ])
  const entries = works.map(({ id, groupId, trackId }) => ({
    id,
    category: categoryFor(rulebook.quota?.per, { group: groupId, track: trackId }),
  }))
  const aside = recusals.map(({ seatId, entryId }) => ({ entry: entryId, judge: seatId }))
  // a mark of a work that has left the stage, withdrawn after it was judged, ranks nothing
  const inStage = new Set(entries.map(({ id }) => id))
  const counted = marks.filter(({ entry }) => inStage.has(entry))
  const recorded = (await stageMeasurements(reader, eventId, stageId, rulebook, now)).filter(({ entry }) => inStage.has(entry))
  const { scores, problems } = scoreStage(rulebook, entries, counted, aside, recorded)
  const ranked = rankStage(rulebook, scores, { chairOrder: decisions.flatMap(({ order }) => order), times: clockTimes(rulebook, recorded) })
  const { standings, cutLines } = rulebook.quota
    ? applyQuota(rulebook.quota, ranked)
    : { standings: new Map<string, QuotaStanding>(), cutLines: [] }
  const byId = new Map(works.map((work) => [work.id, work]))
  const votedOf = new Map(firstPass.map((row) => [row.entryId, votesOf(row)]))
  const recusedOf = groupBy(aside)
  return {
    stage: {
      id: stage.id,
      name: { zh: stage.nameZh, en: stage.nameEn },
      state: stage.state,
      rulebookHash: stage.rulebookHash ?? '',
      closedAt: stage.closedAt,
      publishedAt: stage.publishedAt,
    },
    rulebook,
    seats: seats.map(({ id, label, name, lockedAt, sheetHash }) => ({
      id,
      label,
      name,
      lockedAt,
      sheetHash,
    })),
    works: ranked.flatMap(({ exact, ...score }) => {
      const work = byId.get(score.entry)
      if (!work) return []
      return [
        {
          ...score,
          code: work.code ?? '',
          title: work.title,
          group: work.groupId,
          track: work.trackId,
          standing: standings.get(score.entry) ?? 'none',
          partial: exact.partial,
          sheets: Object.fromEntries([...exact.sheets].map(([judge, total]) => [judge, total.toText()])),
          recused: (recusedOf.get(score.entry) ?? []).map(({ judge }) => judge),
          votes: votedOf.get(score.entry) ?? null,
        },
      ]
    }),
    cutLines,
    problems,
  }
}

function groupBy(rows: readonly { entry: string; judge: string }[]) {
  const grouped = new Map<string, { entry: string; judge: string }[]>()
  for (const row of rows) {
    const group = grouped.get(row.entry)
    if (group) group.push(row)
    else grouped.set(row.entry, [row])
  }
  return grouped
}
