import { type Reader, db } from '~/db.server'
import { type ClosingObstacle, type JudgeProgress, type Progress, closingObstacles, progressOf } from './progress'
import { stageSheets } from './stage-sheets.server'

export type SeatProgress = JudgeProgress & {
  label: string
  name: string
  isChair: boolean
  acceptedAt: Date | null
  declaredAt: Date | null
  lockedAt: Date | null
}

export type StageProgress = Omit<Progress, 'judges'> & {
  judges: SeatProgress[]
  /** how many judges a work is to have */
  panelSize: number
  /** by entry id, in the order of `works` */
  labels: Map<string, { code: string; title: string; group: string; track: string | null }>
}

/** How far a stage is, by judge and by work. No marks: progress may be shown where marks may not. */
export async function stageProgress(eventId: string, stageId: string): Promise<StageProgress> {
  const { seats, works, progress, panelSize } = await stageSheets(db, eventId, stageId)
  const { judges, ...rest } = progressOf(progress())
  const byId = new Map(seats.map((seat) => [seat.id, seat]))
  return {
    ...rest,
    panelSize,
    judges: judges.flatMap((row) => {
      const seat = byId.get(row.judge)
      if (!seat) return []
      const { label, name, isChair, acceptedAt, declaredAt, lockedAt } = seat
      return [{ ...row, label, name, isChair, acceptedAt, declaredAt, lockedAt }]
    }),
    labels: new Map(
      works.map(({ id, code, title, groupId, trackId }) => [id, { code: code ?? '', title, group: groupId, track: trackId }]),
    ),
  }
}

/** `unsigned`: a judge’s sheet is not signed. Judges are seat ids. */
export type StageObstacle = ClosingObstacle | { reason: 'unsigned'; judge: string }

/** What keeps a stage from closing now; empty when it may. */
export async function stageObstacles(reader: Reader, eventId: string, stageId: string): Promise<StageObstacle[]> {
  const { rulebook, seats, progress, panelSize } = await stageSheets(reader, eventId, stageId)
  const unsigned = seats.filter(({ lockedAt }) => lockedAt === null).map(({ id }): StageObstacle => ({ reason: 'unsigned', judge: id }))
  return [...unsigned, ...closingObstacles(rulebook, progressOf(progress()), panelSize)]
}
