import { db } from '~/db.server'
import { termsOf } from '~/domain/entries/terms.server'
import type { Localized } from '~/domain/events/localized'
import { DECIDING } from '~/domain/events/stage-state'
import type { RecusalOrigin, StageState } from '~/generated/prisma/enums'
import { earlierStage, worksInStage } from '../works-in-stage.server'
import { labelOrder } from './seat-label'

export interface PanelStage {
  id: string
  type: string
  name: Localized
  state: StageState
  opensAt: Date | null
  closesAt: Date | null
  frozenAt: Date | null
  closedAt: Date | null
  publishedAt: Date | null
  rulebookHash: string | null
  ballot: unknown
  rulebook: unknown
  votingEndedAt: Date | null
  keptAt: Date | null
}

/** A stage that judges decide, or null: other stages and other events' are not found. */
export async function panelStage(eventId: string, stageId: string): Promise<PanelStage | null> {
  const stage = await db.stage.findUnique({
    where: { eventId_id: { eventId, id: stageId } },
    select: {
      id: true,
      type: true,
      nameZh: true,
      nameEn: true,
      state: true,
      opensAt: true,
      closesAt: true,
      frozenAt: true,
      closedAt: true,
      publishedAt: true,
      rulebookHash: true,
      ballot: true,
      rulebook: true,
      votingEndedAt: true,
      keptAt: true,
    },
  })
  if (!stage || !DECIDING.includes(stage.type)) return null
  const { nameZh, nameEn, ...rest } = stage
  return { ...rest, name: { zh: nameZh, en: nameEn } }
}

/** Everyone on a panel, removed seats last, with their invitations and how much they have marked. */
export async function panelSeats(eventId: string, stageId: string) {
  const [seats, invitations] = await Promise.all([
    db.judgeSeat.findMany({
      where: { eventId, stageId },
      select: {
        id: true,
        label: true,
        name: true,
        affiliation: true,
        scoring: true,
        isChair: true,
        personId: true,
        invitedAt: true,
        acceptedAt: true,
        declaredAt: true,
        lockedAt: true,
        removedAt: true,
        declinedAt: true,
        declineReason: true,
        _count: { select: { marks: { where: { value: { not: null } } }, recusals: true } },
      },
    }),
    db.invitation.findMany({
      where: { eventId, stageId, role: 'judge' },
      orderBy: { createdAt: 'desc' },
      select: {
        id: true,
        kind: true,
        seatId: true,
        contactKind: true,
        contactValue: true,
        createdAt: true,
        expiresAt: true,
        acceptedAt: true,
        revokedAt: true,
      },
    }),
  ])
  return seats
    .sort((a, b) => Number(a.removedAt !== null) - Number(b.removedAt !== null) || labelOrder(a.label, b.label))
    .map((seat) => ({ ...seat, invitations: invitations.filter(({ seatId }) => seatId === seat.id) }))
}

/** Works that judges of a stage stand aside for, with who made them: for staff alone. */
export async function panelRecusals(eventId: string, stageId: string) {
  const rows = await db.recusal.findMany({
    where: { eventId, stageId, seat: { removedAt: null } },
    orderBy: [{ seatId: 'asc' }, { entry: { code: 'asc' } }],
    take: 2_000,
    select: {
      seatId: true,
      origin: true,
      reason: true,
      entry: {
        select: {
          id: true,
          code: true,
          number: true,
          title: true,
          authors: { orderBy: [{ role: 'asc' }, { position: 'asc' }], select: { name: true, organisation: true } },
        },
      },
    },
  })
  return rows.map(({ entry, ...row }): { seatId: string; origin: RecusalOrigin; reason: string } & typeof entry => ({ ...row, ...entry }))
}

/**
 * What opening a stage would begin with: works, scoring judges, the stage before that has to be published first; and, in
 * front of the first stage, the deadline of a call that still runs, with how many works nobody has decided on.
 */
export async function stageStart(eventId: string, stageId: string, now: Date) {
  const from = await earlierStage(db, eventId, stageId)
  const [works, judges, earlier, terms, undecided] = await Promise.all([
    worksInStage(db, eventId, stageId).then((where) => db.entry.count({ where })),
    db.judgeSeat.findMany({ where: { eventId, stageId, scoring: true, removedAt: null }, select: { acceptedAt: true, declaredAt: true } }),
    from
      ? db.stage.findUnique({ where: { eventId_id: { eventId, id: from.id } }, select: { nameZh: true, nameEn: true, state: true } })
      : null,
    from ? null : termsOf(db, eventId),
    from ? 0 : db.entry.count({ where: { eventId, state: { in: ['submitted', 'returned'] } } }),
  ])
  return {
    works,
    call: terms && now <= terms.closesAt ? { until: terms.closesAt, undecided } : null,
    judges: judges.length,
    accepted: judges.filter(({ acceptedAt }) => acceptedAt !== null).length,
    waitsFor: earlier && earlier.state !== 'published' ? { zh: earlier.nameZh, en: earlier.nameEn } : null,
  }
}
