import { db } from '~/db.server'
import { labelOrder } from '~/domain/judging/panel/seat-label'
import { closingObstacles } from '~/domain/judging/progress'
import { stageProgress, type StageObstacle, type StageProgress } from '~/domain/judging/stage-progress.server'
import { sheetRulebook } from '~/domain/judging/stage-rulebook.server'
import { deskState } from '~/domain/judging/votes/passes'

/** What stands in the way of closing, gathered by kind: how many, and the seats it is about. */
export interface ObstacleGroup {
  reason: StageObstacle['reason']
  count: number
  judges: string[]
}

/** How far a stage is, and what keeps it from closing. A stage without a rulebook yet has neither. */
export async function stageStanding(eventId: string, stageId: string): Promise<StageProgress & { obstacles: ObstacleGroup[] }> {
  const stage = await db.stage.findUniqueOrThrow({
    where: { eventId_id: { eventId, id: stageId } },
    select: { rulebook: true, rulebookHash: true, ballot: true, votingEndedAt: true, keptAt: true, state: true },
  })
  if (stage.rulebook === null && stage.ballot === null)
    return { judges: [], works: [], expected: 0, complete: 0, share: 0, panelSize: 0, labels: new Map(), obstacles: [] }
  const progress = await stageProgress(eventId, stageId)
  // the same as stageObstacles finds, from the marks that were read already
  const obstacles: StageObstacle[] =
    deskState(stage) === 'open'
      ? [
          ...progress.judges.filter(({ lockedAt }) => lockedAt === null).map(({ judge }) => ({ reason: 'unsigned' as const, judge })),
          ...closingObstacles(sheetRulebook(stage), progress, progress.panelSize),
        ]
      : []
  const groups = new Map<ObstacleGroup['reason'], { count: number; judges: Set<string> }>()
  for (const obstacle of obstacles) {
    const group = groups.get(obstacle.reason) ?? { count: 0, judges: new Set<string>() }
    groups.set(obstacle.reason, group)
    group.count += 1
    if ('judge' in obstacle) group.judges.add(obstacle.judge)
  }
  const judges = [...progress.judges].sort((a, b) => labelOrder(a.label, b.label))
  return {
    ...progress,
    judges,
    obstacles: [...groups].map(([reason, group]) => ({
      reason,
      count: group.count,
      judges: judges.map(({ judge }) => judge).filter((id) => group.judges.has(id)),
    })),
  }
}
