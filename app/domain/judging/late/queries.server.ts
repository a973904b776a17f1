import { db } from '~/db.server'
import type { LateDecision, LateReason, MarkChangeState } from '~/generated/prisma/enums'

export interface LateMarkRow {
  markId: string
  seat: string
  code: string
  criterion: string
  value: string | null
  reason: LateReason
  markedAt: Date
  receivedAt: Date
  decision: LateDecision | null
}

const MOST = 500

/** Marks of a stage that came too late to count, those without a decision first. */
export async function lateMarks(eventId: string, stageId: string): Promise<LateMarkRow[]> {
  const rows = await db.lateMark.findMany({
    where: { eventId, stageId },
    orderBy: [{ decidedAt: { sort: 'asc', nulls: 'first' } }, { receivedAt: 'asc' }],
    take: MOST,
    select: {
      markId: true,
      criterionId: true,
      value: true,
      reason: true,
      markedAt: true,
      receivedAt: true,
      decision: true,
      seat: { select: { label: true } },
      entry: { select: { code: true } },
    },
  })
  return rows.map(({ seat, entry, criterionId, value, ...row }) => ({
    ...row,
    seat: seat.label,
    code: entry.code ?? '',
    criterion: criterionId,
    value: value?.toString() ?? null,
  }))
}

export interface MarkChangeRow {
  id: string
  seat: string
  seatId: string
  code: string
  criterion: string
  was: string | null
  value: string | null
  reason: string
  state: MarkChangeState
  askedById: string
  askedBy: string
  askedAt: Date
  decidedBy: string | null
  decidedAt: Date | null
}

/** Changes of locked marks of a stage, those that wait for a second person first, with the names of both. */
export async function markChanges(eventId: string, stageId: string): Promise<MarkChangeRow[]> {
  const rows = await db.markChange.findMany({
    where: { eventId, stageId },
    orderBy: [{ decidedAt: { sort: 'asc', nulls: 'first' } }, { askedAt: 'asc' }],
    take: MOST,
    include: { seat: { select: { label: true } }, entry: { select: { code: true } } },
  })
  const people = await db.person.findMany({
    where: { id: { in: rows.flatMap(({ askedById, decidedById }) => [askedById, decidedById ?? '']) } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  return rows.map(({ seat, entry, criterionId, was, value, id, seatId, reason, state, askedById, askedAt, decidedById, decidedAt }) => ({
    id,
    seatId,
    reason,
    state,
    askedById,
    askedAt,
    decidedAt,
    seat: seat.label,
    code: entry.code ?? '',
    criterion: criterionId,
    was: was?.toString() ?? null,
    value: value?.toString() ?? null,
    askedBy: nameOf.get(askedById) ?? '',
    decidedBy: decidedById ? (nameOf.get(decidedById) ?? '') : null,
  }))
}

/** What a form for a change offers: judges, works by code, criteria. */
export async function changeableMarks(eventId: string, stageId: string, code: string) {
  return db.mark.findMany({
    where: { eventId, stageId, entry: { code }, seat: { removedAt: null, scoring: true } },
    orderBy: [{ seat: { label: 'asc' } }, { criterion: { position: 'asc' } }],
    select: { seatId: true, entryId: true, criterionId: true, value: true, seat: { select: { label: true, lockedAt: true } } },
  })
}
