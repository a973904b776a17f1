import { db } from '~/db.server'
import { done, refuse, type Outcome } from '~/domain/outcome'

/** Withdraws one of a person's own consents, from now on. Harmless to repeat. */
export async function withdrawConsent({
  personId,
  consentId,
  now,
}: {
  personId: string
  consentId: string
  now: Date
}): Promise<Outcome<'not-found'>> {
  await db.consent.updateMany({
    where: { id: consentId, personId, withdrawnAt: null },
    data: { withdrawnAt: now },
  })
  return (await db.consent.count({ where: { id: consentId, personId } })) > 0 ? done() : refuse('not-found')
}
