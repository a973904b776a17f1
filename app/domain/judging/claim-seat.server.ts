import { isDuplicate, transact } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { lockParticipant } from '~/domain/entries/sits-on-panel.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { claimInvitationStep } from '~/domain/people/claim-invitation.server'
import type { ClaimRefusal } from '~/domain/people/invitation'
import { tokenHash } from '~/domain/people/keyed-hash.server'
import { hasEntered } from './has-entered.server'

export interface ClaimSeat {
  /** of an invitation link, or of a tablet card whose PIN was right */
  token: string
  /** who accepts; null at a tablet, where the seat knows its judge or gets a person of its own */
  personId: string | null
  now: Date
}

export type ClaimSeatRefusal = ClaimRefusal | 'seat-taken' | 'already-on-panel' | 'has-entered'

/**
 * A judge accepts an invitation: it is used up, the seat is theirs, the role on the event too, and the ledger says
 * so, in one transaction. At a tablet the judge of a seat already taken signs in again as the same person.
 */
export async function claimSeat(
  input: ClaimSeat,
): Promise<Outcome<ClaimSeatRefusal, { eventId: string; stageId: string; personId: string }>> {
  try {
    return await claim(input)
  } catch (error) {
    // two seats of one panel at once: the second meets the unique key
    if (isDuplicate(error)) return refuse('already-on-panel')
    throw error
  }
}

const claim = ({
  token,
  personId,
  now,
}: ClaimSeat): Promise<Outcome<ClaimSeatRefusal, { eventId: string; stageId: string; personId: string }>> =>
  transact(async (tx) => {
    const hash = tokenHash(token)
    const invitation = await tx.invitation.findUnique({
      where: { tokenHash: hash },
      select: { eventId: true, stageId: true, seatId: true, role: true, kind: true },
    })
    if (!invitation?.stageId || !invitation.seatId || invitation.role !== 'judge') return refuse('not-found')
    // a card works at a tablet only, after its PIN; a link for a signed-in person only
    if ((invitation.kind === 'tablet') !== (personId === null)) return refuse('not-found')
    const { eventId, stageId, seatId } = invitation
    await tx.$queryRaw`select 1 from "JudgeSeat" where "eventId" = ${eventId} and "stageId" = ${stageId} and "id" = ${seatId} for update`
    const seat = await tx.judgeSeat.findFirst({ where: { eventId, stageId, id: seatId, removedAt: null } })
    if (!seat) return refuse('revoked')
    if (personId && seat.personId && seat.personId !== personId) return refuse('seat-taken')

    const claimed = await claimInvitationStep(tx, {
      tokenHash: hash,
      personId: seat.personId ?? personId,
      now,
    })
    if (!claimed.ok) return claimed
    const judge = claimed.value.personId
    const elsewhere = await tx.judgeSeat.count({
      where: { eventId, stageId, personId: judge, id: { not: seatId } },
    })
    if (elsewhere > 0) return refuse('already-on-panel')
    await lockParticipant(tx, eventId, judge)
    if (await hasEntered(tx, eventId, { personId: judge })) return refuse('has-entered')
    const where = { eventId_stageId_id: { eventId, stageId, id: seatId } }
    await tx.judgeSeat.update({ where, data: { personId: judge, acceptedAt: seat.acceptedAt ?? now } })
    if (!seat.acceptedAt) await record(tx, eventId, [{ action: 'seat.accepted', body: { stage: stageId, seat: seatId } }])
    return done({ eventId, stageId, personId: judge })
  })
