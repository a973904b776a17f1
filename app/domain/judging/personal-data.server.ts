import { Prisma } from '~/generated/prisma/client'
import type { Reader, Tx } from '~/db.server'

const ERASED = '已注销'

/** A judge's seats with the works they were given, the marks and notes they gave, works by their anonymous code. */
export async function personalData(tx: Reader, personId: string) {
  const seats = await tx.judgeSeat.findMany({
    where: { personId },
    select: {
      eventId: true,
      stageId: true,
      label: true,
      name: true,
      affiliation: true,
      isChair: true,
      acceptedAt: true,
      declaredAt: true,
      declaration: true,
      lockedAt: true,
      signature: true,
      declinedAt: true,
      declineReason: true,
      marks: {
        select: { entry: { select: { code: true } }, criterionId: true, value: true, markedAt: true },
      },
      notes: { select: { entry: { select: { code: true } }, text: true, later: true, updatedAt: true } },
      recusals: {
        select: { entry: { select: { code: true } }, origin: true, reason: true, createdAt: true },
      },
      assignments: { select: { entry: { select: { code: true } }, assignedAt: true } },
      lateMarks: {
        select: { entry: { select: { code: true } }, criterionId: true, value: true, markedAt: true, receivedAt: true, decision: true },
      },
    },
  })
  return seats.map((seat) => ({
    ...seat,
    marks: seat.marks.map(({ entry, value, ...mark }) => ({
      ...mark,
      work: entry.code,
      value: value?.toString() ?? null,
    })),
    notes: seat.notes.map(({ entry, ...note }) => ({ ...note, work: entry.code })),
    recusals: seat.recusals.map(({ entry, ...recusal }) => ({ ...recusal, work: entry.code })),
    lateMarks: seat.lateMarks.map(({ entry, value, ...mark }) => ({ ...mark, work: entry.code, value: value?.toString() ?? null })),
    assignments: seat.assignments.map(({ entry, ...assignment }) => ({ ...assignment, work: entry.code })),
  }))
}

/** What a person has objected to, works by their anonymous code. */
export async function objectionData(tx: Reader, personId: string) {
  const rows = await tx.objection.findMany({
    where: { personId },
    select: {
      eventId: true,
      stageId: true,
      text: true,
      state: true,
      raisedAt: true,
      reason: true,
      entry: { select: { code: true } },
      files: { select: { name: true, bytes: true, sha256: true, addedAt: true } },
    },
  })
  return rows.map(({ entry, ...row }) => ({ ...row, work: entry.code }))
}

/** Panels on which the person still has work to do. */
export async function erasureHindrances(tx: Reader, personId: string): Promise<{ nameZh: string; nameEn: string }[]> {
  const seats = await tx.judgeSeat.findMany({
    where: {
      personId,
      removedAt: null,
      stage: { state: { in: ['upcoming', 'open', 'closed'] }, event: { status: { not: 'cancelled' } } },
    },
    select: {
      stage: { select: { nameZh: true, nameEn: true, event: { select: { nameZh: true, nameEn: true } } } },
    },
  })
  return seats.map(({ stage }) => ({
    nameZh: `${stage.event.nameZh}${stage.nameZh}`,
    nameEn: `${stage.event.nameEn}, ${stage.nameEn}`,
  }))
}

/**
 * Takes the judge's name off the seats, with what they declared; marks stay, they made the result. Private notes go, and
 * so do the words in which a judge stood aside from a work, whether the judge or its author is erased: that they did stays.
 * Runs before the works forget their authors.
 */
export async function forget(tx: Tx, personId: string): Promise<void> {
  await tx.judgeNote.deleteMany({ where: { seat: { personId } } })
  await tx.recusal.updateMany({
    where: {
      origin: 'declared',
      OR: [{ seat: { personId } }, { entry: { authors: { some: { personId } } } }],
    },
    data: { reason: '' },
  })
  await tx.judgeSeat.updateMany({
    where: { personId, signature: { not: null } },
    data: { signature: ERASED },
  })
  await tx.motionVote.updateMany({ where: { seat: { personId } }, data: { reason: ERASED } })
  await tx.nomination.updateMany({ where: { seat: { personId } }, data: { reason: '' } })
  await tx.recusalLift.updateMany({ where: { seat: { personId } }, data: { reason: ERASED } })
  await tx.voteSheet.updateMany({ where: { seat: { personId } }, data: { signature: ERASED } })
  // what was objected stays: a result may rest on it; its evidence goes, the sweep takes what was stored
  await tx.objectionFile.deleteMany({ where: { objection: { personId } } })
  await tx.objection.updateMany({ where: { personId }, data: { personId: null } })
  await tx.judgeSeat.updateMany({
    where: { personId },
    data: { personId: null, name: ERASED, affiliation: '', declaration: Prisma.DbNull, declineReason: '' },
  })
  await forgetDeclined(tx, personId)
}

/** Seats of judges who said no by letter, whom no account was tied to: known by the contact the letter went to. */
async function forgetDeclined(tx: Tx, personId: string): Promise<void> {
  const contacts = await tx.contact.findMany({ where: { personId, verifiedAt: { not: null } }, select: { kind: true, value: true } })
  const letters = await tx.invitation.findMany({
    where: { declinedAt: { not: null }, OR: contacts.map(({ kind, value }) => ({ contactKind: kind, contactValue: value })) },
    select: { eventId: true, stageId: true, seatId: true },
  })
  await tx.judgeSeat.updateMany({
    where: { personId: null, OR: letters.map(({ eventId, stageId, seatId }) => ({ eventId, stageId: stageId ?? '', id: seatId ?? '' })) },
    data: { name: ERASED, affiliation: '', declineReason: '' },
  })
}
