import { db } from '~/db.server'
import { noticesStep } from '~/domain/notices/send-notice.server'
import { done } from '~/domain/outcome'
import { transactOnce } from '~/request-once.server'
import { talentFieldNames, talentFields } from './talent-fields'

/** Messages set in one transaction: a few hundred mails would outlast its time. */
const AT_ONCE = 50

/** Tells everybody in an export where their data went. May run again after it stopped half way: nobody is told twice. */
export async function tellTalentExport({ eventId, exportId }: { eventId: string; exportId: string }): Promise<void> {
  const found = await db.talentExport.findUnique({
    where: { eventId_id: { eventId, id: exportId } },
    include: {
      event: { select: { organisation: { select: { id: true, nameZh: true, nameEn: true } } } },
      disclosures: { orderBy: { personId: 'asc' }, select: { personId: true } },
    },
  })
  if (!found) return
  const { disclosures, event, receiver, purpose, createdAt } = found
  const { id: organisationId, nameZh, nameEn } = event.organisation
  // as it stood when the list was made
  const contacts = await db.consent.findMany({
    where: {
      eventId,
      organisationId,
      kind: 'direct_contact',
      grantedAt: { lte: createdAt },
      OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: createdAt } }],
    },
    select: { personId: true },
  })
  const reachable = new Set(contacts.map(({ personId }) => personId))
  for (let at = 0; at < disclosures.length; at += AT_ONCE) {
    await transactOnce({ actor: `talent:${eventId}:${exportId}`, key: String(at), asked: ['tell-talent-export'] }, async (tx) => {
      const orders = disclosures.slice(at, at + AT_ONCE).map(({ personId }) => ({
        to: { personId },
        eventId,
        notice: {
          template: 'talent-exported' as const,
          organisation: { zh: nameZh, en: nameEn },
          receiver,
          purpose,
          fields: talentFields
            .filter((field) => found.fields.includes(field) && (field !== 'contacts' || reachable.has(personId)))
            .map((field) => talentFieldNames[field]),
          exportedAt: createdAt,
        },
      }))
      await noticesStep(tx, orders)
      return done()
    })
  }
}
