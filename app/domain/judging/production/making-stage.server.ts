import type { Reader } from '~/db.server'
import { DECIDING } from '~/domain/events/stage-state'

/** A stage of making: the result whose finalists make their works, and the stage they make them for. */
export interface MakingStage {
  id: string
  closesAt: Date | null
  nameZh: string
  nameEn: string
  from: { id: string; publishedVersion: number | null; nameZh: string; nameEn: string } | null
  /** the next stage that decides has opened: places are settled */
  settled: boolean
}

/** Stages of making of an event, in their order. */
export async function makingStages(reader: Reader, eventId: string): Promise<MakingStage[]> {
  const stages = await reader.stage.findMany({
    where: { eventId },
    orderBy: { position: 'asc' },
    select: { id: true, type: true, state: true, closesAt: true, publishedVersion: true, nameZh: true, nameEn: true },
  })
  return stages.flatMap((stage, at): MakingStage[] => {
    if (stage.type !== 'make') return []
    const from =
      stages
        .slice(0, at)
        .filter(({ type }) => DECIDING.includes(type))
        .at(-1) ?? null
    const next = stages.slice(at + 1).find(({ type }) => DECIDING.includes(type))
    return [
      {
        id: stage.id,
        closesAt: stage.closesAt,
        nameZh: stage.nameZh,
        nameEn: stage.nameEn,
        from,
        settled: next !== undefined && next.state !== 'upcoming',
      },
    ]
  })
}
