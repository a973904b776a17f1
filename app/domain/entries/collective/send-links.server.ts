import { noticesStep } from '~/domain/notices/send-notice.server'
import type { NoticeOrder } from '~/domain/notices/send-notice.server'
import { parseContact } from '~/domain/people/contact'
import { done, refuse } from '~/domain/outcome'
import type { Outcome } from '~/domain/outcome'
import type { Lang } from '~/i18n/language'
import { transactOnce } from '~/request-once.server'
import { entryParts } from '../entry-row.server'
import { refuseSubmission } from '../registration-window'
import { lockBatch } from './batch-row.server'
import type { BatchOfOwner } from './batch-row.server'
import { signaturesOf, signatureParts } from './signatures.server'
import { linksStep, signingPath } from './signing-link.server'

interface SendLinks extends BatchOfOwner {
  requestKey: string
  /** one work; null for all that are not signed */
  entryId: string | null
  lang: Lang
  now: Date
}

/** A link is not sent to the same author again before this has passed: a reminder, not a siege. */
const AGAIN_AFTER = 12 * 3_600_000

/**
 * Sends every author who has not signed their own link, by mail or text message. Answers how many went out, how many
 * authors have no contact, and how many were written to a short while ago.
 */
export function sendLinks({
  requestKey,
  entryId,
  lang,
  now,
  ...owner
}: SendLinks): Promise<Outcome<'not-found' | 'over', { sent: number; unreachable: number; recent: number }>> {
  return transactOnce(
    { actor: owner.personId, key: requestKey, asked: ['send-links', owner, entryId] },
    async (tx): Promise<Outcome<'not-found' | 'over', { sent: number; unreachable: number; recent: number }>> => {
      const found = await lockBatch(tx, owner)
      if (!found) return refuse('not-found')
      const { batch, terms } = found
      const { eventId } = owner
      const entries = await tx.entry.findMany({
        where: { eventId, batchId: batch.id, state: { in: ['draft', 'returned'] }, ...(entryId && { id: entryId }) },
        include: { ...entryParts, statements: { select: signatureParts }, signingLinks: true },
      })
      const open = entries.filter((entry) => refuseSubmission(terms, { state: entry.state, uploads: entry.files }, now) === null)
      if (entries.length > 0 && open.length === 0) return refuse('over')
      await linksStep(
        tx,
        eventId,
        open.flatMap((entry) => entry.authors.flatMap(({ id, role }) => (role === 'author' ? [{ entryId: entry.id, authorId: id }] : []))),
      )
      const links = new Map(
        (await tx.signingLink.findMany({ where: { eventId, entryId: { in: open.map(({ id }) => id) } } })).map((link) => [
          link.authorId,
          link,
        ]),
      )
      const orders: NoticeOrder[] = []
      const sent: string[] = []
      let unreachable = 0
      let recent = 0
      for (const entry of open) {
        const signatures = signaturesOf(terms, entry, entry.statements)
        for (const author of entry.authors) {
          const link = links.get(author.id)
          if (author.role !== 'author' || !link || signatures.get(author.id)?.state === 'signed') continue
          const to = parseContact(author.email ?? '') ?? parseContact(author.mobile ?? '')
          if (!to) unreachable += 1
          else if (link.sentAt && now.getTime() - link.sentAt.getTime() < AGAIN_AFTER) recent += 1
          else {
            sent.push(link.id)
            const until = entry.state === 'returned' ? terms.correctionsUntil : terms.closesAt
            const locale = author.country === 'CN' ? lang : 'en'
            orders.push({
              to,
              eventId,
              locale,
              notice: {
                template: 'signing-request',
                title: entry.title,
                sender: batch.organisation,
                path: signingPath(link.id, 'sent'),
                until,
              },
            })
          }
        }
      }
      await noticesStep(tx, orders)
      await tx.signingLink.updateMany({ where: { id: { in: sent } }, data: { sentAt: now, sentCount: { increment: 1 } } })
      return done({ sent: sent.length, unreachable, recent })
    },
  )
}
