import { transact, type Tx } from '~/db.server'
import { record } from '~/domain/ledger/record.server'
import { newId, newToken } from '~/domain/new-id.server'
import { done, type Outcome } from '~/domain/outcome'
import { publicUrl } from '~/env.server'
import { qrDataUrl } from '~/gateways/qr-code.server'
import { localPath, type Lang } from '~/i18n/language'
import { CARD_HOURS } from './invitation'
import { keyedHash, sixDigits, tokenHash } from './keyed-hash.server'

export interface IssueTabletInvitation {
  eventId: string
  stageId: string
  seatId: string
  /** name on the card */
  name: string
  lang: Lang
  byId: string
  now: Date
}

export interface TabletCard {
  invitationId: string
  url: string
  /** the address as a QR code, a data address */
  qr: string
  pin: string
  expiresAt: Date
}

/**
 * Makes what is printed on a judge's card: a link that is good once, and its PIN. Both are known only now. A card
 * printed again voids the one before.
 */
export const issueTabletInvitation = (input: IssueTabletInvitation): Promise<Outcome<never, TabletCard>> =>
  transact((tx) => issueTabletStep(tx, input))

export async function issueTabletStep(
  tx: Tx,
  { eventId, stageId, seatId, name, lang, byId, now }: IssueTabletInvitation,
): Promise<Outcome<never, TabletCard>> {
  await tx.invitation.updateMany({
    where: { eventId, stageId, seatId, kind: 'tablet', acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  })
  const id = newId()
  const token = newToken()
  const pin = sixDigits()
  const expiresAt = new Date(now.getTime() + CARD_HOURS * 3_600_000)
  await tx.invitation.create({
    data: {
      eventId,
      id,
      kind: 'tablet',
      role: 'judge',
      stageId,
      seatId,
      name,
      tokenHash: tokenHash(token),
      pinHmac: keyedHash(`${id}:${pin}`),
      expiresAt,
      createdById: byId,
      createdAt: now,
    },
  })
  await record(tx, eventId, [{ action: 'card.issued', body: { invitation: id, stage: stageId, seat: seatId, by: byId } }])
  const url = publicUrl() + localPath(lang, `/tablet/${token}`)
  return done({ invitationId: id, url, qr: await qrDataUrl(url), pin, expiresAt })
}
