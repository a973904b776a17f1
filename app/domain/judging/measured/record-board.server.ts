import { db } from '~/db.server'
import type { Rulebook } from '../rulebook'
import { worksInStage } from '../works-in-stage.server'
import { latestDraw } from './latest-draw.server'
import { standing } from './measurements'
import { isRecorded, itemsOf } from './recorded-points'
import { runRows } from './run-rows.server'
import { stageMeasurements } from './stage-measurements.server'

/** `quality/missed` or `energy`: one column of the board, and what a correction is about. */
export const quantityKey = (criterion: string, item: string) => (item === '' ? criterion : `${criterion}/${item}`)

export interface BoardRow {
  entry: string
  code: string
  heat: number | null
  station: number | null
  /** by quantity, decimal text; null: did not take part; absent: not recorded yet */
  values: Record<string, string | null>
  begun: boolean
  confirmed: boolean
}

/** Every entry of a stage with everything recorded for it, in the order drawn. */
export async function recordBoard(eventId: string, stageId: string, rulebook: Rulebook, now: Date): Promise<BoardRow[]> {
  const [works, values, records, draw] = await Promise.all([
    db.entry.findMany({
      where: { ...(await worksInStage(db, eventId, stageId)), code: { not: null } },
      orderBy: { code: 'asc' },
      select: { id: true, code: true },
    }),
    stageMeasurements(db, eventId, stageId, rulebook, now),
    runRows(db, eventId, stageId),
    latestDraw(db, eventId, stageId),
  ])
  const placeOf = new Map(draw?.places.map((place) => [place.entryId, place]))
  const valuesOf = new Map<string, Record<string, string | null>>()
  for (const { entry, criterion, item, value } of values)
    valuesOf.set(entry, { ...valuesOf.get(entry), [quantityKey(criterion, item)]: value })
  const position = (entry: string) => placeOf.get(entry)?.position ?? 1e9
  return works
    .map(({ id, code }) => {
      const kept = standing(records.get(id) ?? [])
      return {
        entry: id,
        code: code ?? '',
        heat: placeOf.get(id)?.heat ?? null,
        station: placeOf.get(id)?.station ?? null,
        values: valuesOf.get(id) ?? {},
        begun: kept.length > 0,
        confirmed: kept.some(({ kind }) => kind === 'confirm'),
      }
    })
    .sort((a, b) => position(a.entry) - position(b.entry))
}

/** The quantities a rulebook records, in its order. */
export const quantitiesOf = ({ criteria }: Rulebook) =>
  criteria
    .filter(isRecorded)
    .flatMap((criterion) => itemsOf(criterion).map((item) => ({ key: quantityKey(criterion.id, item), criterion, item })))

/** Everything pressed for one entry, with who pressed it, oldest first. */
export async function recordTrail(eventId: string, stageId: string, entryId: string) {
  const [records, seats] = await Promise.all([
    runRows(db, eventId, stageId, [entryId]),
    db.judgeSeat.findMany({ where: { eventId, stageId }, select: { id: true, label: true, name: true } }),
  ])
  const nameOf = new Map(seats.map(({ id, label, name }) => [id, `${label} ${name}`]))
  const own = records.get(entryId) ?? []
  const gone = new Set(own.flatMap(({ voids }) => voids ?? []))
  return own.map((record) => ({ ...record, by: nameOf.get(record.seat) ?? '', takenBack: gone.has(record.id) }))
}

/** Every correction asked for in a stage, newest first, with both values and both people. */
export async function correctionsOf(eventId: string, stageId: string) {
  const rows = await db.correction.findMany({
    where: { eventId, stageId },
    orderBy: { askedAt: 'desc' },
    take: 200,
    include: { entry: { select: { code: true } } },
  })
  const people = await db.person.findMany({
    where: { id: { in: rows.flatMap(({ askedById, decidedById }) => [askedById, decidedById ?? '']) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ entry, before, after, askedById, decidedById, ...row }) => ({
    ...row,
    askedById,
    code: entry.code ?? '',
    before: before?.toString() ?? null,
    after: after?.toString() ?? null,
    askedBy: nameOf.get(askedById) ?? '',
    decidedBy: decidedById === null ? null : (nameOf.get(decidedById) ?? ''),
  }))
}
