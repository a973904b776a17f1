import { db } from '~/db.server'
import { sheetCriteria } from '../measured/recorded-points'
import { labelOrder } from '../panel/seat-label'
import { stageRulebook } from '../stage-rulebook.server'
import { worksInStage } from '../works-in-stage.server'
import { type Difference, type Reading, differences } from './reconcile'

export interface PaperRow {
  seatId: string
  code: string
  first: { byId: string; by: string; at: Date }
  second: { byId: string; by: string; at: Date } | null
  /** only once both have read: the second reader does not see the first */
  differences: Difference[] | null
  reason: string
  reconciledAt: Date | null
}

const MOST = 1_000

/** Paper sheets of a stage that somebody has typed, those to settle first. */
export async function paperSheets(eventId: string, stageId: string): Promise<PaperRow[]> {
  const [stage, rows] = await Promise.all([
    db.stage.findUniqueOrThrow({ where: { eventId_id: { eventId, id: stageId } }, select: { rulebook: true, rulebookHash: true } }),
    db.paperSheet.findMany({
      where: { eventId, stageId },
      orderBy: [{ reconciledAt: { sort: 'desc', nulls: 'first' } }, { seat: { label: 'asc' } }, { entry: { code: 'asc' } }],
      take: MOST,
      include: { entry: { select: { code: true } } },
    }),
  ])
  const criteria = sheetCriteria(stageRulebook(stage)).map(({ id }) => id)
  const people = await db.person.findMany({
    where: { id: { in: rows.flatMap(({ firstById, secondById }) => [firstById, secondById ?? '']) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ seatId, entry, first, firstById, firstAt, second, secondById, secondAt, reason, reconciledAt }) => ({
    seatId,
    code: entry.code ?? '',
    first: { byId: firstById, by: nameOf.get(firstById) ?? '', at: firstAt },
    second: secondById && secondAt ? { byId: secondById, by: nameOf.get(secondById) ?? '', at: secondAt } : null,
    differences: second ? differences(criteria, first as Reading, second as Reading) : null,
    reason,
    reconciledAt,
  }))
}

/** The scoring panel, works and criteria of a stage: what sheets are printed and typed for. */
export async function paperFrame(eventId: string, stageId: string) {
  const [stage, seats, works, recusals] = await Promise.all([
    db.stage.findUniqueOrThrow({
      where: { eventId_id: { eventId, id: stageId } },
      select: { rulebook: true, rulebookHash: true, state: true, judgesPerWork: true },
    }),
    db.judgeSeat.findMany({
      where: { eventId, stageId, scoring: true, removedAt: null },
      select: { id: true, label: true, name: true },
    }),
    db.entry.findMany({
      where: await worksInStage(db, eventId, stageId),
      orderBy: [{ group: { position: 'asc' } }, { code: 'asc' }],
      take: MOST,
      select: { id: true, code: true, title: true, givenTo: { where: { stageId }, select: { seatId: true } } },
    }),
    db.recusal.findMany({ where: { eventId, stageId }, select: { seatId: true, entryId: true } }),
  ])
  seats.sort((a, b) => labelOrder(a.label, b.label))
  const turns = await db.liveTurn.findMany({ where: { eventId, stageId }, orderBy: { position: 'asc' }, select: { entryId: true } })
  const place = new Map(turns.map(({ entryId }, at) => [entryId, at]))
  const aside = new Set(recusals.map(({ seatId, entryId }) => `${seatId} ${entryId}`))
  const ordered = works.map((work, at) => ({ ...work, at: place.get(work.id) ?? turns.length + at })).sort((a, b) => a.at - b.at)
  return {
    rulebook: stageRulebook(stage),
    state: stage.state,
    seats,
    works: ordered.map(({ id, code, title }) => ({ id, code: code ?? '', title })),
    /** works one judge has a sheet for, in running order: none of those the judge stands aside for */
    worksOf: (seatId: string) =>
      ordered
        .filter(
          ({ id, givenTo }) =>
            !aside.has(`${seatId} ${id}`) && (stage.judgesPerWork === null || givenTo.some((one) => one.seatId === seatId)),
        )
        .map(({ code, title }) => ({ code: code ?? '', title })),
  }
}
