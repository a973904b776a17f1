import { db } from '~/db.server'
import type { Tx } from '~/db.server'
import { newId } from '~/domain/new-id.server'
import type { ConsentKind } from '~/generated/prisma/enums'
import { say } from '~/i18n/language'
import type { Lang } from '~/i18n/language'
import { consentTexts } from './consent-texts'
import type { Terms } from './terms'

/** What the person ticked, each on its own. */
export type ConsentAnswers = Record<ConsentKind, boolean>

/**
 * Writes what a person agrees to for one event and the organisation that runs it: a consent that is new, or the
 * withdrawal of one that is no longer ticked. Each is given on its own and nothing depends on it.
 */
export async function giveConsents(tx: Tx, terms: Terms, personId: string, answers: ConsentAnswers, lang: Lang, now: Date): Promise<void> {
  const { eventId, organisationId } = terms
  const given = await tx.consent.findMany({ where: { personId, eventId, withdrawnAt: null }, select: { id: true, kind: true } })
  for (const [kind, yes] of Object.entries(answers) as [ConsentKind, boolean][]) {
    const standing = given.filter((consent) => consent.kind === kind)
    if (yes && standing.length === 0) {
      await tx.consent.create({
        data: { id: newId(), personId, kind, eventId, organisationId, text: say(consentTexts[kind], lang), grantedAt: now },
      })
    }
    if (!yes && standing.length > 0) {
      await tx.consent.updateMany({ where: { id: { in: standing.map(({ id }) => id) } }, data: { withdrawnAt: now } })
    }
  }
}

/** Consents a person has given for an event and not withdrawn. */
export async function standingConsents(personId: string, eventId: string): Promise<ConsentAnswers> {
  const given = await db.consent.findMany({ where: { personId, eventId, withdrawnAt: null }, select: { kind: true } })
  const has = (kind: 'talent_pool' | 'direct_contact') => given.some((consent) => consent.kind === kind)
  return { talent_pool: has('talent_pool'), direct_contact: has('direct_contact') }
}
