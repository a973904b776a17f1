import { transact, type Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { newId, newToken } from '~/domain/new-id.server'
import { noticeStep } from '~/domain/notices/send-notice.server'
import { done, refuse, type Outcome } from '~/domain/outcome'
import { publicUrl } from '~/env.server'
import { localPath, type Lang } from '~/i18n/language'
import type { ContactAddress } from './contact'
import { LINK_DAYS } from './invitation'
import { tokenHash } from './keyed-hash.server'

export interface InviteToEvent {
  eventId: string
  role: 'judge' | 'organiser' | 'clerk' | 'finance'
  name: string
  contact: ContactAddress
  locale: Lang
  /** words of the organiser to this person, in the letter */
  note?: string
  /** the seat that a judge's invitation fills; it exists already */
  seat?: { stageId: string; seatId: string }
  byId: string
  now: Date
}

export interface Invited {
  invitationId: string
  /** known only now: the row keeps a hash. For the organiser to pass on by hand. */
  url: string
}

/** Invites one person by link, sent to their contact. Refuses a second open invitation to the same contact and role. */
export const inviteToEvent = (input: InviteToEvent): Promise<Outcome<'already-invited', Invited>> => transact((tx) => inviteStep(tx, input))

/** The same in the caller's transaction: judging makes the seat and the invitation together. */
export async function inviteStep(tx: Tx, input: InviteToEvent): Promise<Outcome<'already-invited', Invited>> {
  const { eventId, role, name, contact, locale, seat, byId, now } = input
  const open = await tx.invitation.count({
    where: {
      eventId,
      role,
      contactKind: contact.kind,
      contactValue: contact.value,
      stageId: seat?.stageId ?? null,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: now },
    },
  })
  if (open > 0) return refuse('already-invited')
  const id = newId()
  const token = newToken()
  const expiresAt = new Date(now.getTime() + LINK_DAYS * 86_400_000)
  await tx.invitation.create({
    data: {
      eventId,
      id,
      kind: 'link',
      role,
      name,
      contactKind: contact.kind,
      contactValue: contact.value,
      tokenHash: tokenHash(token),
      stageId: seat?.stageId ?? null,
      seatId: seat?.seatId ?? null,
      expiresAt,
      createdById: byId,
      createdAt: now,
    },
  })
  await record(tx, eventId, [
    {
      action: 'invitation.sent',
      body: { invitation: id, role, stage: seat?.stageId ?? null, seat: seat?.seatId ?? null, by: byId },
    },
  ])
  const path = `/invitation/${token}`
  await noticeStep(tx, {
    to: contact,
    eventId,
    locale,
    notice: { template: 'invitation', name, role, path, expiresAt, note: input.note },
  })
  return done({ invitationId: id, url: publicUrl() + localPath(locale, path) })
}
