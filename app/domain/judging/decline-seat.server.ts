import { type Tx, transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { sha256Hex } from '~/domain/ledger/sha256.server'
import { noticeStep } from '~/domain/notices/send-notice.server'
import { type Outcome, done, refuse } from '~/domain/outcome'
import { type InvitationRefusal, refuseInvitation } from '~/domain/people/invitation'
import { tokenHash } from '~/domain/people/keyed-hash.server'
import { translator } from '~/i18n/i18n.server'
import { lockSeat } from './lock-seat.server'

/** Who says no: whoever has the letter, signed in or not, or the person for whom a seat is kept. */
type Decliner = { token: string } | { eventId: string; stageId: string; personId: string }

export type DeclineSeat = Decliner & {
  /** as far as the judge cared to say; may be empty */
  reason: string
  now: Date
}

export type DeclineRefusal = Exclude<InvitationRefusal, 'declined'> | 'not-on-panel' | 'already-accepted'

/**
 * A judge says no to an invitation. The seat is off the panel at once, so that another can be asked; whoever invited is
 * told, and the office reads the reason. A seat that was accepted is not declined any more. Harmless to repeat.
 */
export function declineSeat({ reason, now, ...who }: DeclineSeat): Promise<Outcome<DeclineRefusal>> {
  return transact(async (tx): Promise<Outcome<DeclineRefusal>> => {
    const found = 'token' in who ? await seatOfLetter(tx, who.token, now) : await seatKept(tx, who)
    if (!found.ok) return found
    const { eventId, stageId, seatId } = found.value
    const where = { eventId_stageId_id: { eventId, stageId, id: seatId } }
    const seat = await tx.judgeSeat.findUniqueOrThrow({ where })
    if (seat.declinedAt) return done()
    if (seat.acceptedAt) return refuse('already-accepted')
    if (seat.removedAt) return refuse('token' in who ? 'revoked' : 'not-on-panel')
    const why = reason.trim()
    const open = { eventId, stageId, seatId, acceptedAt: null, revokedAt: null }
    const invitations = await tx.invitation.findMany({ where: open, orderBy: { createdAt: 'desc' }, select: { createdById: true } })
    await tx.invitation.updateMany({ where: { ...open, kind: 'link' }, data: { declinedAt: now } })
    await tx.invitation.updateMany({ where: open, data: { revokedAt: now } })
    await tx.judgeSeat.update({ where, data: { removedAt: now, declinedAt: now, declineReason: why } })
    // the judge's own words may name people: they stay with the seat
    const said = why ? { reason: sha256Hex(`${stageId} ${seatId} ${why}`) } : {}
    await record(tx, eventId, [{ action: 'seat.declined', body: { stage: stageId, seat: seatId, ...said } }])
    const inviter = invitations.find(({ createdById }) => createdById !== null)?.createdById
    if (inviter) await tellInviter(tx, { eventId, stageId, label: seat.label, personId: inviter })
    return done()
  })
}

type SeatFound = { eventId: string; stageId: string; seatId: string }

async function seatOfLetter(tx: Tx, token: string, now: Date): Promise<Outcome<DeclineRefusal, SeatFound>> {
  const where = { tokenHash: tokenHash(token) }
  const letter = await tx.invitation.findUnique({ where, select: { eventId: true, stageId: true, seatId: true, role: true, kind: true } })
  if (!letter?.stageId || !letter.seatId || letter.role !== 'judge' || letter.kind !== 'link') return refuse('not-found')
  const { eventId, stageId, seatId } = letter
  // in the order in which it would be accepted: one of the two is first
  await lockSeat(tx, { eventId, stageId, seatId })
  const refusal = refuseInvitation(await tx.invitation.findUnique({ where }), now)
  return refusal && refusal !== 'declined' ? refuse(refusal) : done({ eventId, stageId, seatId })
}

async function seatKept(
  tx: Tx,
  { eventId, stageId, personId }: { eventId: string; stageId: string; personId: string },
): Promise<Outcome<DeclineRefusal, SeatFound>> {
  const seat = await tx.judgeSeat.findFirst({ where: { eventId, stageId, personId }, select: { id: true } })
  if (!seat) return refuse('not-on-panel')
  await lockSeat(tx, { eventId, stageId, seatId: seat.id })
  return done({ eventId, stageId, seatId: seat.id })
}

/** The mail names the seat, not the judge: who it was and why stands on the page, for whoever may see it. */
async function tellInviter(
  tx: Tx,
  { eventId, stageId, label, personId }: { eventId: string; stageId: string; label: string; personId: string },
): Promise<void> {
  const [{ locale }, stage] = await Promise.all([
    tx.person.findUniqueOrThrow({ where: { id: personId }, select: { locale: true } }),
    tx.stage.findUniqueOrThrow({ where: { eventId_id: { eventId, id: stageId } }, select: { nameZh: true, nameEn: true } }),
  ])
  const lang = locale === 'en' ? 'en' : 'zh-CN'
  const t = translator(lang, 'judge')
  const words = { stage: lang === 'en' ? stage.nameEn : stage.nameZh, label }
  await noticeStep(tx, {
    to: { personId },
    eventId,
    locale: lang,
    notice: {
      template: 'message',
      subject: t('declined.subject', words),
      body: t('declined.body', words),
      path: `/console/${eventId}/stages/${stageId}/judges`,
    },
  })
}
