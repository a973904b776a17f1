import { db, pool } from '~/db.server'
import { type SeatKey, readMarks } from './marks-sql.server'
import type { Seat } from './seats.server'
import { sheetRulebook } from './stage-rulebook.server'
import { worksOfSeat } from './works-of-seat.server'

/** A judge's marks by work: `marks[code]` holds a value per criterion in the order of `criteria`, null where none is given. */
export interface OwnMarks {
  criteria: string[]
  marks: Record<string, (string | null)[]>
}

/** Everything this judge has marked and does not stand aside for. */
export async function ownMarks({ eventId, stageId, id, stage }: Seat): Promise<OwnMarks> {
  const criteria = sheetRulebook(stage).criteria.map((criterion) => criterion.id)
  const place = new Map(criteria.map((criterion, at) => [criterion, at]))
  const marks: OwnMarks['marks'] = {}
  for (const { code, criterion, value } of await readMarks(pool(), { eventId, stageId, seatId: id })) {
    const at = place.get(criterion)
    if (at === undefined) continue
    const sheet = (marks[code] ??= criteria.map(() => null))
    sheet[at] = value
  }
  return { criteria, marks }
}

/** This judge's private notes, by code; none on works they stand aside for. */
export async function ownNotes({ eventId, stageId, seatId }: SeatKey): Promise<{ code: string; text: string; later: boolean }[]> {
  const rows = await db.judgeNote.findMany({
    where: { eventId, stageId, seatId, entry: { recusals: { none: { stageId, seatId } } } },
    select: { text: true, later: true, entry: { select: { code: true } } },
  })
  return rows.map(({ text, later, entry }) => ({ code: entry.code ?? '', text, later }))
}

/** Codes of the works this judge stood aside for on the desk, and may take back; never of those that were found. */
export async function ownDeskRecusals({ eventId, stageId, seatId }: SeatKey): Promise<string[]> {
  const rows = await db.recusal.findMany({
    where: { eventId, stageId, seatId, atDesk: true },
    orderBy: { createdAt: 'asc' },
    take: 500,
    select: { entry: { select: { code: true } } },
  })
  return rows.flatMap(({ entry }) => entry.code ?? [])
}

/** How many works this judge is expected to mark, and how many have every criterion. */
export async function seatProgress(seat: Seat): Promise<{ expected: number; complete: number }> {
  const { eventId, stageId, id, stage } = seat
  const criteria = sheetRulebook(stage).criteria.map((criterion) => criterion.id)
  const where = await worksOfSeat(db, { eventId, stageId, seatId: id })
  const [expected, sheets] = await Promise.all([
    db.entry.count({ where }),
    db.mark.groupBy({
      by: ['entryId'],
      where: { eventId, stageId, seatId: id, criterionId: { in: criteria }, value: { not: null }, entry: where },
      _count: true,
    }),
  ])
  return { expected, complete: sheets.filter(({ _count }) => _count === criteria.length).length }
}
