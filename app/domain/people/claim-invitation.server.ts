import type { Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { newId } from '~/domain/new-id.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { holdsContact } from './holds-contact.server'
import { refuseInvitation, type ClaimRefusal } from './invitation'
import { pinyinName } from './pinyin-name'

export interface ClaimedInvitation {
  eventId: string
  invitationId: string
  role: 'judge' | 'organiser' | 'clerk' | 'finance'
  stageId: string | null
  seatId: string | null
  personId: string
}

/**
 * Uses an invitation up in the caller's transaction and gives its role on the event. For a judge the caller also
 * fills the seat `seatId` with `personId`. With `personId: null` a person without contact is made from the name on
 * the invitation: a judge who only ever signs in at a tablet. Of two claims at once one is refused as used.
 *
 * A link is good for the contact it was sent to and nobody else: a claimant without that contact among their proven
 * ones is refused, however the link reached them. A tablet card is handed over in the room with its PIN and is meant
 * for whoever holds it.
 */
export async function claimInvitationStep(
  tx: Tx,
  { tokenHash, personId, now }: { tokenHash: string; personId: string | null; now: Date },
): Promise<Outcome<ClaimRefusal, ClaimedInvitation>> {
  // the row is the lock: a second claim waits here and then sees the first
  await tx.$queryRaw`select 1 from "Invitation" where "tokenHash" = ${tokenHash} for update`
  const invitation = await tx.invitation.findUnique({ where: { tokenHash } })
  const refusal = refuseInvitation(invitation, now)
  if (refusal || !invitation) return refuse(refusal ?? 'not-found')
  const { eventId, id, kind, role, name, stageId, seatId } = invitation
  if (kind === 'link' && !(await holdsContact(personId, invitation, tx))) return refuse('other-contact')
  const claimant = personId ?? newId()
  if (!personId) await tx.person.create({ data: { id: claimant, name, pinyin: pinyinName(name) } })
  await tx.invitation.update({
    where: { eventId_id: { eventId, id } },
    data: { acceptedAt: now, acceptedById: claimant },
  })
  await tx.eventRole.createMany({
    data: [{ eventId, personId: claimant, role, grantedAt: now, grantedById: invitation.createdById }],
    skipDuplicates: true,
  })
  await record(tx, eventId, [
    {
      action: kind === 'tablet' ? 'desk.entered' : 'invitation.accepted',
      body: { invitation: id, role, person: claimant, stage: stageId, seat: seatId },
    },
  ])
  return done({ eventId, invitationId: id, role, stageId, seatId, personId: claimant })
}
